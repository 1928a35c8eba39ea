import { describe, expect, test } from '@jest/globals';
import { identityRule } from '../issuers/identity-rule.ts';
import type { IssuerSettings } from '../issuers/issuer-settings.ts';
import { readProvider } from './provider-settings.ts';

const SOURCE = {
  issuer: 'https://login.example',
  clientId: 'carillon',
  clientSecret: undefined,
  scope: 'openid',
  admins: [],
  rule: undefined,
  publicUrl: 'https://bells.example',
};
const outside = (issuer: string, idPrefix: string): IssuerSettings => ({
  issuer,
  jwks: undefined,
  algorithms: ['RS256'],
  audience: 'carillon',
  ...identityRule.parse({ idPrefix }),
});

describe('the users of a provider', () => {
  test('are apart from all others unless it is said otherwise', () => {
    const { rule, foreignPrefixes } = readProvider(SOURCE, [outside('https://b.example', 'b:')]);
    expect(rule.idPrefix).toBe('oidc:');
    expect(foreignPrefixes).toEqual(['b:']);
    expect(readProvider({ ...SOURCE, rule: '{"idPrefix":"acme:"}' }, []).rule.idPrefix).toBe('acme:');
  });

  test('are the same by token and by sign-in where it is an issuer too', () => {
    const issuers = [outside(SOURCE.issuer, 'main:'), outside('https://b.example', '')];
    expect(readProvider(SOURCE, issuers).rule.idPrefix).toBe('main:');
    expect(() => readProvider({ ...SOURCE, rule: '{}' }, issuers)).toThrow('both say who the users');
  });

  test.each([
    ['{"idPrefix":"b:x"}', "begins with another issuer's"],
    ['{"idPrefix":"b:"}', "begins with another issuer's"],
    ['{"claims":{"role":"role"}}', 'OIDC_RULE is not usable'],
    ['[]', 'OIDC_RULE is not usable'],
    ['{', 'OIDC_RULE is not usable'],
    ['null', 'OIDC_RULE is not usable'],
  ])('are not told by the rule %s', (rule, why) => {
    expect(() => readProvider({ ...SOURCE, rule }, [outside('https://b.example', 'b:')])).toThrow(why);
  });

  test('are told by nobody whom others could speak for on the way', () => {
    expect(() => readProvider({ ...SOURCE, issuer: 'http://login.example' }, [])).toThrow('https://');
    expect(readProvider({ ...SOURCE, issuer: 'http://localhost:8080' }, []).issuer).toBe(
      'http://localhost:8080',
    );
  });
});
