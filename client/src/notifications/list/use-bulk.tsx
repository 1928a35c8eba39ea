import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { whenIdle } from '../../browser/idle.ts';
import type { InboxAct, NotificationFilter, NotificationRowFragment } from '../../generated/graphql.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import type { InboxView } from '../../inbox/lists/filter.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { useLiveRegion } from '../../ui/attention/use-live-region.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { focusBesideSelected, focusSelected } from './bulk-focus.ts';
import type { Selection } from './row-selection.ts';
import { useSelection } from './use-selection.ts';
import { say } from '../../words/words.ts';
import { withWords } from '../../words/load.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

const BulkBar = lazyPart(() => withWords('acts', import('./bulk-bar.tsx')).then((module) => module.BulkBar));

type Options = {
  view: InboxView;
  inbox: ReturnType<typeof useNotifications>;
  /** The rows that the reader sees. */
  shown: NotificationRowFragment[];
  filter: NotificationFilter;
  /** What came later is spared. */
  seenSeq: number | undefined;
};

/** Rows of a list are selected, and something is done with all of them. `bar` stands before the list. */
export function useBulk(options: Options): { selection: Selection; bar: ReactNode } {
  const { view, inbox, shown, seenSeq } = options;
  const chosen = useSelection(inbox.notifications, shown);
  const { selection, idsSelected, isAll } = chosen;
  const bar = useRef<HTMLDivElement>(null);
  const page = () => bar.current?.closest('[data-frame="page"]') ?? null;
  useEffect(() => whenIdle(BulkBar.preload), []);
  const act = useBulkActs(options, chosen, page);
  const end = () => {
    focusSelected(page());
    chosen.end();
  };
  useEscape(selection.isOn, end);
  const region = useCountAloud(selection.isOn, isAll ? null : idsSelected.length);
  const isMoreThere = inbox.hasMore && !isAll && idsSelected.length === shown.length;
  return {
    selection,
    bar: (
      <>
        {region}
        <div ref={bar} className="bulk-place">
          <LatePlace onClose={chosen.end}>
            {selection.isOn && (
              <BulkBar
                view={view}
                count={isAll ? null : idsSelected.length}
                loadedCount={shown.length}
                offerOfAll={isMoreThere ? offerOfAll(options) : null}
                onAct={act}
                onSelectLoaded={chosen.selectLoaded}
                onSelectAll={() => seenSeq !== undefined && chosen.selectAll(seenSeq)}
                onEnd={end}
              />
            )}
          </LatePlace>
        </div>
      </>
    ),
  };
}

const LEAVES = new Set<InboxAct>(['ARCHIVE', 'UNARCHIVE', 'DELETE', 'SNOOZE', 'UNSNOOZE']);

function useBulkActs(
  { filter }: Options,
  { allUpTo, idsSelected, end }: ReturnType<typeof useSelection>,
  page: () => Element | null,
) {
  const { cache } = useApolloClient();
  const { actOn } = useTriage();
  return (act: InboxAct, until?: string) => {
    const doing = { act, ...(until !== undefined && { until }) };
    const isAll = allUpTo !== null;
    const meant = isAll ? { ...doing, filter, upToSeq: allUpTo } : { ...doing, ids: idsSelected };
    if (isAll || LEAVES.has(act)) {
      // Before the deed, so that the focus is somewhere when what had it goes away.
      focusBesideSelected(page());
      end();
    }
    void actOn(meant).then((isDone) => isDone && isAll && pruneList(cache, filter));
  };
}

function offerOfAll({ view, inbox, filter }: Options): string {
  const isWhole = Object.keys(filter).length === 1;
  if (view === 'unread' && isWhole && inbox.unreadCount)
    return say('notification.selectUnread', { count: inbox.unreadCount });
  return say('notification.selectFiltered');
}

const FIELDS = 'input:not([type=checkbox]), textarea, select';

/** Escape ends it, unless something lies over the list that Escape is for. */
function useEscape(isOn: boolean, end: () => void): void {
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    if (document.querySelector('dialog[open], [data-frame="panel"], .popover')) return;
    end();
  });
  useEffect(() => {
    if (!isOn) return;
    const ending = new AbortController();
    document.addEventListener('keydown', (event) => onEscape(event), { signal: ending.signal });
    return () => ending.abort();
  }, [isOn]);
}

const selectedWords = (count: number | null): string =>
  count === null ? say('notification.allSelected') : say('notification.selected', { count });

/** Says how many, once they have been some. */
function useCountAloud(isOn: boolean, count: number | null): ReactNode {
  const { region, say: tell } = useLiveRegion();
  const wasOn = useRef(false);
  useEffect(() => {
    if (!isOn && !wasOn.current) return;
    wasOn.current = isOn;
    tell(isOn ? selectedWords(count) : say('notification.nothingSelected'));
  }, [isOn, count, tell]);
  return region;
}
