// Stands in the place of what our own pages do by keys: those of a host's page are its own. What lists and fields do by keys is
// no matter of these.
import type { useRowCommands as useOurRowCommands } from '../../../src/notifications/row/use-row-commands.ts';
import type { useKeyHint as useOurKeyHint } from '../../../src/shortcuts/key-words.ts';
import type { useCommands as useOurCommands } from '../../../src/shortcuts/use-commands.ts';

const NONE: ReturnType<typeof useOurKeyHint> = { keys: undefined, title: (label) => label };

export const useKeyHint: typeof useOurKeyHint = () => NONE;
export const useCommands: typeof useOurCommands = () => undefined;
export const useRowCommands: typeof useOurRowCommands = () => undefined;
