import type { OtherSide } from './channels/arrival.ts';
import type { OtherSides } from './channels/other-sides.ts';
import { FAULT_KINDS } from './faults.ts';
import type { Truth } from './journal.ts';
import type { Ledger, WrongKind } from './ledger.ts';

const WRONG_KINDS: WrongKind[] = [
  'lost',
  'doubled',
  'miscounted',
  'foreign',
  'out of order',
  'needless resync',
  'disagreed',
  'misworded',
  'kept',
  'refused',
  'crashed',
  'swollen',
  'stuck',
];
const MAX_SHOWN_OF_A_KIND = 5;

/** What was taken on the other side, of how many tries, and how often the same id came again. */
interface Sent {
  messages: number;
  tries: number;
  repeatedIds: number;
}

/** A run in figures. */
export interface Report {
  seed: number;
  seconds: number;
  sends: number;
  bulkSends: number;
  bulkRecipients: number;
  ways: ReturnType<Ledger['ways']>;
  broadcastsCancelled: number;
  plansCancelled: number;
  exports: number;
  answers: number;
  conflicts: number;
  operations: number;
  repeats: number;
  deliveries: number;
  reconnects: number;
  faults: Record<string, number>;
  emails: Sent;
  texts: Sent;
  pushes: Sent;
  removedByTime: number;
  bigChanges: number;
  resyncs: number;
  repairs: number;
  longestNextSendMs: number;
  longestOperationMs: number;
  longestStopMs: number;
  mostMegabytes: number;
  unread: number;
  quietAfterMs: number;
  latencyMs: { samples: number; median: number; p99: number; max: number };
  wrongs: Record<string, number>;
  complaints: string[];
}

interface Material {
  seed: number;
  ms: number;
  quietAfterMs: number;
  ledger: Ledger;
  truth: Truth;
  repairs: number;
  sides: OtherSides;
}

function sentTo({ arrivals, tries }: OtherSide): Sent {
  const messages = new Set(arrivals.map(({ id }) => id)).size;
  return { messages, tries, repeatedIds: arrivals.length - messages };
}

const saidOf = ({ messages, tries, repeatedIds }: Sent) =>
  `${messages} in ${tries} tries, ${repeatedIds} came again under the same id`;

const counted = (kinds: readonly string[], list: readonly { kind: string }[]): Record<string, number> =>
  Object.fromEntries(kinds.map((kind) => [kind, list.filter((one) => one.kind === kind).length]));

export function summarise({ seed, ms, quietAfterMs, ledger, truth, repairs, sides }: Material): Report {
  const sorted = ledger.latencies.toSorted((a, b) => a - b);
  const quantile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    seed,
    seconds: Math.round(ms / 1_000),
    sends: ledger.sends.length,
    bulkSends: ledger.bulks.length,
    bulkRecipients: ledger.bulks.reduce((sum, { recipientIds }) => sum + recipientIds.length, 0),
    ways: ledger.ways(),
    broadcastsCancelled: ledger.broadcasts.filter(({ told }) => told === 'CANCELLED').length,
    plansCancelled: ledger.planned.filter(({ told }) => told === 'cancelled').length,
    exports: ledger.exports,
    answers: ledger.answers.length,
    conflicts: ledger.answers.filter(({ isFirst }) => !isFirst).length,
    operations: ledger.operations,
    repeats: ledger.repeats,
    deliveries: ledger.deliveries,
    reconnects: ledger.reconnects,
    faults: counted(FAULT_KINDS, ledger.faults),
    emails: sentTo(sides.EMAIL),
    texts: sentTo(sides.SMS),
    pushes: sentTo(sides.PUSH),
    removedByTime: truth.overIds.size,
    bigChanges: truth.big.length,
    resyncs: ledger.resyncs.length,
    repairs,
    longestNextSendMs: ledger.longestNextSendMs(),
    longestOperationMs: ledger.longestOperationMs,
    longestStopMs: ledger.longestStopMs,
    mostMegabytes: ledger.mostMegabytes,
    unread: ledger.unread,
    quietAfterMs,
    latencyMs: {
      samples: sorted.length,
      median: quantile(0.5),
      p99: quantile(0.99),
      max: sorted.at(-1) ?? 0,
    },
    wrongs: counted(WRONG_KINDS, ledger.wrongs),
    complaints: ledger.wrongs.map(({ kind, what }) => `${kind}: ${what}`),
  };
}

export function table(report: Report): string {
  const { latencyMs: latency, ways } = report;
  const lines: [string, string | number][] = [
    ['seed', report.seed],
    ['duration', `${report.seconds} s`],
    ['sends acknowledged', report.sends],
    ['sends to many', `${report.bulkSends}, to ${report.bulkRecipients} recipients`],
    ['broadcasts', `${ways.broadcasts}, of which ${report.broadcastsCancelled} were cancelled`],
    ['sends planned for later', `${ways.planned}, of which ${report.plansCancelled} were cancelled`],
    ['said anew, and taken back', `${ways.corrected}, ${ways.retracted}`],
    ['transactions that send in SQL', `${ways.committed}, and ${ways.rolledBack} rolled back`],
    ['keys of services revoked', ways.keysRevoked],
    ['people erased', `${ways.erased}, of whom ${report.exports} had an export`],
    ['answers for all who were asked', `${report.answers}, of which ${report.conflicts} came too late`],
    ['other operations', report.operations],
    ['attempts that were repeated', report.repeats],
    ['deliveries', report.deliveries],
    ['reconnects', report.reconnects],
    ...Object.entries(report.faults),
    ['e-mails', saidOf(report.emails)],
    ['text messages', saidOf(report.texts)],
    ['pushes', saidOf(report.pushes)],
    ['removed after their time', report.removedByTime],
    ['changes of over 200 rows', report.bigChanges],
    ['resyncs', report.resyncs],
    ['repairs', report.repairs],
    ['longest to the next send after a fault', `${report.longestNextSendMs} ms`],
    ['longest operation with its repetitions', `${report.longestOperationMs} ms`],
    ['longest planned stop', `${report.longestStopMs} ms`],
    ['answers asked for and not read', report.unread],
    ['most memory of a replica', `${report.mostMegabytes} MB`],
    ['from the last act to the last tab, without Redis', `${report.quietAfterMs} ms`],
    [
      'commit to socket while nothing was broken',
      `median ${latency.median} ms, p99 ${latency.p99} ms, max ${latency.max} ms (${latency.samples})`,
    ],
    ...Object.entries(report.wrongs),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const shown = WRONG_KINDS.flatMap((kind) =>
    report.complaints.filter((what) => what.startsWith(`${kind}:`)).slice(0, MAX_SHOWN_OF_A_KIND),
  );
  return [
    ...lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(shown.length > 0 ? ['', `What is wrong (${report.complaints.length}):`, ...shown] : []),
  ].join('\n');
}
