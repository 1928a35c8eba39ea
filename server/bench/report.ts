import type { ContenderName } from './contenders/contender.ts';
import type { Outcome } from './rounds.ts';
import type { Scale } from './scale.ts';
import { least, median, most } from './statistics.ts';
import type { Row, Target, Workload } from './workload.ts';

const WRONGS = ['lost', 'doubled', 'misdelivered', 'refused'] as const;

interface Line {
  what: string;
  ours: string;
  theirs: string;
  ratio: string;
  target: string;
}

/** Whether anything went wrong that makes the figures worthless. */
export const isVoid = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some(({ verdict }) => WRONGS.some((kind) => verdict[kind] > 0));

/** What is wrong, one complaint a line. */
export const complaints = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ workload, contender, verdict }) =>
    verdict.complaints.map((what) => `${workload}, ${contender}: ${what}`),
  );

/** Markdown: medians with their ranges, and the ratio of the medians. */
export function table(workloads: readonly Workload[], outcomes: readonly Outcome[], scale: Scale): string {
  const head = ['| workload | Carillon | bare server | ratio | target |', '| --- | --- | --- | --- | --- |'];
  const lines = workloads.flatMap((workload) => {
    const own = outcomes.filter((outcome) => outcome.workload === workload.name);
    const title = `**${workload.name}** ${workload.title(scale)}`;
    return [`| ${title} | | | | |`, ...workload.rows.map((row) => asMarkdown(lineOf(row, own)))];
  });
  return [...head, ...lines, asMarkdown(ledgerLine(outcomes))].join('\n');
}

function lineOf(row: Row, outcomes: readonly Outcome[]): Line {
  const ours = valuesOf(row.figure, 'carillon', outcomes);
  const theirs = row.against
    ? valuesOf(row.against.figure, 'carillon', outcomes)
    : valuesOf(row.figure, 'bare', outcomes);
  const isComparable = !row.isPlain && theirs.length > 0 && median(theirs) > 0;
  const ratio = isComparable ? median(ours) / median(theirs) : undefined;
  return {
    what: `${row.what}, ${row.unit}`,
    ours: spread(ours),
    theirs: row.against ? `its own ${row.against.what}: ${spread(theirs)}` : spread(theirs),
    ratio: ratio === undefined ? '–' : `${rounded(ratio)}×`,
    target: row.target && ratio !== undefined ? judged(row.target, ratio) : '–',
  };
}

function ledgerLine(outcomes: readonly Outcome[]): Line {
  const counts = (contender: ContenderName) => {
    const verdicts = outcomes
      .filter((outcome) => outcome.contender === contender)
      .map(({ verdict }) => verdict);
    const sum = (kind: keyof (typeof verdicts)[number] & (typeof WRONGS)[number]) =>
      verdicts.reduce((total, verdict) => total + verdict[kind], 0);
    const delivered = verdicts.reduce((total, verdict) => total + verdict.delivered, 0);
    return `${WRONGS.map(sum).join(', ')} (of ${delivered.toLocaleString('en')} delivered)`;
  };
  return {
    what: `**all** ${WRONGS.join(', ')}`,
    ours: counts('carillon'),
    theirs: counts('bare'),
    ratio: '–',
    target: isVoid(outcomes) ? '0: **VOID**' : '0: met',
  };
}

const asMarkdown = ({ what, ours, theirs, ratio, target }: Line): string =>
  `| ${what} | ${ours} | ${theirs} | ${ratio} | ${target} |`;

const valuesOf = (figure: string, contender: ContenderName, outcomes: readonly Outcome[]): number[] =>
  outcomes
    .filter((outcome) => outcome.contender === contender)
    .flatMap(({ figures }) => new Map(Object.entries(figures)).get(figure) ?? []);

function judged(target: Target, ratio: number): string {
  const [sign, limit, isMet] =
    'atMost' in target
      ? ['≤', target.atMost, ratio <= target.atMost]
      : ['≥', target.atLeast, ratio >= target.atLeast];
  return `${sign} ${limit}×: ${isMet ? 'met' : '**missed**'}`;
}

function spread(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const middle = rounded(median(values));
  return values.length === 1 ? middle : `${middle} [${rounded(least(values))}..${rounded(most(values))}]`;
}

/** To three digits: the ranges say that more would mean nothing. */
function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 3;
  return digits === 0 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(digits)));
}
