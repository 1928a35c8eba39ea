import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { MAX_SEARCH, searchWith } from '../list/list-address.ts';
import { useWords } from '../../words/use-words.tsx';
import '../../ui/fields/field.css';
import './search-box.css';

/** By which others find it. */
export const SEARCH_BOX_ID = 'notification-search';
/** Between two letters of somebody who goes on writing. */
const PAUSE_MS = 250;

/** Searches while its reader writes. What is searched for stands in the address, as all filters do. */
export function SearchBox() {
  const say = useWords();
  const [params] = useSearchParams();
  const searched = params.get('search') ?? '';
  const { text, write, search } = useWriting(searched);
  const input = useRef<HTMLInputElement>(null);
  const hint = useKeyHint('search');
  const enter = () => {
    input.current?.focus();
    input.current?.select();
  };
  useCommands({ search: enter }, { around: () => input.current });
  return (
    <form
      role="search"
      aria-label={say('notification.many')}
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
    >
      <IconSearch size={18} stroke={1.8} aria-hidden="true" />
      <input
        ref={input}
        id={SEARCH_BOX_ID}
        type="search"
        className="field-input"
        aria-label={say('search.label')}
        aria-keyshortcuts={hint.keys}
        title={hint.title(say('search.label'))}
        placeholder={say('search.label')}
        autoComplete="off"
        enterKeyHint="search"
        // Of nothing it would be that of English.
        dir={text === '' ? undefined : 'auto'}
        maxLength={MAX_SEARCH}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {text !== '' && (
        <IconButton
          aria-label={say('search.clear')}
          title={say('search.clear')}
          onClick={() => {
            search('');
            input.current?.focus();
          }}
        >
          <IconX size={16} stroke={2} aria-hidden="true" />
        </IconButton>
      )}
    </form>
  );
}

/** What is being written, until the address says the same; whatever else it says then goes before it. */
function useWriting(searched: string) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [written, setWritten] = useState<{ text: string; isWaiting: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const isMeant = written && (written.isWaiting || written.text.trim() === searched);

  const search = (text: string) => {
    clearTimeout(timer.current);
    setWritten({ text, isWaiting: false });
    const wanted = text.trim();
    if (wanted === searched) return;
    void navigate(searchWith(params, 'search', wanted === '' ? null : wanted), { replace: true });
  };
  const write = (text: string) => {
    clearTimeout(timer.current);
    setWritten({ text, isWaiting: true });
    timer.current = setTimeout(() => search(text), PAUSE_MS);
  };
  return { text: isMeant ? written.text : searched, write, search };
}
