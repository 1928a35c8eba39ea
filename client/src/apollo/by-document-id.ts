import { documentIdOf } from './document-id.ts';

/**
 * As `send`, but what is asked goes as the hash of its text, which the server knows the text by. Where it does not
 * know it (another version of it answers), nothing has run, and from then on texts are sent.
 */
export function byDocumentId(send: typeof fetch): typeof fetch {
  let isRefused = false;
  return async (input, init) => {
    if (isRefused || typeof init?.body !== 'string') return send(input, init);
    const { query, ...rest } = JSON.parse(init.body) as { query: string };
    const documentId = await documentIdOf(query);
    if (documentId === undefined) return send(input, init);
    const body = JSON.stringify({ documentId, ...rest });
    const response = await send(input, { ...init, body });
    if (!REFUSALS.has(response.status)) return response;
    isRefused = true;
    return send(input, init);
  };
}

/** Of a server that does not know the document, and of one that knows no ids. */
const REFUSALS = new Set([400, 404]);
