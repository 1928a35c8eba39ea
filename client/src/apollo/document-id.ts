const known = new Map<string, Promise<string>>();

/** By which the server knows the text of a document; undefined where nothing can be hashed: on pages without TLS. */
export async function documentIdOf(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const id = known.get(text) ?? hashOf(text);
  known.set(text, id);
  return id;
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
