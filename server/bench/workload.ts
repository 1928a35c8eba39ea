import type { Client } from 'pg';
import type { Contender } from './contenders/contender.ts';
import type { LoadProcess } from './load-process.ts';
import type { Scale } from './scale.ts';
import type { Server } from './server.ts';
import type { Services } from './services.ts';

/** A fresh server with a fresh load process, and the amounts to measure with. */
export interface Repetition {
  contender: Contender;
  services: Services;
  server: Server;
  load: LoadProcess;
  scale: Scale;
}

/** By name; a figure that was taken several times in one repetition is a list. */
export type Figures = Record<string, number | number[]>;

export type Target = { atMost: number } | { atLeast: number };

/** One line of the report. */
export interface Row {
  figure: string;
  what: string;
  unit: string;
  /** A ratio would say nothing. */
  isPlain?: boolean;
  /** A figure of Carillon's own to divide by, and its name; else the bare server's same figure, if it has one. */
  against?: { figure: string; what: string };
  /** For the ratio. */
  target?: Target;
}

export interface Workload {
  readonly name: string;
  readonly title: (scale: Scale) => string;
  readonly rows: readonly Row[];
  /** For what is compared with itself. */
  readonly isOnlyForCarillon?: boolean;
  /** For what cuts sockets on purpose. */
  readonly cutsSockets?: boolean;
  /** What is in the database before the server starts. */
  seed?(client: Client, contender: Contender, scale: Scale): Promise<void>;
  measure(repetition: Repetition): Promise<Figures>;
}

export const per1000 = (seconds: number, count: number): number => (seconds * 1_000) / count;
