import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';

/**
 * How TLS is to be spoken by what the address says (`sslmode`, `sslrootcert` …); false for not at all. MikroORM leaves
 * that out of what it reads of an address.
 */
export const tlsOf = (url: string): boolean | ConnectionOptions =>
  // It connects only when it is told to.
  new pg.Client({ connectionString: url }).ssl;
