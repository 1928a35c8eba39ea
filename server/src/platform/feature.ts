import type { EntitySchema } from '@mikro-orm/postgresql';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Personal } from './personal.ts';
import type { Transaction } from './postgres/database.ts';
import type { Tasks } from './postgres/jobs.ts';

/** Finds a thing that its reader may see, with its `__typename`; undefined for what is not theirs, or not there. */
export type FindNode = (readerId: string, id: string) => Promise<object | undefined>;

/** A number for operators, looked up when somebody asks. */
export interface GaugeOf {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** What a feature hands to the root, and all that the root knows of it. */
export interface Feature {
  /** One instance of each class; they make its part of the schema. */
  readonly resolvers?: readonly object[];
  readonly entities?: readonly EntitySchema[];
  /** For `node(id:)`. */
  readonly findNode?: FindNode;
  readonly gauges?: readonly GaugeOf[];
  /** What is past its time: the condition for rows that housekeeping deletes, by table. */
  readonly past?: Readonly<Record<string, string>>;
  /** What of people its tables keep: what their export has, and what their erasure leaves. A test holds it complete. */
  readonly personal?: readonly Personal[];
  /**
   * Shuts out whoever is to be erased: they cannot come in any more, and nothing is sent to them. In the transaction in
   * which their erasure begins.
   */
  readonly shutOut?: (sql: Transaction, userId: string) => Promise<void>;
  /**
   * What their erasure takes besides, before the rows of `personal`: what others see change. It may be cut off anywhere
   * and is then done again.
   */
  readonly forget?: (userId: string) => Promise<void>;
  /** What housekeeping does besides, each hour. */
  readonly upkeep?: () => Promise<void>;
  /** What it does every few seconds, in small pieces. One that still runs is not begun again. */
  readonly sweep?: () => Promise<void>;
  /** Routes besides GraphQL's; `addressOf` tells where a caller is, for limits by address. */
  readonly serve?: (
    server: FastifyInstance,
    addressOf: (request: IncomingMessage) => string,
  ) => Promise<void>;
  /** Before the first request. */
  readonly prepare?: () => Promise<void>;
  /** What runs as jobs besides requests, once these are taken at this port, until the last of them. */
  readonly tasks?: (port: string) => Tasks;
  /** When work on jobs begins, and when those of a dead worker were set free. */
  readonly onTakeOver?: () => Promise<void>;
  /** After the last request: lets go of what `prepare` began. */
  readonly close?: () => void | Promise<void>;
}
