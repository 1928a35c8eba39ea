import type { ApolloClient } from '@apollo/client';
import { useEffect, useRef, useState } from 'react';
import { backOff, waitOrWake } from '../../browser/back-off.ts';
import { OpenSubjectDocument } from '../../generated/acts.ts';
import type { SubjectRef } from '../../generated/graphql.ts';
import { useIsPageVisible } from '../../browser/tab-visibility.ts';
import { useIsLineLost } from '../follow/use-is-line-lost.ts';
import { useInboxClient } from '../use-inbox-client.ts';
import { openSubjectsOf } from './open-subjects.ts';

const MAX_TRIES = 6;

/**
 * Stands on the page of something, once that is there: whoever sees the page need not be told of it by notifications.
 * They are read by that, and so are those that come while it is seen; a page in a background tab waits for its reader.
 */
export function SubjectInView({ type, id }: SubjectRef) {
  const client = useInboxClient();
  const isVisible = useIsPageVisible();
  const isLineLost = useIsLineLost();
  const [news, setNews] = useState(1);
  const told = useRef(0);
  useEffect(
    () => openSubjectsOf(client).open({ type, id }, () => setNews((count) => count + 1)),
    [client, type, id],
  );
  useEffect(() => {
    if (!isVisible || told.current === news) return;
    const stopping = new AbortController();
    void tellOpened(client, { type, id }, stopping.signal).then((isTold) => {
      if (isTold) told.current = news;
    });
    return () => stopping.abort();
    // Nor is it given up for good what could not be told in an outage: when that is over, it begins anew.
  }, [client, type, id, isVisible, isLineLost, news]);
  return null;
}

/** Nothing to trouble the reader with when it fails: the notifications stay unread, and are there to be opened. */
async function tellOpened(client: ApolloClient, subject: SubjectRef, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; attempt < MAX_TRIES && !signal.aborted; attempt++) {
    try {
      await client.mutate({ mutation: OpenSubjectDocument, variables: { subject } });
      return true;
    } catch {
      await waitOrWake(backOff(attempt), signal);
    }
  }
  return false;
}
