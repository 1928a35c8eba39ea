// What hosts declare in tests, as one line each.
import type { Answering } from './server.ts';
import { mint } from './token.ts';

/** A service that may declare and send. */
export const host = (sub = 'billing') => mint({ sub, scope: 'catalogue:write notifications:create' });

const declaring =
  (what: string) =>
  (server: Answering, input: object, token = host()) =>
    server.ask<Record<string, { name: string } | null>>(
      `mutation ($input: Declare${what}Input!) { declare${what}(input: $input) { name } }`,
      { input },
      token,
    );

export const declareCategory = declaring('Category');
export const declareType = declaring('Type');

const removing =
  (what: string) =>
  (server: Answering, name: string, token = host()) =>
    server.ask(`mutation ($name: String!) { remove${what}(name: $name) { name } }`, { name }, token);

export const removeCategory = removing('Category');
export const removeType = removing('Type');

export const BILLING = {
  name: 'billing',
  title: [
    { language: 'EN', text: 'Billing' },
    { language: 'DE', text: 'Rechnungen' },
  ],
};

/** A type whose words are all about what is given. */
export const PAID = {
  name: 'invoice_paid',
  category: 'billing',
  wording: [
    {
      language: 'EN',
      title: '{n, plural, one {One invoice} other {# invoices}} paid',
      message: 'By {who} on {at, date, medium}.',
      emailSubject: 'Paid by {who}',
      url: '/invoices/{id}',
    },
    {
      language: 'DE',
      title: '{n, plural, one {Eine Rechnung} other {# Rechnungen}} bezahlt',
      message: 'Von {who} am {at, date, medium}.',
    },
  ],
};

export const PAID_DATA = { n: 2, who: 'Kim <b>', at: '2026-11-30T23:30:00Z', id: 'a/b' };
