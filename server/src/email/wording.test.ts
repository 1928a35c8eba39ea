import { expect, test } from '@jest/globals';
import { LANGUAGES } from '../catalogue/language.ts';
import { choicesWording } from './choices/wording.ts';
import { unsubscribeWording } from './unsubscribe/wording.ts';
import { emailWording } from './wording.ts';
import { plainPage } from './plain-page.ts';

const others = LANGUAGES.filter((language) => language !== 'en');

test.each(others)('%s says nothing in English', (language) => {
  for (const all of [choicesWording, unsubscribeWording, emailWording])
    for (const [key, english] of Object.entries(all.en))
      if (typeof english === 'string') expect(all[language]).not.toHaveProperty(key, english);
});

test('Arabic counts in its own forms', () => {
  expect(emailWording.ar.unread(1)).toBe('إشعار واحد غير مقروء');
  expect(emailWording.ar.unread(5)).toBe('5 إشعارات غير مقروءة');
  expect(emailWording.ar.unread(11)).toBe('11 إشعارًا غير مقروء');
});

test('a page in Arabic begins on the right', () => {
  const page = (language: 'ar' | 'fr') =>
    plainPage({ language, brand: 'Carillon', heading: 'Carillon', main: [] });
  expect(page('ar')).toContain('<html lang="ar" dir="rtl">');
  expect(page('fr')).toContain('<html lang="fr" dir="ltr">');
});
