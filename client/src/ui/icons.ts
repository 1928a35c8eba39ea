import { createContext, useContext, type ReactNode } from 'react';

/** What a host application may show another icon for. */
export type IconName = 'bell' | 'empty' | 'markAllRead' | 'preferences' | 'close';

/** A host's own icons, in the place of ours. They are for the eye alone: what they stand for is said in words. */
export type Icons = { readonly [Name in IconName]?: ReactNode };

export const IconsContext = createContext<Icons>({});

type Props = { name: IconName; children: ReactNode };

/** The host's icon, else ours. */
export function Icon({ name, children }: Props): ReactNode {
  return useContext(IconsContext)[name] ?? children;
}
