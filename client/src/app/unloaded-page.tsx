import { IconRefresh } from '@tabler/icons-react';
import { Button } from '../ui/buttons/button.tsx';
import { StatePage } from '../ui/page/states.tsx';
import { useWords } from '../words/use-words.tsx';

/** Most often a new version has been put in the place of the one that this tab began with. */
export function UnloadedPage() {
  const say = useWords();
  return (
    <StatePage
      icon={<IconRefresh size={28} stroke={1.5} />}
      title={say('app.unloaded')}
      action={<Button onClick={() => window.location.reload()}>{say('app.loadAgain')}</Button>}
    >
      {say(navigator.onLine ? 'app.updated' : 'app.loadWhenOnline')}
    </StatePage>
  );
}
