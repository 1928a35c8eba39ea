import { account, general, type Category } from './category.ts';
import type { DeclaredType } from './declared-type.ts';
import { readable } from './readable.ts';

/** Every category and type that is declared, and a default for those that other services make up. */
export class Catalogue {
  private readonly types: ReadonlyMap<string, DeclaredType>;
  private readonly declared: ReadonlyMap<string, Category>;

  constructor(types: readonly DeclaredType[]) {
    this.types = new Map(types.map((type) => [type.type, type]));
    const categories = [...types.map(({ category }) => category), general, account];
    this.declared = new Map(categories.map((category) => [category.name, category]));
  }

  /** In the order of their declaration. */
  get categories(): Category[] {
    return [...this.declared.values()];
  }

  type(type: string): DeclaredType | undefined {
    return this.types.get(type);
  }

  /** Of a name that nobody declared: one that is treated as the general one, under its own name, made readable. */
  category(name: string): Category {
    const declared = this.declared.get(name);
    if (declared) return declared;
    const title = readable(name);
    return { ...general, name, title: { en: title, de: title } };
  }

  /** The category of a type when its sender names none. */
  usualCategory(type: string): string {
    return (this.types.get(type)?.category ?? general).name;
  }
}
