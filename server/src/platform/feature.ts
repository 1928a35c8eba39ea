import type { EntitySchema } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
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
  /** What housekeeping does besides, each hour. */
  readonly upkeep?: () => Promise<void>;
  /** What it does every few seconds, in small pieces. One that still runs is not begun again. */
  readonly sweep?: () => Promise<void>;
  /** Routes besides GraphQL's. */
  readonly serve?: (server: FastifyInstance) => Promise<void>;
  /** Before the first request. */
  readonly prepare?: () => Promise<void>;
  /** What runs as jobs besides requests, once these are taken at this port, until the last of them. */
  readonly tasks?: (port: string) => Tasks;
  /** When work on jobs begins, and when those of a dead worker were set free. */
  readonly onTakeOver?: () => Promise<void>;
  /** After the last request: lets go of what `prepare` began. */
  readonly close?: () => void | Promise<void>;
}
