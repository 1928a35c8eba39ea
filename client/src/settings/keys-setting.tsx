import { commandBoard } from '../shortcuts/commands.ts';
import { keyWords } from '../shortcuts/key-words.ts';
import { shortcutOf } from '../shortcuts/shortcuts.ts';
import { chooseSingleKeys, useSingleKeys } from '../shortcuts/single-keys.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { useWords } from '../words/use-words.tsx';

/** For whoever talks to their computer, or whose hands press what they did not mean to (WCAG 2.1.4). */
export function KeysSetting() {
  const say = useWords();
  const palette = keyWords(shortcutOf('palette').keys[0]);
  return (
    <>
      <label className="setting-switch">
        <Switch
          checked={useSingleKeys()}
          aria-describedby="setting-keys-hint"
          onChange={({ currentTarget }) => chooseSingleKeys(currentTarget.checked)}
        />
        {say('settings.singleKeys')}
      </label>
      <p id="setting-keys-hint">{say('settings.singleKeysLead', { palette })}</p>
      <Button variant="default" onClick={() => commandBoard.run('help')}>
        {say('settings.showShortcuts')}
      </Button>
    </>
  );
}
