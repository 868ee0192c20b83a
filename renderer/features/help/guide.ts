import { lexer, type Token, type Tokens } from 'marked';

/** A page of the guide, cut into what stands under its headings. */
export interface GuidePage {
  /** The file's path below docs, without `.md`. */
  readonly id: string;
  readonly title: string;
  readonly tokens: readonly Token[];
  readonly sections: readonly GuideSection[];
}

/** A heading of a page and the words under it, for the search. */
export interface GuideSection {
  /** The page's title for what stands before the first heading below it. */
  readonly heading: string;
  readonly text: string;
}

/** Part of the table of contents. */
export interface GuideChapter {
  readonly title: string;
  readonly pages: readonly GuidePage[];
}

export interface Guide {
  readonly chapters: readonly GuideChapter[];
  readonly pages: ReadonlyMap<string, GuidePage>;
}

const hasTokens = (token: Token): token is Token & { readonly tokens: Token[] } =>
  'tokens' in token && Array.isArray(token.tokens);

const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isList = (token: Token): token is Tokens.List => token.type === 'list';

/** The words of a token, without its marks. Pictures have none. */
export function wordsOf(token: Token): string {
  if (isTable(token)) {
    return [token.header, ...token.rows]
      .map((row) => row.map((cell) => cell.tokens.map(wordsOf).join('')).join(' '))
      .join('\n');
  }
  if (isList(token)) return token.items.map(wordsOf).join('\n');
  if (token.type === 'image' || token.type === 'space') return '';
  if (hasTokens(token)) return token.tokens.map(wordsOf).join('');
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

const isHeading = (token: Token, depth?: number) =>
  token.type === 'heading' && (depth === undefined || token['depth'] === depth);

/** Tokens from each heading that `begins` a piece to before the next; what stands before the first is left out. */
function cutAt(
  tokens: readonly Token[],
  begins: (token: Token) => boolean,
): readonly (readonly [heading: Token, ...rest: Token[]])[] {
  const starts = tokens.flatMap((token, index) => (begins(token) ? index : []));
  return starts.flatMap((start, index) => {
    const [heading, ...rest] = tokens.slice(start, starts[index + 1]);
    return heading ? [[heading, ...rest] as const] : [];
  });
}

function cutSections(tokens: readonly Token[]): readonly GuideSection[] {
  return cutAt(tokens, (token) => isHeading(token)).map(([heading, ...rest]) => ({
    heading: wordsOf(heading),
    text: rest.map(wordsOf).filter(Boolean).join('\n'),
  }));
}

function readPage(id: string, source: string): GuidePage {
  const tokens = lexer(source);
  const first = tokens.find((token) => token.type === 'heading' && token['depth'] === 1);
  const title = first ? wordsOf(first) : id;
  return { id, title, tokens, sections: cutSections(tokens) };
}

/** A heading as links name it: letters and digits in lower case, spaces as hyphens. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

/** The page a link of `from` leads to, and the heading on it; null where it leads out of the guide. */
export function followLink(
  from: string,
  href: string,
): { readonly page: string; readonly heading?: string } | null {
  if (/^[a-z]+:/iu.test(href)) return null;
  const url = new URL(href, `guide:///${from}.md`);
  const page = decodeURIComponent(url.pathname).replace(/^\//u, '').replace(/\.md$/u, '');
  const heading = decodeURIComponent(url.hash.slice(1));
  return heading === '' ? { page } : { page, heading };
}

function listLinks(token: Token): readonly string[] {
  if (token.type === 'link' && 'href' in token && typeof token.href === 'string') {
    return [token.href];
  }
  if (isList(token)) return token.items.flatMap(listLinks);
  if (isTable(token)) {
    return [token.header, ...token.rows].flatMap((row) =>
      row.flatMap((cell) => cell.tokens.flatMap(listLinks)),
    );
  }
  return hasTokens(token) ? token.tokens.flatMap(listLinks) : [];
}

/** Where the links of a page lead, as they are written. */
export function linksOf({ tokens }: Pick<GuidePage, 'tokens'>): readonly string[] {
  return tokens.flatMap(listLinks);
}

/**
 * Reads the guide. Its index is the table of contents: the headings are chapters, the links under
 * them the pages, in this order.
 * @param sources Markdown by path below docs without `.md`: `guide`, `guide/start`, …
 */
export function readGuide(sources: Readonly<Record<string, string>>): Guide {
  const pages = new Map(
    Object.entries(sources)
      .filter(([id]) => id !== 'guide')
      .map(([id, source]) => [id, readPage(id, source)]),
  );
  const pageOf = (href: string) => pages.get(followLink('guide', href)?.page ?? '');
  const index = lexer(sources['guide'] ?? '');
  const chapters = cutAt(index, (token) => isHeading(token, 2)).map(([heading, ...rest]) => ({
    title: wordsOf(heading),
    pages: rest.flatMap(listLinks).flatMap((href) => pageOf(href) ?? []),
  }));
  return { chapters, pages };
}
