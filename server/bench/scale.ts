/** How much is measured. */
export interface Scale {
  /** Sockets of distinct users in W1, and beside a targeted event. */
  idleSockets: number;
  idleSeconds: number;
  /** Length of a window of load. */
  seconds: number;
  warmUpSeconds: number;
  /** Events to one user: with so few others, and with all idle sockets. */
  fewSockets: number;
  /** How often what takes only moments is repeated in one repetition. */
  shots: number;
  /** Of one user in W4; others have as many, all together. */
  unread: number;
  depth: number;
  crashSeconds: number;
  /** Of readers in W8, of each kind. */
  acts: number;
  /** Of a broadcast. */
  recipients: number;
}

export const FULL: Scale = {
  idleSockets: 10_000,
  idleSeconds: 20,
  seconds: 6,
  warmUpSeconds: 4,
  fewSockets: 100,
  shots: 7,
  unread: 100_000,
  depth: 50_000,
  crashSeconds: 3,
  acts: 20_000,
  recipients: 1_000_000,
};

/** Shows that everything works and roughly where it stands; too short for a verdict. */
export const QUICK: Scale = {
  idleSockets: 1_000,
  idleSeconds: 6,
  seconds: 2,
  warmUpSeconds: 1.5,
  fewSockets: 100,
  shots: 3,
  unread: 100_000,
  depth: 50_000,
  crashSeconds: 1,
  acts: 4_000,
  recipients: 50_000,
};
