import { TestEnvironment } from 'jest-environment-node';

/** Node as it is, with the server as it is built: a worker reads that once, the sources would be read anew for each file. */
export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.importBuilt = (name) => import(new URL(`../../../dist/${name}.js`, import.meta.url).href);
  }
}
