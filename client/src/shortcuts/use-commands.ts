import { useLayoutEffect } from 'react';
import { commandBoard, type Commands, type Reach } from './commands.ts';
import { useEffectEvent } from '../ui/use-effect-event.ts';

/**
 * Offers commands for as long as the component is there: to keys, to buttons elsewhere and to the palette. Several
 * components may offer different ones for the same element; what is not offered does nothing.
 */
export function useCommands(commands: Commands, reach?: Reach): void {
  const newest = useEffectEvent(() => commands);
  const within = useEffectEvent(() => (reach && 'within' in reach ? reach.within() : null));
  const around = useEffectEvent(() => (reach && 'around' in reach ? reach.around() : null));
  const kind = reach && ('within' in reach ? 'within' : 'around');
  useLayoutEffect(() => {
    const own: Reach | undefined =
      kind && (kind === 'within' ? { within: () => within() } : { around: () => around() });
    return commandBoard.add(() => newest(), own);
  }, [kind]);
}
