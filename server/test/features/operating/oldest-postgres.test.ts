import { expect, test } from '@jest/globals';
import { runTests } from '../../support/run-tests.ts';

// The oldest PostgreSQL that we support; all tests on another: `CARILLON_TEST_POSTGRES=16 npm test`.
const CORE = [
  ...['inbox/inbox', 'inbox/inbox-changes', 'sending/sending', 'sending/applications'],
  ...['email/email', 'preferences/preferences', 'intake/strangers'],
];

test('what Carillon is about works on PostgreSQL 15', async () => {
  const said = await runTests(CORE, { CARILLON_TEST_POSTGRES: '15' });
  expect(said).toContain(`${CORE.length} passed, ${CORE.length} total`);
}, 240_000);
