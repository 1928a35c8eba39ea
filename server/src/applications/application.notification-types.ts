import { applications } from '../catalogue/category.ts';
import type { DeclaredType, Wording } from '../catalogue/declared-type.ts';
import { MAX_TITLE } from '../platform/text/limits.ts';
import { cut } from '../platform/text/cut.ts';

/** What the wording of an application's events is made from. */
export interface ApplicationFacts {
  applicationId: string;
  title: string;
  candidateName: string;
  instructorName: string;
  reason: string | null;
}

const MAX_MESSAGE = 4_000;

const linkTo = ({ applicationId }: ApplicationFacts) => `/applications/${applicationId}`;

const worded = (facts: ApplicationFacts, title: string, message: string): Wording => ({
  title: cut(title, MAX_TITLE),
  message: cut(message, MAX_MESSAGE),
  url: linkTo(facts),
});

const withReason = (sentence: string, word: string, reason: string | null) =>
  reason ? `${sentence} ${word}: ${reason}` : sentence;

/** The instructor's bell, when a candidate has submitted. */
export const applicationSubmitted: DeclaredType<ApplicationFacts> = {
  type: 'application_submitted',
  category: applications,
  wording: {
    en: (facts) =>
      worded(
        facts,
        `New application from ${facts.candidateName}`,
        `“${facts.title}” waits for your decision.`,
      ),
    de: (facts) =>
      worded(
        facts,
        `Neue Bewerbung von ${facts.candidateName}`,
        `„${facts.title}“ wartet auf Ihre Entscheidung.`,
      ),
  },
};

/** The candidate's bell, when their instructor has said yes. */
export const applicationApproved: DeclaredType<ApplicationFacts> = {
  type: 'application_approved',
  category: applications,
  wording: {
    en: (facts) =>
      worded(
        facts,
        'Application approved',
        withReason(`${facts.instructorName} approved “${facts.title}”.`, 'Reason', facts.reason),
      ),
    de: (facts) =>
      worded(
        facts,
        'Bewerbung angenommen',
        withReason(`${facts.instructorName} hat „${facts.title}“ angenommen.`, 'Grund', facts.reason),
      ),
  },
};

/** The candidate's bell, when their instructor has said no. */
export const applicationRejected: DeclaredType<ApplicationFacts> = {
  type: 'application_rejected',
  category: applications,
  wording: {
    en: (facts) =>
      worded(
        facts,
        'Application rejected',
        withReason(`${facts.instructorName} rejected “${facts.title}”.`, 'Reason', facts.reason),
      ),
    de: (facts) =>
      worded(
        facts,
        'Bewerbung abgelehnt',
        withReason(`${facts.instructorName} hat „${facts.title}“ abgelehnt.`, 'Grund', facts.reason),
      ),
  },
};

export const applicationTypes = [applicationSubmitted, applicationApproved, applicationRejected];
