import { readingLimits } from '../limits.ts';
import { damaged, Refusal, tooLong } from '../refusal.ts';
import type { PlacedWords } from './line.ts';
import { checkStreams } from './streams.ts';

/** The pages of a PDF as words in their places. */
export interface PdfPages {
  readonly pages: readonly (readonly PlacedWords[])[];
  /** Stretches of words that are not written from left to right: stamps across the page. */
  readonly turned: number;
}

const knownFaces: readonly (readonly [RegExp, string])[] = [
  [/^(?:SimHei|STHeiti|Heiti)/iu, '黑体'],
  [/^(?:SimKai|KaiTi|STKaiti)/iu, '楷体'],
  [/^(?:FangSong|SimFang|STFangsong)/iu, '仿宋'],
  [/^(?:SimSun|NSimSun|STSong)/iu, '宋体'],
  [/^FZXBS/iu, '方正小标宋简体'],
];

/** A face by the name Chinese papers use, from the one in the file, `ABCDEF+SimHei,Bold`. */
function faceOf(name: string): string {
  const bare = name.replace(/^[A-Z]{6}\+/u, '').slice(0, 60);
  return knownFaces.find(([pattern]) => pattern.test(bare))?.[1] ?? bare;
}

/** What the parser throws, as a refusal: its own errors go by their names. */
function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return name === 'PasswordException'
    ? new Refusal({ code: 'import/encrypted' })
    : damaged('PDF 的内部结构有误');
}

async function load(bytes: Uint8Array) {
  const { getDocument } = await import('unpdf/pdfjs');
  return getDocument({
    // The parser takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    // No picture is ever decoded.
    maxImageSize: 1,
  });
}

type PdfDocument = Awaited<Awaited<ReturnType<typeof load>>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Names of the faces of a page's words, by the parser's own names for them. */
async function faceNames(
  page: PdfPage,
  fonts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  // Faces are known only once the page's drawing was looked through; a page that cannot be drawn has words still.
  const drawn = await page.getOperatorList().then(
    () => true,
    () => false,
  );
  for (const font of fonts) {
    if (!drawn || !page.commonObjs.has(font)) continue;
    const known: unknown = page.commonObjs.get(font);
    const name = known !== null && typeof known === 'object' && 'name' in known ? known.name : null;
    if (typeof name === 'string') names.set(font, name);
  }
  return names;
}

async function readPage(page: PdfPage): Promise<{ words: PlacedWords[]; turned: number }> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const texts = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const names = await faceNames(page, new Set(texts.map((item) => item.fontName)));
  const words: PlacedWords[] = [];
  let turned = 0;
  for (const { str, transform, width, fontName } of texts) {
    const [a, b, , d, x, y] = transform.map(Number);
    const sizePt = Math.abs(d ?? 0);
    if (Math.abs(b ?? 0) > Math.abs(a ?? 0) * 0.1 || sizePt < 1) {
      if (str.trim() !== '') turned += 1;
      continue;
    }
    const name = names.get(fontName) ?? '';
    const bold = /bold|black|heavy/iu.test(name);
    words.push({
      text: str,
      x: x ?? 0,
      y: y ?? 0,
      width,
      sizePt,
      face: faceOf(name) || null,
      bold,
    });
  }
  return { words, turned };
}

/** The parser's own errors, as it names them. */
function isParserError(reason: unknown): boolean {
  return reason instanceof Error && /(?:Exception|FormatError)$/u.test(reason.name);
}

/**
 * For a few broken files the parser leaves a rejected promise to nobody, which would end the process.
 * Gives how to stop listening; what is not the parser's ends the process as ever.
 */
function hearStrays(): () => void {
  const hear = (reason: unknown): void => {
    if (!isParserError(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
  };
  process.on('unhandledRejection', hear);
  return () => process.off('unhandledRejection', hear);
}

async function readPages(document: PdfDocument): Promise<PdfPages> {
  const { numPages } = document;
  if (numPages > readingLimits.pdfPages) throw tooLong(`有 ${numPages} 页，长得不像一份报告`);
  const pages: PlacedWords[][] = [];
  let turned = 0;
  let characters = 0;
  for (let number = 1; number <= numPages; number += 1) {
    const page = await document.getPage(number);
    const read = await readPage(page);
    page.cleanup();
    turned += read.turned;
    characters += read.words.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > readingLimits.textCharacters) throw tooLong('文字长得不像一份报告');
    pages.push(read.words);
  }
  return { pages, turned };
}

/**
 * Opens a PDF and gives the words of its pages. Nothing is fetched, drawn or run.
 * Throws a Refusal: import/encrypted, import/damaged, import/suspicious, import/not-a-report (too many pages).
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  checkStreams(bytes);
  const stopHearing = hearStrays();
  const task = await load(bytes);
  try {
    return await readPages(await task.promise);
  } catch (cause) {
    throw refusalOf(cause);
  } finally {
    await task.destroy();
    // Strays are told of after the promises that are due.
    setImmediate(stopHearing);
  }
}
