import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Severity } from '../inbox/severity.ts';
import { Channel, type LocalizedText } from './category.ts';
import type { CategoryInput, TypeInput } from './declarations.ts';
import type { Language } from './language.ts';
import type { WordingText } from './wording/wording.ts';

/** The names in the schema; the values are what the database holds. */
export const LanguageEnum = {
  EN: 'en',
  DE: 'de',
  FR: 'fr',
  AR: 'ar',
} as const satisfies Record<Uppercase<Language>, Language>;

registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'A language that Carillon speaks by itself.',
  valuesConfig: {
    EN: { description: 'English.' },
    DE: { description: 'German.' },
    FR: { description: 'French.' },
    AR: { description: 'Arabic, from right to left.' },
  },
});

registerEnumType(Channel, {
  name: 'Channel',
  description: 'A way to a reader besides the inbox itself, which has everything.',
  valuesConfig: {
    IN_APP: { description: 'Rings: the pop-up, the sound, the system’s notification.' },
    EMAIL: { description: 'Sent when it is still unread some minutes later.' },
    PUSH: { description: 'To the reader’s browsers and phones, also when no page is open there.' },
    SMS: { description: 'To the reader’s phone number, when it is still unread some minutes later.' },
  },
});

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput implements LocalizedText {
  @Field(() => LanguageEnum, { description: 'The language; each once in a list.' })
  language!: Language;

  @Field(() => String, { description: 'Plain text, 1 to 100 characters.' })
  text!: string;
}

@InputType({ description: 'What readers decide about as one.' })
export class DeclareCategoryInput implements CategoryInput {
  @Field(() => String, { description: 'Its name, as in `Notification.category`: 1 to 100 characters.' })
  name!: string;

  @Field(() => [LocalizedTextInput], {
    description:
      'How readers see it: in their language, else in English, else as it stands first. One at least.',
  })
  title!: LocalizedTextInput[];

  @Field(() => [Channel], {
    nullable: true,
    description:
      'Where it goes as long as a reader has not said otherwise; everywhere but `SMS`, which costs money, if not said.',
  })
  channels?: Channel[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Cannot be switched off or muted, and does not wait for quiet hours: for what concerns the safety of an account. False if not said.',
  })
  isCritical?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long it may stay unread before it is e-mailed: 0 to 1,440. As the operator has configured if not said.',
  })
  emailAfterMinutes?: number | null;
}

@InputType({
  description:
    'How a type is worded in one language. Each text is ICU MessageFormat, 4,000 characters, 200 pieces and 8 levels of choices at most. Arguments are the top-level keys of `data` whose values are strings, numbers or booleans, and `actor_name`, `second_actor_name`, `third_actor_name`, `actor_count`, `subject_label` and `count`; 50 at most. Markup is text.',
})
export class WordingInput implements WordingText {
  @Field(() => LanguageEnum, { description: 'The language; each once in a list.' })
  language!: Language;

  @Field(() => String, { description: 'Cut at 200 characters when it is read.' })
  title!: string;

  @Field(() => String, { description: 'Cut at 4,000 characters when it is read.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The subject of an e-mail that has nothing else in it; the title if not said.',
  })
  emailSubject?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it leads, unless its sender says: a path on this site or an https address. What it is filled in with is encoded.',
  })
  url?: string | null;
}

@InputType({ description: 'A type of notification: how it is filed and worded.' })
export class DeclareTypeInput implements TypeInput {
  @Field(() => String, { description: 'Its name, as in `Notification.type`: 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'The name of a category that is declared, or built in.' })
  category!: string;

  @Field(() => Severity, {
    nullable: true,
    description: 'Of what is sent without one; `NORMAL` if not said.',
  })
  severity?: Severity | null;

  @Field(() => [WordingInput], {
    description:
      'Its words: readers get their language, else English, else what stands first. One at least. Other words later are for what is sent from then on.',
  })
  wording!: WordingInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The window in which events with one subject (or `groupKey`) become one row that grows in place, from the first of them on: 1 to 10,080. Each has a row of its own if not said.',
  })
  groupMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Within how many minutes somebody must take an action of what is sent of it: 1 to 43,200. If nobody has, `escalateTo` is asked too. Said together with that, or not at all.',
  })
  escalateAfterMinutes?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who is asked the same if nobody took an action in time, once for all who were asked: the id of a user, 255 characters at most. They need not have been here before.',
  })
  escalateTo?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to declareCategory.' })
export class DeclareCategoryPayload {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to declareType.' })
export class DeclareTypePayload {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to removeCategory.' })
export class RemoveCategoryPayload {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to removeType.' })
export class RemoveTypePayload {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}
