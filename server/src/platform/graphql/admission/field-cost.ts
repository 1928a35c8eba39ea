import { Extensions } from 'type-graphql';

/** What a field says about the size of its answer, in its `extensions`. */
export interface FieldCost {
  /** Of a list: how many items it has at most; `page` for as many as the field above it was asked for. */
  items?: number | 'page';
  /** Of a field with `first` or `last`: how many that is when neither is said, and at most. */
  page?: { usual: number; most: number };
  /** Of the fields of its type that name the same here, only one has a value. */
  oneOf?: string;
  /** What one value weighs, in short texts of 200 characters; 1 if not said. */
  weight?: number;
}

const extend = (cost: FieldCost) => Extensions({ cost });

/** For a list: it never has more items than this. */
export const AtMost = (items: number, more: Pick<FieldCost, 'oneOf'> = {}) => extend({ items, ...more });
/** For fields of which only one has a value: just the dearest of them counts. */
export const OneOf = (oneOf: string) => extend({ oneOf });
/** For a list: it has as many items as the field above it was asked for. */
export const Paged = () => extend({ items: 'page' });
/** For a field whose `first` or `last` says how many items the lists in it have that are `Paged`. */
export const PageOf = (usual: number, most: number) => extend({ page: { usual, most } });
/** For a text that may be long. */
export const LongText = (characters: number) => extend({ weight: characters / 200 });
/** For a field whose answer takes more work than it is long: as dear as so many short texts. */
export const Dear = (points: number) => extend({ weight: points });
