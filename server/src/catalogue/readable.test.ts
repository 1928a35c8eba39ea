import { expect, test } from '@jest/globals';
import { catalogueOf } from '../../test/support/catalogue.ts';
import { titleFor } from './category.ts';
import { readable } from '../platform/text/readable.ts';

test.each([
  ['billing_reminders', 'Billing reminders'],
  ['billing-reminders', 'Billing reminders'],
  ['billing.reminders', 'Billing reminders'],
  ['billing/reminders', 'Billing reminders'],
  ['billing:reminders', 'Billing reminders'],
  ['billingReminders', 'Billing reminders'],
  ['BillingReminders', 'Billing reminders'],
  ['BILLING_REMINDERS', 'Billing reminders'],
  ['__billing__reminders__', 'Billing reminders'],
  ['billing', 'Billing'],
  ['HR_updates', 'HR updates'],
  ['HTTP', 'HTTP'],
  ['iOS', 'IOS'],
  ['order2Shipped', 'Order2 shipped'],
  ['release-v1.2', 'Release v1.2'],
  ['2026-11', '2026-11'],
  ['Rechnungen_Mahnungen', 'Rechnungen Mahnungen'],
  ['überfällige_rechnungen', 'Überfällige rechnungen'],
  ['Mail & more', 'Mail & more'],
  ['mail & e-mail', 'Mail & e-mail'],
  ['счета_на_оплату', 'Счета на оплату'],
  ['请求_审批', '请求 审批'],
  ['🎉', '🎉'],
  ['___', '___'],
  ['-', '-'],
])('%s reads as %s', (name, title) => {
  expect(readable(name)).toBe(title);
});

test('a category that nobody declared is called so in each language; declared ones keep their titles', () => {
  const catalogue = catalogueOf();
  expect(catalogue.category('billing_reminders')).toMatchObject({
    name: 'billing_reminders',
    title: [{ language: 'en', text: 'Billing reminders' }],
  });
  expect(titleFor(catalogue.category('account'), 'de')).toBe('Konto und Sicherheit');
});
