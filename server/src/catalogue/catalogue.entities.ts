import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Severity } from '../inbox/severity.ts';
import type { Channel, LocalizedText } from './category.ts';
import type { InLanguages } from './language.ts';

/** Who declares: the program itself, the operator's file, or whoever calls the mutations. */
export type Source = 'CODE' | 'FILE' | 'API';

/** The row of `declared_categories`. */
export const DeclaredCategoryEntity = defineEntity({
  name: 'DeclaredCategory',
  tableName: 'declared_categories',
  properties: {
    name: p.text().primary(),
    title: p.json().$type<InLanguages<LocalizedText>>(),
    channels: p.array().$type<Channel[]>(),
    isCritical: p.boolean(),
    emailAfterMinutes: p.integer().nullable(),
    source: p.text().$type<Source>(),
  },
});

/** The row of `declared_types`. */
export const DeclaredTypeEntity = defineEntity({
  name: 'DeclaredType',
  tableName: 'declared_types',
  properties: {
    name: p.text().primary(),
    category: p.text(),
    severity: p.text().$type<Severity>(),
    /** The id of the wording that is declared now. */
    wording: p.integer(),
    groupMinutes: p.integer().nullable(),
    escalateAfterMinutes: p.integer().nullable(),
    escalateTo: p.text().nullable(),
    source: p.text().$type<Source>(),
  },
});
