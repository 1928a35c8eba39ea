import { createContext } from 'react';

/** Whether keys do anything here: on our own pages, and not on a host's, whose keys are its own. */
export const KeysOffered = createContext(true);
