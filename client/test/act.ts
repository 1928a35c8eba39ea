// React as readers get it has no `act`, by which Testing Library has drawn at once what it does.
import React from 'react';
import { flushSync } from 'react-dom';

function act(work: () => unknown): unknown {
  let result: unknown;
  flushSync(() => {
    result = work();
  });
  return result;
}

if (!('act' in React)) Object.assign(React, { act });
