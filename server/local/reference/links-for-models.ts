// llms.txt, as https://llmstxt.org has it: what docs/README.md links to, for programs that read one file first.

const SUMMARY =
  'A self-hosted notification centre for applications and approvals: TypeScript, GraphQL over HTTP, WebSockets and ' +
  'server-sent events, PostgreSQL, Redis from the second replica on. Inboxes are ordered by one number for each user ' +
  '(`seq`), resumed without loss, with counters that are stored. Services send by one mutation or in SQL.';

/** @param page docs/README.md: sections of lists, each entry a link and what it is for */
export function linksForModels(page: string): string {
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) return ['', line, ''];
    const entry = /^(?:\d+\.|-) \[([^\]]+)\]\(([^)]+)\)(?:: (.*))?$/.exec(line);
    if (!entry) return [];
    const [, title, address, note] = entry;
    return [`- [${title}](${fromRoot(address!)})${note ? `: ${plain(note)}` : ''}`];
  });
  return [`# Carillon\n\n> ${SUMMARY}`, ...lines, ''].join('\n');
}

/** As seen from the repository's root. */
const fromRoot = (address: string) => (address.startsWith('../') ? address.slice(3) : `docs/${address}`);

/** Without the links inside. */
const plain = (note: string) => note.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');
