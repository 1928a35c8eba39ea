import type { Truth } from './journal.ts';
import type { Ledger } from './ledger.ts';

/** What several were asked has one outcome: in the request, in each inbox, and in every answer that was given. */
export function judgeAnswers({ asked }: Truth, ledger: Ledger): void {
  const bySubject = Map.groupBy(asked, ({ subjectId }) => subjectId);
  const differs = (subjectId: string, what: string) => ledger.wrong('disagreed', `${subjectId}: ${what}`);
  for (const [subjectId, rows] of bySubject) {
    const outcomes = new Set(rows.map(({ outcome }) => outcome));
    if (outcomes.size > 1) differs(subjectId, `it has ${outcomes.size} outcomes`);
    for (const { userId, isDecided, isOpen, isToldRightly } of rows)
      if (isOpen === isDecided || !isToldRightly) differs(subjectId, `${userId} is told something else`);
  }
  for (const { subjectId, by, actionId } of ledger.answers) {
    const [decided] = bySubject.get(subjectId) ?? [];
    // All of its notifications may have been deleted since.
    if (decided && decided.outcome !== `${actionId} by ${by}`)
      differs(subjectId, `somebody was told ${actionId} by ${by}, and it is ${decided.outcome}`);
  }
  const firsts = ledger.answers.filter(({ isFirst }) => isFirst);
  for (const [subjectId, many] of Map.groupBy(firsts, (one) => one.subjectId))
    if (many.length > 1) differs(subjectId, `${many.map(({ by }) => by).join(' and ')} were first`);
  for (const subjectId of ledger.settled)
    if (bySubject.get(subjectId)?.some(({ isDecided }) => !isDecided))
      differs(subjectId, 'it was settled, and is open');
}
