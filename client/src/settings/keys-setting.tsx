import { commandBoard } from '../shortcuts/commands.ts';
import { keyWords } from '../shortcuts/key-words.ts';
import { shortcutOf } from '../shortcuts/shortcuts.ts';
import { chooseSingleKeys, useSingleKeys } from '../shortcuts/single-keys.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Switch } from '../ui/fields/switch.tsx';

/** For whoever talks to their computer, or whose hands press what they did not mean to (WCAG 2.1.4). */
export function KeysSetting() {
  const palette = keyWords(shortcutOf('palette').keys[0]);
  return (
    <>
      <label className="setting-switch">
        <Switch
          checked={useSingleKeys()}
          aria-describedby="setting-keys-hint"
          onChange={({ currentTarget }) => chooseSingleKeys(currentTarget.checked)}
        />
        Single-key shortcuts
      </label>
      <p id="setting-keys-hint">
        Letters and signs that do something by themselves, such as E for archive. Without them {palette},
        Enter, Delete and Page Down still work.
      </p>
      <Button variant="default" onClick={() => commandBoard.run('help')}>
        Show all shortcuts
      </Button>
    </>
  );
}
