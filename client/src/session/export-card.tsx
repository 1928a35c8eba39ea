import { useState } from 'react';
import { PLACES } from '../../../server/src/platform/text/places.ts';
import { Button } from '../ui/buttons/button.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PlainKey } from '../words/words.ts';
import { downloadExport, type ExportOutcome } from './export.ts';
import { useSignedIn } from './session-context.tsx';
import '../ui/fields/setting.css';

const WORDS: Record<ExportOutcome, PlainKey> = {
  downloaded: 'preferences.downloaded',
  tooOften: 'preferences.downloadTooOften',
  busy: 'preferences.downloadBusy',
  failed: 'preferences.downloadFailed',
};

/** All that is kept of the reader, for them to take along. */
export function ExportCard() {
  const say = useWords();
  const { client } = useSignedIn();
  const [state, setState] = useState<ExportOutcome | 'downloading'>();
  const isDownloading = state === 'downloading';
  const download = async () => {
    if (isDownloading) return;
    setState('downloading');
    setState(await downloadExport(client));
  };
  return (
    <section id={PLACES.data} className="card place setting" tabIndex={-1} aria-labelledby="data-title">
      <h2 id="data-title">{say('preferences.data')}</h2>
      <p>{say('preferences.dataLead')}</p>
      <Button variant="default" aria-disabled={isDownloading} onClick={() => void download()}>
        {say('preferences.download')}
      </Button>
      <p role="status" className="hint">
        {state && say(isDownloading ? 'preferences.downloading' : WORDS[state])}
      </p>
    </section>
  );
}
