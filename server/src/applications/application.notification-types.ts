import { channelsOf, inEach, USUAL_CHANNELS, type Category } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
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
  title: inEach({ en: 'Applications', de: 'Bewerbungen', fr: 'Candidatures', ar: 'الطلبات' }),
  channels: channelsOf(USUAL_CHANNELS),
  isCritical: false,
};

type Words = Pick<WordingText, 'title' | 'message'>;

const LINK = '/applications/{applicationId}';

const declared = (name: string, words: Readonly<Record<Language, Words>>): TypeDeclaration => ({
  name,
  category: applicationCategory.name,
  severity: Severity.NORMAL,
  wording: [
    { language: 'en', ...words.en, url: LINK },
    { language: 'de', ...words.de, url: LINK },
    { language: 'fr', ...words.fr, url: LINK },
    { language: 'ar', ...words.ar, url: LINK },
  ],
});

/** The instructor's bell, when a candidate has submitted. */
export const applicationSubmitted = declared('application_submitted', {
  en: { title: 'New application from {actor_name}', message: '“{subject_label}” waits for your decision.' },
  de: {
    title: 'Neue Bewerbung von {actor_name}',
    message: '„{subject_label}“ wartet auf Ihre Entscheidung.',
  },
  fr: {
    title: 'Nouvelle candidature de {actor_name}',
    message: '«\u00a0{subject_label}\u00a0» attend votre décision.',
  },
  ar: { title: 'طلب جديد من {actor_name}', message: 'الطلب «{subject_label}» في انتظار قرارك.' },
});

/** The candidate's bell, when their instructor has said yes. */
export const applicationApproved = declared('application_approved', {
  en: {
    title: 'Application approved',
    message: '{actor_name} approved “{subject_label}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  de: {
    title: 'Bewerbung angenommen',
    message:
      '{actor_name} hat „{subject_label}“ angenommen.{hasReason, select, true { Grund: {reason}} other {}}',
  },
  fr: {
    title: 'Candidature acceptée',
    message:
      '{actor_name} a accepté «\u00a0{subject_label}\u00a0».{hasReason, select, true { Motif\u00a0: {reason}} other {}}',
  },
  ar: {
    title: 'تم قبول الطلب',
    message:
      'تم قبول الطلب «{subject_label}» من قبل {actor_name}.{hasReason, select, true { السبب: {reason}} other {}}',
  },
});

/** The candidate's bell, when their instructor has said no. */
export const applicationRejected = declared('application_rejected', {
  en: {
    title: 'Application rejected',
    message: '{actor_name} rejected “{subject_label}”.{hasReason, select, true { Reason: {reason}} other {}}',
  },
  de: {
    title: 'Bewerbung abgelehnt',
    message:
      '{actor_name} hat „{subject_label}“ abgelehnt.{hasReason, select, true { Grund: {reason}} other {}}',
  },
  fr: {
    title: 'Candidature refusée',
    message:
      '{actor_name} a refusé «\u00a0{subject_label}\u00a0».{hasReason, select, true { Motif\u00a0: {reason}} other {}}',
  },
  ar: {
    title: 'تم رفض الطلب',
    message:
      'تم رفض الطلب «{subject_label}» من قبل {actor_name}.{hasReason, select, true { السبب: {reason}} other {}}',
  },
});

export const applicationTypes = [applicationSubmitted, applicationApproved, applicationRejected];
