import { channelsOf, inBoth, USUAL_CHANNELS, type Category } from '../catalogue/category.ts';
import type { TypeDeclaration } from '../catalogue/declared-type.ts';
import type { WordingText } from '../catalogue/wording/wording.ts';
import { Severity } from '../inbox/severity.ts';

/** What the wording of an application's events is filled in with, besides who did it and how it is called. */
export type ApplicationFacts = Readonly<{
  applicationId: string;
  /** Blank: none was given, and `hasReason` says so. */
  reason: string;
  hasReason: boolean;
}>;

/** What readers decide about as one: all that concerns applications. */
export const applicationCategory: Category = {
  name: 'applications',
  title: inBoth('Applications', 'Bewerbungen'),
  channels: channelsOf(USUAL_CHANNELS),
  isCritical: false,
};

type Words = Pick<WordingText, 'title' | 'message'>;

const LINK = '/applications/{applicationId}';

const declared = (name: string, en: Words, de: Words): TypeDeclaration => ({
  name,
  category: applicationCategory.name,
  severity: Severity.NORMAL,
  wording: [
    { language: 'en', ...en, url: LINK },
    { language: 'de', ...de, url: LINK },
  ],
});

/** The instructor's bell, when a candidate has submitted. */
export const applicationSubmitted = declared(
  'application_submitted',
  { title: 'New application from {actor_name}', message: '“{subject_label}” waits for your decision.' },
  { title: 'Neue Bewerbung von {actor_name}', message: '„{subject_label}“ wartet auf Ihre Entscheidung.' },
);

/** The candidate's bell, when their instructor has said yes. */
export const applicationApproved = declared(
  'application_approved',
  {
    title: 'Application approved',
    message: '{actor_name} approved “{subject_label}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  {
    title: 'Bewerbung angenommen',
    message:
      '{actor_name} hat „{subject_label}“ angenommen.{hasReason, select, true { Grund: {reason}} other {}}',
  },
);

/** The candidate's bell, when their instructor has said no. */
export const applicationRejected = declared(
  'application_rejected',
  {
    title: 'Application rejected',
    message: '{actor_name} rejected “{subject_label}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  {
    title: 'Bewerbung abgelehnt',
    message:
      '{actor_name} hat „{subject_label}“ abgelehnt.{hasReason, select, true { Grund: {reason}} other {}}',
  },
);

export const applicationTypes = [applicationSubmitted, applicationApproved, applicationRejected];
