// Asks the running server for its schema, and writes it where relay-compiler reads it.
import { writeFileSync } from 'node:fs';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';

const { CARILLON = 'http://localhost:4000' } = process.env;
const response = await fetch(`${CARILLON}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: getIntrospectionQuery({ oneOf: true, specifiedByUrl: true }) }),
});
const { data } = await response.json();
writeFileSync('schema.graphql', printSchema(buildClientSchema(data)));
