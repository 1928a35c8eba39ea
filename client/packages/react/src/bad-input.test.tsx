import '../../../test/browser.ts';
import { beforeEach, expect, it, jest } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { Frame, sessionClient } from '../../../test/render.tsx';
import { HostPlace } from '../../../src/notifications/host-places.tsx';
import { usePreferenceChanges } from '../../../src/preferences/use-preference-changes.ts';
import { Carillon } from '../../client/src/carillon.ts';
import { Provided } from './carillon-provider.tsx';
import { Drawn } from './drawing.tsx';
import { useSettings } from './settings.ts';
import { takeWords } from './take-words.ts';
import { useRowActs } from './use-row-acts.ts';

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

/** What hooks give on a page of a host's. */
function used<Given>(useIt: () => Given): Given {
  let given: Given | undefined;
  function User() {
    given = useIt();
    return null;
  }
  render(
    <Frame client={sessionClient(inbox)}>
      <User />
    </Frame>,
  );
  return given!;
}

it.each([new Date(Number.NaN), 'tomorrow', {}])(
  'do not disturb until %p is refused, and the reader is told',
  async (until) => {
    const { setDoNotDisturb } = used(usePreferenceChanges);
    expect(await setDoNotDisturb(until as Date)).toBe(false);
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not turn on do not disturb');
    expect(inbox.operations('SetDoNotDisturb')).toEqual([]);
  },
);

it.each(['', 'tomorrow', undefined, 'Invalid Date'])(
  'snoozing until %p is refused, and the reader is told',
  async (until) => {
    inbox.add();
    const { snooze } = used(() => useRowActs('n1'));
    expect(await snooze(until as string)).toBe(false);
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not snooze');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  },
);

it.each(['renderEmpty', 'renderHeader', 'renderActions'] as const)(
  'where %s fails, ours stands there, and all else as ever',
  (name) => {
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const places = { renderEmpty: 'empty', renderHeader: 'header', renderActions: 'actions' } as const;
    const fail = () => {
      throw new Error('Host');
    };
    const list = { unreadCount: 1, markAllAsRead: async () => true };
    render(
      <Drawn by={{ [name]: fail }}>
        <p>Beside</p>
        <HostPlace name={places[name]} list={list}>
          Ours
        </HostPlace>
      </Drawn>,
    );
    expect(document.body).toHaveTextContent('BesideOurs');
    silent.mockRestore();
  },
);

it('words that cannot be written down leave ours, and throw nothing while the host draws', async () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const taken = takeWords(circular);
  await expect(taken).rejects.toThrow(TypeError);
});

it.each([
  ['de-CH', 'de'],
  ['AR', 'ar'],
  ['pt-BR', 'en'],
  ['constructor', 'en'],
  ['', 'fr'],
])('in the language %j it is drawn in %s', async (language, drawn) => {
  document.documentElement.lang = 'fr';
  const carillon = new Carillon({ url: '/', getToken: () => Promise.reject(new Error('Nobody')) });
  const Said = () => <p>{useSettings().language}</p>;
  render(
    <Provided carillon={carillon} language={language}>
      <Said />
    </Provided>,
  );
  await waitFor(() => expect(document.querySelector('p')).toHaveTextContent(drawn));
  carillon.dispose();
  document.documentElement.lang = '';
});
