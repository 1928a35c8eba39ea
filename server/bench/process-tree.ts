// What the operating system knows of processes. Linux only, as the figures are.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Ticks in a second: CPU time is counted in ticks, 10 ms usually. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK']).toString());

interface Stat {
  parent: number;
  /** Seconds of CPU, with those of children that have ended. */
  cpu: number;
}

/** @returns undefined when it has ended */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + field, 0);
    return { parent: fields[1]!, cpu: ticks / TICKS };
  } catch {
    return undefined;
  }
}

function treeOf(root: number): Map<number, Stat> {
  const all = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) all.set(Number(name), stat);
  }
  const isInside = (pid: number): boolean => pid === root || (all.has(pid) && isInside(all.get(pid)!.parent));
  return new Map([...all].filter(([pid]) => isInside(pid)));
}

/** Seconds of CPU that a process and its descendants have used so far. */
export function cpuSeconds(root: number): number {
  return [...treeOf(root).values()].reduce((sum, { cpu }) => sum + cpu, 0);
}

/** Bytes of memory that a process and its descendants hold. What the kernel keeps for their sockets is not in it. */
export function residentBytes(root: number): number {
  return [...treeOf(root).keys()].reduce((sum, pid) => sum + residentBytesOf(pid), 0);
}

function residentBytesOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) * 1_024;
}

export const parentOf = (pid: number): number => statOf(pid)!.parent;

/** Seconds that all cores together were busy, and that they had. */
export function machineSeconds(): { busy: number; all: number } {
  const [line] = readFileSync('/proc/stat', 'utf8').split('\n');
  const fields = line!.split(/\s+/).slice(1, 9).map(Number);
  const all = fields.reduce((sum, field) => sum + field, 0);
  const idle = fields[3]! + fields[4]!;
  return { busy: (all - idle) / TICKS, all: all / TICKS };
}
