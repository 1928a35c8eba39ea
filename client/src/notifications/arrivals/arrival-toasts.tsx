import type { ReactNode } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { hideToast, SAID_ELSEWHERE, showToast, toastQuietly } from '../../ui/layers/toast.ts';
import { isElsewhere } from '../../ui/attention/use-whole-link.ts';
import { ofSession } from '../../inbox/of-session.ts';
import { ArrivalTitle, SumTitle } from './arrival-title.tsx';
import { arrive, endSum, leave, NOBODY, standing, sumWords } from './crowd.ts';
import { CountMark } from '../count-mark.tsx';
import { openPanelsOf } from './open-panels.ts';
import { NotificationIcon } from '../notification-icon.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import './arrival-toasts.css';

type Row = NotificationRowFragment;
type Drawn = { buttons: (row: Row) => ReactNode; onFollow: (row: Row) => void };

const READING_TIME = 8_000;
const SUM = 'arrivals';

/**
 * The toasts of what arrives in one session: one for each as long as they are few, and a single line for the others.
 * There are none while a panel is open, which shows what arrives, and what has arrived.
 */
class ArrivalToasts {
  #crowd = NOBODY;
  #lines = new Set<string>();
  #panels: ReturnType<typeof openPanelsOf>;

  constructor(panels: ReturnType<typeof openPanelsOf>) {
    this.#panels = panels;
    panels.subscribe(() => panels.isAny() && this.#clear());
  }

  /**
   * @param isReplay they came while we were away
   * @param drawn what only a session can draw: its buttons, and what happens when its link is followed
   */
  show(rows: Row[], isReplay: boolean, drawn: Drawn): void {
    if (this.#panels.isAny()) return;
    const ids = rows.map(({ id }) => id);
    this.#crowd = arrive(this.#crowd, ids, performance.now(), isReplay);
    const single = new Set(standing(this.#crowd));
    for (const row of rows) if (single.has(row.id)) this.#showOne(row, drawn);
    if (ids.some((id) => this.#crowd.summed.includes(id))) this.#showSum();
  }

  /** Says it in passing. */
  say(text: string): void {
    if (this.#panels.isAny()) return;
    const id = toastQuietly(text, () => this.#lines.delete(id));
    this.#lines.add(id);
  }

  /** Read, archived or removed somewhere: its toast has done its work. */
  hide(ids: Iterable<string>): void {
    const before = this.#crowd;
    this.#crowd = leave(before, ids);
    const left = new Set(standing(this.#crowd));
    for (const id of standing(before)) if (!left.has(id)) hideToast(id);
    if (this.#crowd.summed.length < before.summed.length) this.#showSum();
  }

  #clear(): void {
    this.hide([...standing(this.#crowd), ...this.#crowd.summed]);
    this.#lines.forEach(hideToast);
  }

  #showSum(): void {
    const words = sumWords(this.#crowd, performance.now());
    if (!words) return hideToast(SUM);
    const toast = {
      id: SUM,
      ...SAID_ELSEWHERE,
      className: 'sum-toast',
      onClose: (isSentAway: boolean) => (this.#crowd = endSum(this.#crowd, performance.now(), isSentAway)),
      message: <SumTitle onClick={() => hideToast(SUM)}>{words}</SumTitle>,
    };
    showToast(toast, READING_TIME);
  }

  #showOne(row: Row, { onFollow, buttons }: Drawn): void {
    const { id, title, message, severity, count } = row;
    const toast = {
      id,
      ...SAID_ELSEWHERE,
      onClose: () => (this.#crowd = leave(this.#crowd, [id])),
      icon: <NotificationIcon of={row} />,
      className: 'arrival-toast',
      title: (
        <ArrivalTitle
          row={row}
          onClick={(event) => {
            onFollow(row);
            if (!isElsewhere(event)) hideToast(id);
          }}
        >
          <SeverityMark severity={severity} />
          <span dir="auto">{title}</span>
          {count > 1 && <CountMark count={count} />}
        </ArrivalTitle>
      ),
      message: (
        <>
          <span className="arrival-message" dir="auto">
            {message}
          </span>
          {buttons(row)}
        </>
      ),
    };
    // What should be seen now is not gone before it was.
    showToast(toast, severity === 'URGENT' ? null : READING_TIME);
  }
}

export const arrivalToastsOf = ofSession((client) => new ArrivalToasts(openPanelsOf(client)));
