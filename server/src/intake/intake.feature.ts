import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { personalInIntake } from './personal.ts';
import type { SendService } from '../sending/send.service.ts';
import { FailedIntakeResolver } from './failed-intake.resolver.ts';
import { FailedIntakeService } from './failed-intake.service.ts';
import { intakeGauges } from './gauges.ts';
import { IntakeWatch } from './intake-watch.ts';
import { Intake } from './intake.ts';
import { setRights } from './rights.ts';

/** What hosts on the same PostgreSQL send in SQL, in transactions of their own: `carillon.notify`. */
export function createIntake(
  { database, cursors, onTrouble }: Platform,
  { sender }: { readonly sender: SendService },
): Feature {
  const watch = new IntakeWatch(database, new Intake(database, sender, onTrouble), onTrouble);
  return {
    personal: personalInIntake,
    resolvers: [new FailedIntakeResolver(new FailedIntakeService(database, cursors))],
    gauges: intakeGauges(database),
    past: { failed_intakes: `failed_at < now() - interval '30 days'` },
    prepare: () => database.transaction(setRights),
    // Not before all is known that is declared.
    onTakeOver: () => Promise.resolve(watch.start()),
    close: () => watch.stop(),
  };
}
