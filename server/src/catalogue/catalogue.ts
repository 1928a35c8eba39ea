import { Mirror } from '../platform/postgres/mirror.ts';
import { general, type Category } from './category.ts';
import type { CatalogueStore } from './catalogue.store.ts';
import type { DeclaredType } from './declared-type.ts';
import { readable } from '../platform/text/readable.ts';

type Store = Pick<CatalogueStore, 'version' | 'read'>;

/**
 * Every category and type that is declared, by whomever, and a default for those that services make up. All of it is
 * held here, since whoever sends needs an answer at once; while PostgreSQL is away what was known goes on to hold.
 */
export class Catalogue {
  private declared: ReadonlyMap<string, Category>;
  private types: ReadonlyMap<string, DeclaredType> = new Map();
  private own: readonly DeclaredType[] = [];
  private readonly mirror: Mirror;

  constructor(
    private readonly store: Store,
    /** Those of the program itself, which nobody else declares. */
    private readonly builtIn: readonly Category[],
  ) {
    this.declared = byName(builtIn);
    this.mirror = new Mirror({ version: () => store.version(), take: () => this.take() });
  }

  /**
   * @param own the types of the program itself: while two versions of it run, each sends in its own words
   */
  async start(own: readonly DeclaredType[], onTrouble: (error: unknown) => void): Promise<void> {
    this.own = own;
    await this.mirror.start(onTrouble);
  }

  stop(): void {
    this.mirror.stop();
  }

  /** Takes in all that was declared before the call, on any replica. */
  refresh(): Promise<void> {
    return this.mirror.refresh();
  }

  private async take(): Promise<void> {
    const { categories, types } = await this.store.read();
    this.declared = byName([...this.builtIn, ...categories], this.builtIn);
    this.types = byName([...types, ...this.own]);
  }

  /** Those of the program, then in the order of their declaration. */
  get categories(): Category[] {
    return [...this.declared.values()];
  }

  type(name: string): DeclaredType | undefined {
    return this.types.get(name);
  }

  /** Of a name that nobody declared: one that is treated as the general one, under its own name, made readable. */
  category(name: string): Category {
    return this.declared.get(name) ?? { ...general, name, title: [{ language: 'en', text: readable(name) }] };
  }
}

/** Of two with the same name the later counts, in the place of the first. */
const byName = <T extends { readonly name: string }>(...lists: (readonly T[])[]): Map<string, T> =>
  new Map(lists.flat().map((item) => [item.name, item]));
