// Stands in the place of client/test/fake-schema.ts: a browser has no files.
export { default as schemaText } from '../../schema.graphql?raw';
