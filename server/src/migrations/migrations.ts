import { FirstTables } from './001-first-tables.ts';
import { ArchiveAndRemoval } from './002-archive-and-removal.ts';
import { PreferencesAndDelivery } from './003-preferences-and-delivery.ts';
import { UsersByEmail } from './004-users-by-email.ts';
import { LinksAndTimeZones } from './005-links-and-time-zones.ts';
import { SettlingAndRinging } from './006-settling-and-ringing.ts';
import { AboutAnything } from './007-about-anything.ts';
import { Subjects } from './008-subjects.ts';
import { Webhooks } from './009-webhooks.ts';
import { DeclaredCatalogue } from './010-declared-catalogue.ts';
import { SubjectIndexes } from './011-subject-indexes.ts';
import { Requests } from './012-requests.ts';
import { RequestIndex } from './013-request-index.ts';
import { Channels } from './014-channels.ts';
import { DigestRows } from './015-digest-rows.ts';
import { Retention } from './016-retention.ts';
import { Schedules } from './017-schedules.ts';
import { PushEndpoints } from './018-push-endpoints.ts';
import { PhoneNumbers } from './019-phone-numbers.ts';
import { PaceOfDigests } from './020-pace.ts';
import { Search } from './021-search.ts';
import { PreferenceChanges } from './022-preference-changes.ts';
import { OfflineActs } from './023-offline-acts.ts';
import { Triage } from './024-triage.ts';
import { TriageIndexes } from './025-triage-indexes.ts';
import { CategoryCounts } from './026-category-counts.ts';
import { ChosenLanguage } from './027-chosen-language.ts';
<<<<<<< HEAD
import { ServiceKeys } from './035-service-keys.ts';
import { AuditLog } from './036-audit-log.ts';
=======
import { Intake } from './033-intake.ts';
import { CanonicalHashes } from './034-canonical-hashes.ts';
>>>>>>> intake

/** In the order they are applied. Append only: what has run somewhere is never changed. */
export const migrations = [
  { name: '001-first-tables', class: FirstTables },
  { name: '002-archive-and-removal', class: ArchiveAndRemoval },
  { name: '003-preferences-and-delivery', class: PreferencesAndDelivery },
  { name: '004-users-by-email', class: UsersByEmail },
  { name: '005-links-and-time-zones', class: LinksAndTimeZones },
  { name: '006-settling-and-ringing', class: SettlingAndRinging },
  { name: '007-about-anything', class: AboutAnything },
  { name: '008-subjects', class: Subjects },
  { name: '009-webhooks', class: Webhooks },
  { name: '010-declared-catalogue', class: DeclaredCatalogue },
  { name: '011-subject-indexes', class: SubjectIndexes },
  { name: '012-requests', class: Requests },
  { name: '013-request-index', class: RequestIndex },
  { name: '014-channels', class: Channels },
  { name: '015-digest-rows', class: DigestRows },
  { name: '016-retention', class: Retention },
  { name: '017-schedules', class: Schedules },
  { name: '018-push-endpoints', class: PushEndpoints },
  { name: '019-phone-numbers', class: PhoneNumbers },
  { name: '020-pace', class: PaceOfDigests },
  { name: '021-search', class: Search },
  { name: '022-preference-changes', class: PreferenceChanges },
  { name: '023-offline-acts', class: OfflineActs },
  { name: '024-triage', class: Triage },
  { name: '025-triage-indexes', class: TriageIndexes },
  { name: '026-category-counts', class: CategoryCounts },
  { name: '027-chosen-language', class: ChosenLanguage },
<<<<<<< HEAD
  { name: '035-service-keys', class: ServiceKeys },
  { name: '036-audit-log', class: AuditLog },
=======
  { name: '033-intake', class: Intake },
  { name: '034-canonical-hashes', class: CanonicalHashes },
>>>>>>> intake
];
