import { createHash } from 'node:crypto';
import { badInput, conflict, notFound } from '../platform/errors.ts';
import type { Transaction } from '../platform/postgres/database.ts';
import { DeclaredCategoryEntity, DeclaredTypeEntity, type Source } from './catalogue.entities.ts';
import { Channel, type Category } from './category.ts';
import type { DeclaredType, TypeDeclaration } from './declared-type.ts';
import { Wording, type WordingTexts } from './wording/wording.ts';

const MAX_CATEGORIES = 200;
const MAX_TYPES = 2_000;

/** One change of the catalogue, while it has it for itself. What it is given was checked (declarations.ts). */
export class CatalogueChange {
  constructor(
    private readonly sql: Transaction,
    private readonly source: Source,
  ) {}

  /** Doing it twice is doing it once. @throws CONFLICT where another source has it, BAD_USER_INPUT for the 201st */
  async declareCategory({ name, title, channels, isCritical, emailAfterMinutes }: Category): Promise<void> {
    const { entities } = this.sql;
    const known = await entities.findOne(DeclaredCategoryEntity, { name });
    if (known) this.checkSource('category', name, known.source);
    else if ((await entities.count(DeclaredCategoryEntity)) >= MAX_CATEGORIES)
      throw badInput(`There are ${MAX_CATEGORIES} categories, which is the most`, 'name');
    await entities.upsert(DeclaredCategoryEntity, {
      ...{ name, title, isCritical, source: this.source },
      channels: Object.values(Channel).filter((channel) => channels[channel]),
      emailAfterMinutes: emailAfterMinutes ?? null,
    });
  }

  /**
   * Doing it twice is doing it once; other words are a new version beside the old one, in which its rows are read.
   * @throws CONFLICT where another source has it, BAD_USER_INPUT for the 2,001st, or a category that is not declared
   */
  async declareType(declaration: TypeDeclaration): Promise<DeclaredType> {
    const { name, category, severity, wording: texts, groupMinutes = null } = declaration;
    const { escalateAfterMinutes = null, escalateTo = null } = declaration;
    const { entities } = this.sql;
    const known = await entities.findOne(DeclaredTypeEntity, { name });
    if (known) this.checkSource('type', name, known.source);
    else if ((await entities.count(DeclaredTypeEntity)) >= MAX_TYPES)
      throw badInput(`There are ${MAX_TYPES} types, which is the most`, 'name');
    if (!(await entities.findOne(DeclaredCategoryEntity, { name: category })))
      throw badInput(`The category "${category}" is not declared`, 'category');
    const wording = new Wording(name, texts);
    const id = await this.keepWording(name, wording);
    const escalation = { escalateAfterMinutes, escalateTo };
    const declared = { name, category, severity, wording: id, groupMinutes, ...escalation };
    await entities.upsert(DeclaredTypeEntity, { ...declared, source: this.source });
    return { ...declared, arguments: wording.arguments };
  }

  /** @returns the id of the version with just these words */
  private async keepWording(type: string, { texts, arguments: needed }: Wording): Promise<number> {
    const hash = hashOf(texts);
    const [known] = await this.sql.query<{ id: number }>(
      'select id from wordings where type = $1 and hash = $2',
      [type, hash],
    );
    if (known) return known.id;
    const [kept] = await this.sql.query<{ id: number }>(
      'insert into wordings (type, texts, arguments, hash) values ($1, $2, $3, $4) returning id',
      [type, JSON.stringify(texts), JSON.stringify(needed), hash],
    );
    return kept!.id;
  }

  /** @throws NOT_FOUND, CONFLICT where another source has it or types belong to it */
  async removeCategory(name: string): Promise<void> {
    const { entities } = this.sql;
    const known = await entities.findOne(DeclaredCategoryEntity, { name });
    if (!known) throw notFound('Category');
    this.checkSource('category', name, known.source);
    const type = await entities.findOne(DeclaredTypeEntity, { category: name });
    if (type) throw conflict(`The type "${type.name}" belongs to the category "${name}"`);
    await entities.nativeDelete(DeclaredCategoryEntity, { name });
  }

  /** Its words stay, for what was sent in them. @throws NOT_FOUND, CONFLICT where another source has it */
  async removeType(name: string): Promise<void> {
    const { entities } = this.sql;
    const known = await entities.findOne(DeclaredTypeEntity, { name });
    if (!known) throw notFound('Type');
    this.checkSource('type', name, known.source);
    await entities.nativeDelete(DeclaredTypeEntity, { name });
  }

  /** What this source has declared, and does not any more. Types first: they belong to categories. */
  async removeOthers(categories: ReadonlySet<string>, types: ReadonlySet<string>): Promise<void> {
    const { source } = this;
    const { entities } = this.sql;
    for (const { name } of await entities.find(DeclaredTypeEntity, { source }))
      if (!types.has(name)) await this.removeType(name);
    for (const { name } of await entities.find(DeclaredCategoryEntity, { source }))
      if (!categories.has(name)) await this.removeCategory(name);
  }

  /** The program's own names are its own: a later version of it may take over what a host has declared. */
  private checkSource(what: string, name: string, source: Source): void {
    if (source === this.source || this.source === 'CODE') return;
    throw conflict(`The ${what} "${name}" is declared by ${DECLARED_BY[source]}`);
  }
}

const DECLARED_BY: Record<Source, string> = {
  CODE: 'Carillon itself',
  FILE: "the operator's file",
  API: 'a service',
};

/** Of what is said: in which order its parts were written, or that one is null rather than left out, makes no other. */
function hashOf(texts: WordingTexts): string {
  const said = texts.map(({ language, title, message, emailSubject = null, url = null }) => [
    ...[language, title, message, emailSubject, url],
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('base64');
}
