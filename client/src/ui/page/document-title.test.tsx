import '../../../test/browser.ts';
import { expect, it } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { useDocumentTitle, useUnreadInTitle } from './document-title.ts';

it.each([
  ['Preferences', '(3) Preferences · Carillon'],
  ['مرحبا (2)', '(3) \u2068مرحبا (2)\u2069 · Carillon'],
  ['\u202eevil', '(3) \u2068\u202eevil\u2069 · Carillon'],
])('names the tab after “%s”, which reorders nothing around it', (page, title) => {
  renderHook(() => {
    useUnreadInTitle(3);
    useDocumentTitle(page);
  });
  expect(document.title).toBe(title);
});
