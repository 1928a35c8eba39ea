import { FirstTables } from './001-first-tables.ts';
import { ArchiveAndRemoval } from './002-archive-and-removal.ts';
import { PreferencesAndDelivery } from './003-preferences-and-delivery.ts';
import { UsersByEmail } from './004-users-by-email.ts';
import { LinksAndTimeZones } from './005-links-and-time-zones.ts';
import { SettlingAndRinging } from './006-settling-and-ringing.ts';
import { AboutAnything } from './007-about-anything.ts';
import { Webhooks } from './009-webhooks.ts';

/** In the order they are applied. Append only: what has run somewhere is never changed. */
export const migrations = [
  { name: '001-first-tables', class: FirstTables },
  { name: '002-archive-and-removal', class: ArchiveAndRemoval },
  { name: '003-preferences-and-delivery', class: PreferencesAndDelivery },
  { name: '004-users-by-email', class: UsersByEmail },
  { name: '005-links-and-time-zones', class: LinksAndTimeZones },
  { name: '006-settling-and-ringing', class: SettlingAndRinging },
  { name: '007-about-anything', class: AboutAnything },
  { name: '009-webhooks', class: Webhooks },
];
