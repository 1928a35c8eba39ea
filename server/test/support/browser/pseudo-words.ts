import type { BrowserContext } from 'playwright-core';

const ACCENTED = new Map(
  [
    ...'AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmṁnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, plain, accented]) => [plain!, accented!]),
);

const accented = (text: string): string => [...text].map((letter) => ACCENTED.get(letter) ?? letter).join('');

type Piece = string | 0 | [string, string?, (Piece[] | Record<string, Piece[]>)?];

function pseudo(pieces: Piece[]): Piece[] {
  return pieces.map((piece) => {
    if (typeof piece === 'string') return accented(piece);
    if (piece === 0 || !piece[2]) return piece;
    const [name, kind, more] = piece;
    if (Array.isArray(more)) return [name, kind, pseudo(more)];
    return [name, kind, Object.fromEntries(Object.entries(more).map(([form, of]) => [form, pseudo(of)]))];
  });
}

const inBrackets = (message: string | Piece[]): Piece[] => [
  '⟦',
  ...pseudo(typeof message === 'string' ? [message] : message),
  '⟧',
];

/** The pages speak a language that nobody speaks: ⟦Ñöţîƒîçåţîöñš⟧. What is not of the catalogue stays in English. */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route('**/assets/words-en-*.js', async (route) => {
    const answer = await route.fetch();
    const source = await answer.text();
    // What it exports, by whichever name the build gave it.
    const names = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Record<
      string,
      unknown
    >;
    const exported = Object.entries(names).map(([name, value]) => {
      const messages = Object.entries(value as Record<string, string | Piece[]>);
      const said = Object.fromEntries(messages.map(([key, message]) => [key, inBrackets(message)]));
      return `const ${name}_ = ${JSON.stringify(said)}; export { ${name}_ as ${name} };`;
    });
    return route.fulfill({ response: answer, body: exported.join('\n') });
  });
}
