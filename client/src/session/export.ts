import type { SessionClient } from '../apollo/client.ts';
import { ExportUserDocument } from '../generated/export.ts';

export type ExportOutcome = 'downloaded' | 'tooOften' | 'busy' | 'failed';

const FILE = 'carillon-export.json';
const REFUSALS = new Map<number, ExportOutcome>([
  [429, 'tooOften'],
  [503, 'busy'],
]);

/** Gives the reader all that is kept of them, as a file; one that did not come whole is not given. Never rejects. */
export async function downloadExport({ apollo, renewToken }: SessionClient): Promise<ExportOutcome> {
  try {
    const { data } = await apollo.query({ query: ExportUserDocument, fetchPolicy: 'no-cache' });
    // A link could not show the token, which stands in no address.
    const headers = { authorization: `Bearer ${await renewToken()}` };
    const response = await fetch(data!.exportUser.url, { headers });
    if (!response.ok) return REFUSALS.get(response.status) ?? 'failed';
    give(await response.blob());
    return 'downloaded';
  } catch {
    return 'failed';
  }
}

function give(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: FILE });
  link.click();
  // The browser has it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
