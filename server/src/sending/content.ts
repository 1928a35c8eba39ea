import { badInput } from '../platform/errors.ts';
import { checkText, checkUrl, checkWord, isUuid } from '../platform/input.ts';
import type { Content } from './add-notifications.ts';
import { MAX_TITLE } from '../platform/text/limits.ts';

/** What a service wants said. */
export interface SendInput {
  type: string;
  category?: string | null;
  title: string;
  message: string;
  url?: string | null;
  applicationId?: string | null;
  idempotencyKey?: string | null;
}

/**
 * @param usualCategory of the type, for a message that names none
 * @throws BAD_USER_INPUT for whatever an inbox cannot hold or must not show
 */
export function checkContent(input: SendInput, usualCategory: string): Content {
  const { type, category, title, message: text, url, applicationId } = input;
  checkWord('type', type, 100);
  if (category != null) checkWord('category', category, 100);
  checkText('title', title, MAX_TITLE);
  checkText('message', text, 4_000);
  if (url != null) checkUrl('url', url);
  if (applicationId != null && !isUuid(applicationId)) throw unknownApplication();
  return {
    type,
    category: category ?? usualCategory,
    facts: null,
    title,
    message: text,
    url: url ?? null,
    applicationId: applicationId ?? null,
  };
}

const unknownApplication = () => badInput('There is no such application', 'applicationId');

/** The foreign key knows best whether the application is there, and at the moment that counts. */
export async function refusingUnknownApplication<T>(adding: Promise<T>): Promise<T> {
  try {
    return await adding;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23503' && constraint === 'notifications_application_id_fkey') throw unknownApplication();
    throw error;
  }
}
