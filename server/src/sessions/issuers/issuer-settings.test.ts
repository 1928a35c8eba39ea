import { describe, expect, test } from '@jest/globals';
import { OperatorError } from '../../platform/operator-error.ts';
import { identityOf, identityRule } from './identity-rule.ts';
import { readIssuers } from './issuer-settings.ts';

const LEAST = { issuer: 'https://login.example', algorithms: ['RS256'], audience: 'carillon' };
const read = (issuers: unknown) => readIssuers({ text: JSON.stringify(issuers), file: undefined });

function problemsOf(issuers: unknown): string[] {
  try {
    read(issuers);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ''));
  }
}

describe('outside issuers', () => {
  test('need little', () => {
    expect(read([LEAST])).toMatchObject([{ ...LEAST, idPrefix: '', claims: { id: ['sub'] } }]);
    expect(readIssuers({ text: undefined, file: undefined })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['no audience', [{ ...LEAST, audience: undefined }], '0.audience:'],
    ['an empty audience', [{ ...LEAST, audience: [] }], '0.audience:'],
    ['no algorithm', [{ ...LEAST, algorithms: [] }], '0.algorithms:'],
    ['none as algorithm', [{ ...LEAST, algorithms: ['none'] }], '0.algorithms.0:'],
    ['an algorithm of a shared secret', [{ ...LEAST, algorithms: ['HS256'] }], '0.algorithms.0:'],
    [
      'keys that come without TLS',
      [{ ...LEAST, jwks: 'http://login.example/keys' }],
      '0.jwks: must be an https',
    ],
    [
      'keys with a password',
      [{ ...LEAST, jwks: 'https://a:b@login.example/keys' }],
      '0.jwks: must be an https',
    ],
    ['a name without an address of keys', [{ ...LEAST, issuer: 'grading' }], '0.jwks: is needed'],
    [
      'a claim that is a number',
      [{ ...LEAST, claims: { id: 7 } }],
      '0.claims.id: must be the name of a claim',
    ],
    ['a rule that nobody knows', [{ ...LEAST, claims: { role: 'role' } }], '0.claims:'],
    ['a word too many', [{ ...LEAST, trusted: true }], '0:'],
    ['one issuer twice', [LEAST, { ...LEAST, idPrefix: 'x:' }], '1.issuer: is there twice'],
    ['two without a prefix', [LEAST, { ...LEAST, issuer: 'https://b.example' }], '0.idPrefix: begins with'],
    ['an object', LEAST, ':'],
  ])('with %s are told so', (_what, issuers, problem) => {
    expect(problemsOf(issuers)[0]).toContain(problem);
  });

  test('may not have prefixes of which one begins with the other', () => {
    const named = (...prefixes: string[]) =>
      prefixes.map((idPrefix, at) => ({ ...LEAST, issuer: `https://${at}.example`, idPrefix }));
    expect(problemsOf(named('a', 'ab'))).toEqual([expect.stringContaining('1.idPrefix')]);
    expect(problemsOf(named('a:', 'b:', ''))).toEqual([]);
  });

  test('are never we ourselves', () => {
    const same = () => readIssuers({ text: JSON.stringify([LEAST]), file: undefined }, LEAST.issuer);
    expect(same).toThrow('0.issuer: is JWT_ISSUER too');
  });

  test('are said in one place, which can be read', () => {
    const both = () => readIssuers({ text: '[]', file: '/x' });
    expect(both).toThrow('TOKEN_ISSUERS and TOKEN_ISSUERS_FILE are two places');
    expect(() => readIssuers({ text: '[', file: undefined })).toThrow(
      'TOKEN_ISSUERS cannot be read: it is not JSON.',
    );
    expect(() => readIssuers({ text: undefined, file: '/not/there' })).toThrow('ENOENT');
  });
});

describe('who somebody is', () => {
  const by = (rule: object, claims: object) => identityOf(claims, identityRule.parse(rule));

  test('is told by the claims that the rule names, also deep inside', () => {
    const rule = {
      idPrefix: 'acme:',
      claims: {
        id: 'employee',
        name: 'https://acme.example/name',
        email: ['contact', 'mail'],
        instructor: { claim: ['realm_access', 'roles'], value: 'teacher' },
        admin: { claim: 'groups', value: 'operators' },
      },
    };
    const claims = {
      sub: 'x',
      employee: '17',
      'https://acme.example/name': 'Iris',
      contact: { mail: 'iris@acme.example' },
      realm_access: { roles: ['offline', 'teacher'] },
    };
    const iris = { id: 'acme:17', name: 'Iris', email: 'iris@acme.example', claimedRole: 'INSTRUCTOR' };
    expect(by(rule, claims)).toEqual(iris);
    expect(by(rule, { ...claims, groups: 'operators' })).toEqual({ ...iris, claimedRole: 'ADMIN' });
    expect(by(rule, { ...claims, realm_access: null })).toEqual({ ...iris, claimedRole: 'CANDIDATE' });
  });

  test('is nothing more without a rule, whatever the claims say', () => {
    expect(by({}, { sub: 'casey', role: 'ADMIN', admin: true, scope: 'notifications:create' })).toEqual({
      id: 'casey',
      name: undefined,
      email: undefined,
      claimedRole: undefined,
    });
  });

  test('has no e-mail address that is nobody’s yet', () => {
    const claims = { sub: 'casey', email: 'boss@acme.example' };
    expect(by({}, claims)!.email).toBe('boss@acme.example');
    for (const email_verified of [false, 'false'])
      expect(by({}, { ...claims, email_verified })!.email).toBeUndefined();
  });

  test.each([[undefined], [''], [' '], [7], ['a\nb'], ['x'.repeat(252)], [['casey']], [{}]])(
    'is not told by the id %j',
    (sub) => expect(by({ idPrefix: 'abc:' }, { sub })).toBeUndefined(),
  );

  test('is looked for in nothing that every object inherits', () => {
    for (const id of ['constructor', '__proto__', ['constructor', 'name'], ['sub', 'length']])
      expect(by({ claims: { id } }, { sub: 'casey' })).toBeUndefined();
  });
});
