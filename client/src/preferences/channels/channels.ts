import { IconBell, IconMail } from '@tabler/icons-react';
import type { Channel } from '../../generated/graphql.ts';

/** The columns of the matrix, in their order. */
export const CHANNELS: { channel: Channel; label: string; Icon: typeof IconBell }[] = [
  { channel: 'IN_APP', label: 'Ring', Icon: IconBell },
  { channel: 'EMAIL', label: 'E-mail', Icon: IconMail },
];
