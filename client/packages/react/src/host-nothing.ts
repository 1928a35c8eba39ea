// Stands in the place of what is never seen on a host's page: where nothing can be done with several rows, none are selected,
// and where nothing is kept for the time without a network, nothing waits.
import type { RowCheck as OurRowCheck } from '../../../src/notifications/row/row-check.tsx';

export const RowCheck: (...of: Parameters<typeof OurRowCheck>) => null = () => null;
export const WaitingNotice = () => null;
