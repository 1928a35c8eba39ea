import type { SessionClient } from '../apollo/client.ts';
import { useFollowedPreferences } from './follow-preferences.ts';
import { useFirstLanguage, useReaderLanguage } from './language/reader-language.ts';
import { useFirstTimeZone, useReaderZone } from './zone/reader-zone.ts';

/**
 * Keeps the preferences in the cache as they are on every device, and sees to it that there are a time zone and a language
 * and that all pages go by them. Mounted once, above the routes.
 */
export function LivePreferences({ client }: { client: SessionClient }) {
  useFirstTimeZone();
  useReaderZone();
  useFirstLanguage();
  useReaderLanguage();
  useFollowedPreferences(client);
  return null;
}
