import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OperatorError } from '../../operator-error.ts';
import { PublicError } from '../../errors.ts';

/** A document as a transport brought it. */
interface Brought {
  readonly query?: string | undefined;
  readonly documentId?: unknown;
}

/** Documents that are known by their ids, `sha256:` and the hash of their text: those of the client, and of hosts. */
export class TrustedDocuments {
  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly isNothingElseTaken: boolean,
  ) {}

  /**
   * @param files each a JSON object of texts by their ids
   * @throws OperatorError for a file that is none, or an id that is not of its text
   */
  static read(files: readonly string[], isNothingElseTaken: boolean): TrustedDocuments {
    const texts = new Map(files.flatMap(entriesOf));
    return new TrustedDocuments(texts, isNothingElseTaken);
  }

  /**
   * The text of what is asked for, by its id or as it came.
   * @throws PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_ONLY, or BAD_REQUEST for an id that is not of the text beside it
   */
  textOf({ query, documentId }: Brought): string {
    if (documentId === undefined || documentId === null) return this.trusted(query ?? '');
    if (typeof documentId !== 'string') throw new PublicError('BAD_REQUEST', '`documentId` must be a string');
    if (!query) {
      const text = this.texts.get(documentId);
      if (text !== undefined) return text;
      throw new PublicError('PERSISTED_QUERY_NOT_FOUND', 'No document is known by this id: send its text');
    }
    if (idOf(query) === documentId) return this.trusted(query);
    throw new PublicError(
      'BAD_REQUEST',
      'The id is not that of the text: `sha256:` and its hash in hexadecimal',
    );
  }

  private trusted(text: string): string {
    if (!this.isNothingElseTaken || this.texts.has(idOf(text))) return text;
    throw new PublicError('PERSISTED_QUERY_ONLY', 'Only documents that are known here may be asked');
  }
}

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

function entriesOf(file: string): [id: string, text: string][] {
  const entries = Object.entries(read(file));
  const wrong = entries.find(([id, text]) => typeof text !== 'string' || idOf(text) !== id);
  if (wrong) throw new OperatorError(`${file}: ${wrong[0]} is not the id of its text`);
  return entries as [string, string][];
}

function read(file: string): object {
  try {
    const documents: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof documents === 'object' && documents !== null) return documents;
    throw new Error('it is no object');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as trusted documents: ${(error as Error).message}`);
  }
}
