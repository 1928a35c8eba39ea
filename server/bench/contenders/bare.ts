import { BARE_SCHEMA } from './bare-store.ts';
import type { Contender } from './contender.ts';

// $1 the users' ids, $2 how many each gets.
const SEED = `
  insert into notifications (user_id, type, category, title, message, url, created_at)
    select id, 'application_approved', 'general', 'seeded ' || n,
      'Your application has been approved.', '/applications/1', now() - ($2::int - n) * interval '1 ms'
    from unnest($1::text[]) id, generate_series(1, $2::int) n`;

export const bare: Contender = {
  name: 'bare',
  script: 'server/bench/contenders/bare-server.ts',
  env: {},
  readyPath: '/ready',
  schema: BARE_SCHEMA,
  empty: 'truncate notifications',
  seed: async (client, userIds, each) => {
    await client.query(SEED, [userIds, each]);
  },
};
