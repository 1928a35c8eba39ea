import type { Language } from '../../catalogue/language.ts';
import { contained } from '../../platform/text/bidi.ts';
import { html, type Html } from '../html.ts';
import { plainPage } from '../plain-page.ts';
import { unsubscribeWording, type UnsubscribeWording } from './wording.ts';

/** What the page shows: a question, or what was done. */
export type View = 'ask' | 'ended' | 'resumed';

export interface UnsubscribeView {
  readonly language: Language;
  readonly view: View;
  /** Of what it is about; null: of all that is not critical. */
  readonly titles: readonly string[] | null;
  /** Of what cannot be ended. */
  readonly critical: readonly string[];
}

/** The field of the form that takes it back. */
export const RESUME = 'resume';

export function unsubscribePage({ language, view, titles, critical }: UnsubscribeView): string {
  const words = unsubscribeWording[language];
  const about = titles ? list(titles) : criticalList(words, critical);
  const isAll = titles === null;
  switch (view) {
    case 'ask':
      return page(language, isAll ? words.askAll : words.ask, [
        ...about,
        html`<form method="post">
          <button name="List-Unsubscribe" value="One-Click">${words.end}</button>
        </form>`,
      ]);
    case 'ended':
      return page(language, isAll ? words.endedAll : words.ended, [
        ...about,
        html`<p>${words.inbox}</p>
          <form method="post"><button name="${RESUME}" class="second">${words.resume}</button></form>`,
        preferencesLink(words),
      ]);
    case 'resumed':
      return page(language, isAll ? words.resumedAll : words.resumed, [
        ...(titles ? list(titles) : []),
        html`<p>${isAll ? words.fromNowOnAll : words.fromNowOn}</p>`,
        preferencesLink(words),
      ]);
  }
}

/** Of a user who is not there any more. */
export const gonePage = (language: Language): string =>
  page(language, unsubscribeWording[language].gone, [html`<p>${unsubscribeWording[language].goneWhy}</p>`]);

export const unknownPage = (language: Language): string =>
  page(language, unsubscribeWording[language].unknown, [
    html`<p>${unsubscribeWording[language].unknownWhy}</p>`,
  ]);

const list = (titles: readonly string[]): Html[] => [
  html`<ul>
    ${titles.map((title) => html`<li dir="auto">${contained(title)}</li>`)}
  </ul>`,
];

const criticalList = (words: UnsubscribeWording, titles: readonly string[]): Html[] =>
  titles.length > 0 ? [html`<p class="soft">${words.critical}</p>`, ...list(titles)] : [];

/** From one folder below the root, wherever a proxy has put that. */
const preferencesLink = (words: UnsubscribeWording): Html =>
  html`<p class="link"><a href="../preferences">${words.preferences}</a></p>`;

const page = (language: Language, heading: string, main: readonly Html[]): string =>
  plainPage({ language, brand: unsubscribeWording[language].title, heading, main });
