import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LocalizedText } from '../../catalogue/category.ts';

/** The row of `topics`. One that was made by adding somebody has no title. */
export const TopicEntity = defineEntity({
  name: 'Topic',
  tableName: 'topics',
  properties: {
    name: p.text().primary(),
    title: p.json().$type<readonly LocalizedText[]>(),
    isOpen: p.boolean(),
  },
});
