import { IconRefresh } from '@tabler/icons-react';
import { Button } from '../ui/buttons/button.tsx';
import { StatePage } from '../ui/page/states.tsx';

/** Most often a new version has been put in the place of the one that this tab began with. */
export function UnloadedPage() {
  return (
    <StatePage
      icon={<IconRefresh size={28} stroke={1.5} />}
      title="This page could not be loaded"
      action={<Button onClick={() => window.location.reload()}>Load it again</Button>}
    >
      {navigator.onLine
        ? 'Carillon may have been updated since you opened it. Loading it again brings the new version.'
        : 'You are offline. Load it again as soon as you are back online.'}
    </StatePage>
  );
}
