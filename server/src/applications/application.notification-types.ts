import { applications } from '../catalogue/category.ts';
import type { TypeDeclaration } from '../catalogue/declared-type.ts';
import type { WordingText } from '../catalogue/wording/wording.ts';
import { Severity } from '../inbox/severity.ts';

/** What the wording of an application's events is filled in with. */
export type ApplicationFacts = Readonly<{
  applicationId: string;
  title: string;
  candidateName: string;
  instructorName: string;
  /** Blank: none was given, and `hasReason` says so. */
  reason: string;
  hasReason: boolean;
}>;

type Words = Pick<WordingText, 'title' | 'message'>;

const LINK = '/applications/{applicationId}';

const declared = (name: string, en: Words, de: Words): TypeDeclaration => ({
  name,
  category: applications.name,
  severity: Severity.NORMAL,
  wording: [
    { language: 'en', ...en, url: LINK },
    { language: 'de', ...de, url: LINK },
  ],
});

/** The instructor's bell, when a candidate has submitted. */
export const applicationSubmitted = declared(
  'application_submitted',
  { title: 'New application from {candidateName}', message: '“{title}” waits for your decision.' },
  { title: 'Neue Bewerbung von {candidateName}', message: '„{title}“ wartet auf Ihre Entscheidung.' },
);

/** The candidate's bell, when their instructor has said yes. */
export const applicationApproved = declared(
  'application_approved',
  {
    title: 'Application approved',
    message: '{instructorName} approved “{title}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  {
    title: 'Bewerbung angenommen',
    message:
      '{instructorName} hat „{title}“ angenommen.{hasReason, select, true { Grund: {reason}} other {}}',
  },
);

/** The candidate's bell, when their instructor has said no. */
export const applicationRejected = declared(
  'application_rejected',
  {
    title: 'Application rejected',
    message: '{instructorName} rejected “{title}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  {
    title: 'Bewerbung abgelehnt',
    message: '{instructorName} hat „{title}“ abgelehnt.{hasReason, select, true { Grund: {reason}} other {}}',
  },
);

export const applicationTypes = [applicationSubmitted, applicationApproved, applicationRejected];
