import type { Log } from '../../platform/bounded-log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { networkOf } from '../../platform/http/callers/network.ts';
import type { Seals, Secrets } from '../../platform/secrets.ts';
import type { SignInAttempt } from './sign-in-limits.ts';

export type SignInOutcome = 'succeeded' | 'wrong' | 'limited';

const PSEUDONYM_BYTES = 9;

/**
 * Tells operators of sign-ins. Whose they were is written as a pseudonym only: the same for the same account or address,
 * so that an attack shows, and of no use to others.
 */
export class SignInReport {
  private readonly seals: Seals;

  constructor(
    secrets: Secrets,
    private readonly metrics: Pick<Metrics, 'signIns'>,
    private readonly log: Log,
  ) {
    this.seals = secrets.seals('carillon log', PSEUDONYM_BYTES);
  }

  tell(outcome: SignInOutcome, { account, address, device }: SignInAttempt): void {
    this.metrics.signIns.inc({ outcome });
    if (outcome === 'succeeded') return;
    const [who, where] = [account, networkOf(address)].map((text) =>
      this.seals.make(text).toString('base64url'),
    );
    const details = { outcome, account: who, address: where, isKnownDevice: device !== undefined };
    this.log.info(details, 'sign-in failed');
  }
}
