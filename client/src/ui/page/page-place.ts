import { createContext } from 'react';

/** Whether a page is alone, the list beside one that is open, or the one that is open beside its list. */
export const PagePlace = createContext<'alone' | 'list' | 'beside'>('alone');

/** Goes with a way whose reader stays in the list, whatever it opens or closes beside it. */
export const IN_LIST = { staysInList: true };
