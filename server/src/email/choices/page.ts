import { Channel } from '../../catalogue/category.ts';
import { LOCALES, type Language } from '../../catalogue/language.ts';
import { contained } from '../../platform/text/bidi.ts';
import { WEEKDAYS, type Weekday } from '../../preferences/clock/weekday.ts';
import { Pace } from '../../preferences/pace.ts';
import type { Preferences } from '../../preferences/preferences.reader.ts';
import { html, Html } from '../html.ts';
import { plainPage } from '../plain-page.ts';
import { ALL_DAY, fields, hoursOn, OFF, QUIET } from './form.ts';
import { choicesWording, type ChoicesWording } from './wording.ts';

/** What became of the form, if there was one. */
export type Outcome = 'saved' | 'refused' | undefined;

/** A reader's choices as a form. Nothing else of them is on it. */
export function choicesPage(known: Preferences, outcome: Outcome): string {
  const { language, timeZone, categories } = known;
  const words = choicesWording[language];
  return page(language, words.title, [
    ...(outcome ? [html`<p class="note" role="status">${words[outcome]}</p>`] : []),
    html`<p>${words.lead}</p>
      <form method="post">
        <h2>${words.categories}</h2>
        ${categories.map((category) => categoryFields(category, words))}
        <h2>${words.quietHours}</h2>
        <p class="soft">${words.quietLead(timeZone)}</p>
        ${WEEKDAYS.map((day, index) => dayFields(known, day, nameOf(index, language)))}
        <button>${words.save}</button>
      </form>`,
    preferencesLink(words),
  ]);
}

export const unknownPage = (language: Language): string => said(language, 'unknown', 'unknownWhy');

export const busyPage = (language: Language): string => said(language, 'busy', 'busyWhy');

function said(language: Language, heading: 'unknown' | 'busy', why: 'unknownWhy' | 'busyWhy'): string {
  const words = choicesWording[language];
  return page(language, words[heading], [html`<p>${words[why]}</p>`, preferencesLink(words)]);
}

const page = (language: Language, heading: string, main: readonly Html[]): string =>
  plainPage({ language, brand: choicesWording[language].brand, heading, main });

function categoryFields(
  { category, title, isCritical, channels }: Preferences['categories'][number],
  words: ChoicesWording,
): Html {
  const legend = html`<legend dir="auto">${contained(title)}</legend>`;
  if (isCritical)
    return html`<fieldset>
      ${legend}
      <div class="fields soft">${words.always}</div>
    </fieldset>`;
  const email = channels.find(({ channel }) => channel === Channel.EMAIL);
  const options = [
    { value: Pace.NOW, text: words.now },
    { value: Pace.DAILY, text: words.daily },
    { value: Pace.WEEKLY, text: words.weekly },
    { value: OFF, text: words.off },
  ];
  return html`<fieldset>
    ${legend}
    <div class="fields">
      <label>
        ${words.channels[Channel.EMAIL]}
        ${select(fields.email(category), options, email?.isOn ? email.pace : OFF)}
      </label>
      ${channels.filter(({ channel }) => channel !== Channel.EMAIL).map((choice) => box(category, choice, words))}
    </div>
  </fieldset>`;
}

const box = (
  category: string,
  { channel, isOn }: Preferences['categories'][number]['channels'][number],
  words: ChoicesWording,
): Html =>
  html`<label>
    <input type="checkbox" name="${fields.on(channel, category)}" value="on" ${mark('checked', isOn)} />
    ${words.channels[channel]}
  </label>`;

const USUAL = { from: '22:00', until: '07:00' };

function dayFields(known: Preferences, day: Weekday, name: string): Html {
  const words = choicesWording[known.language];
  const hours = hoursOn(known, day);
  const isAllDay = hours?.from === ALL_DAY.from && hours.until === ALL_DAY.until;
  const kind = !hours ? QUIET.NONE : isAllDay ? QUIET.ALL_DAY : QUIET.HOURS;
  const { from, until } = !hours || isAllDay ? USUAL : hours;
  const options = [
    { value: QUIET.NONE, text: words.none },
    { value: QUIET.HOURS, text: words.between },
    { value: QUIET.ALL_DAY, text: words.allDay },
  ];
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="fields">
      ${select(fields.quiet(day), options, kind, `${name}: ${words.quietHours}`)}
      <label>${words.from} <input type="time" name="${fields.from(day)}" value="${from}" /></label>
      <label>${words.until} <input type="time" name="${fields.until(day)}" value="${until}" /></label>
    </div>
  </fieldset>`;
}

function select(
  name: string,
  options: readonly { value: string; text: string }[],
  chosen: string,
  label?: string,
): Html {
  const all = options.map(
    ({ value, text }) =>
      html`<option value="${value}" ${mark('selected', value === chosen)}>${text}</option>`,
  );
  return label === undefined
    ? html`<select name="${name}">
        ${all}
      </select>`
    : html`<select name="${name}" aria-label="${label}">
        ${all}
      </select>`;
}

const mark = (attribute: 'checked' | 'selected', isSo: boolean): Html => new Html(isSo ? attribute : '');

/** The first of January 2024 was a Monday. */
const nameOf = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + day),
  );

/** From one folder below the root, wherever a proxy has put that. */
const preferencesLink = (words: ChoicesWording): Html =>
  html`<p class="link"><a href="../preferences">${words.signIn}</a></p>`;
