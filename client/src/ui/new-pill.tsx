import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';

/** What has arrived and waits for the reader to want it. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div className="new-pill">
      <Button radius="xl" size="compact-md" leftSection={<IconArrowUp size={15} />} onClick={onShow}>
        {count} new
      </Button>
    </div>
  );
}
