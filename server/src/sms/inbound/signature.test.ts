import { expect, test } from '@jest/globals';
import { isSigned } from './signature.ts';

// The provider's own example, as its documentation has had it for years.
const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FIELDS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};

test('takes what the holder of the token has signed, in any order, and nothing else', () => {
  const form = new URLSearchParams(Object.entries(FIELDS).reverse());
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  expect(isSigned('12345', URL, form, signature)).toBe(true);
  expect(isSigned('12346', URL, form, signature)).toBe(false);
  expect(isSigned('12345', `${URL}&more=1`, form, signature)).toBe(false);
  for (const wrong of [undefined, '', 'short', signature.toLowerCase(), [signature, signature]])
    expect(isSigned('12345', URL, form, wrong)).toBe(false);
  form.append('Digits', '5');
  expect(isSigned('12345', URL, form, signature)).toBe(false);
});
