import { TestEnvironment } from 'jest-environment-node';

/**
 * Node as it is in production, where graphql compares types four times as fast as it does while somebody develops, and
 * with the server as it is built: a worker reads that once, the sources would be read anew for each file.
 */
export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.process.env.NODE_ENV = 'production';
    this.global.importBuilt = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);
  }
}
