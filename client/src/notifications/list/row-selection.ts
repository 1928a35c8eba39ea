import { createContext } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';

export type Selection = {
  /** Whether anything is selected: then all rows show whether they are. */
  isOn: boolean;
  isSelected: (row: Pick<NotificationRowFragment, 'id' | 'seq'>) => boolean;
  /** @param isRange with all between it and the one before */
  toggle: (id: string, isRange: boolean) => void;
};

/** By it the rows of a list can be selected; without it they cannot. */
export const RowSelection = createContext<Selection | null>(null);
