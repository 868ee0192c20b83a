import { type Block, blockText, type Report } from '../../core/model/index.ts';
import type { Segmented } from '../../core/segment/index.ts';

/** Letters and digits of a text: blanks, marks and numbers of headings may change, these may not. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}〇]/gu, '');
}

/** Every text of a report in reading order. */
export function textsOf(report: Report): readonly string[] {
  return [
    ...report.issuers,
    report.title,
    report.addressee,
    report.preambleHeading,
    ...report.preamble.map(blockText),
    ...report.parts.flatMap((part) => [
      part.heading,
      ...part.blocks.map(blockText),
      ...part.sections.flatMap((section) => [section.heading, ...section.blocks.map(blockText)]),
    ]),
    ...report.closing.attachments,
    ...report.closing.signature,
    report.closing.note,
  ];
}

const label =
  /^[\s\u3000]*(?:附件：(?:\d[.、])?|第[一二三四五六七八九十]+(?:部分|章|[、，,])|\d{1,2}\.\d{1,2}|[（(]?[〇零一二三四五六七八九十百]{1,7}[、)）.．]|[（(]?\d{1,3}[)）.．、])/u;

/**
 * The lines of a source whose words are neither in the report nor discarded. A line counts as kept
 * when its letters, without a number in front, stand in one text or run over several in order.
 */
export function findLostLines(
  source: readonly string[],
  { report, discarded }: Segmented,
): readonly string[] {
  const kept = lettersOf(textsOf(report).join(''));
  const dropped = lettersOf(discarded.map(({ text }) => text).join(''));
  return source.filter((line) => {
    const letters = lettersOf(line);
    const bare = lettersOf(line.replace(label, ''));
    return ![letters, bare].some((words) => kept.includes(words) || dropped.includes(words));
  });
}

/** What a decision's target says, piece by piece, and whether a number may stand in front of it. */
interface Said {
  readonly words: readonly string[];
  readonly isNumbered: boolean;
  /** Whether one line may hold several of the words: two organs. */
  readonly holdsSeveral?: boolean;
}

function sayById(report: Report): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  const sayBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      said.set(block.id, { words: [blockText(block)], isNumbered: block.type === 'subheading' });
    }
  };
  sayBlocks(report.preamble);
  for (const part of report.parts) {
    said.set(part.id, { words: [part.heading], isNumbered: true });
    sayBlocks(part.blocks);
    for (const section of part.sections) {
      said.set(section.id, { words: [section.heading], isNumbered: true });
      sayBlocks(section.blocks);
    }
  }
  return said;
}

/** The words of title, organs and so on, which a decision names by their place. */
function sayByPlace(report: Report, target: string): Said {
  const { closing } = report;
  const places: Readonly<Record<string, readonly string[]>> = {
    title: report.title.split('\n'),
    issuer: report.issuers,
    addressee: [report.addressee],
    'preamble-heading': [report.preambleHeading],
    signature: closing.signature,
    attachment: closing.attachments,
    note: [closing.note],
  };
  const holdsSeveral = target === 'issuer' || target === 'signature';
  return { words: places[target] ?? [], isNumbered: target === 'attachment', holdsSeveral };
}

const numberLetters =
  /^(?:附件)?(?:第?[〇零○一二三四五六七八九十百千两]{1,7}(?:部分|章)?|\d{1,3}|[①-⑳])?$/u;
const dateLetters = /^[\d〇零○一二三四五六七八九十年月日]*$/u;

/** Takes `words` out of `rest` at or behind `from`; null when they are not there. */
function takeOut(rest: string, words: string, from: number): { rest: string; at: number } | null {
  const at = rest.indexOf(words, from);
  // a mark keeps the place, so that nothing is found across it
  return at < 0
    ? null
    : { rest: `${rest.slice(0, at)}\n${rest.slice(at + words.length)}`, at: at + 1 };
}

/** What is left of a line's letters without the pieces that were made of it; null when a piece is not in it. */
function leaveOver(
  line: string,
  pieces: readonly Said[],
  discarded: readonly string[],
): string | null {
  let rest = lettersOf(line);
  let from = 0;
  for (const { words, holdsSeveral } of pieces) {
    const found = words.map(lettersOf).filter((piece) => piece !== '');
    const own = found.filter((piece) => rest.indexOf(piece, from) >= 0);
    const wanted = words.length === 1 ? found : holdsSeveral ? own : own.slice(0, 1);
    for (const piece of wanted) {
      const taken = takeOut(rest, piece, from);
      if (!taken) return null;
      rest = taken.rest;
      from = taken.at;
    }
  }
  for (const words of discarded.map(lettersOf)) {
    const taken = takeOut(rest, words, 0);
    if (!taken) return null;
    rest = taken.rest;
  }
  return rest;
}

/**
 * Lines whose letters are not each accounted for once and in order: in what their decisions made of
 * them, or discarded. Numbers of headings may go, and a date's letters into its date. A line without a
 * decision belongs to the one it was joined to, over page numbers between them.
 */
export function findUnaccounted(source: readonly string[], read: Segmented): readonly string[] {
  const { report, decisions, discarded } = read;
  const said = sayById(report);
  const decided = new Set(decisions.map(({ line }) => line));
  const made = new Set(decisions.flatMap(({ target, line }) => (target === null ? [] : [line])));
  return source.flatMap((text, line) => {
    if (!decided.has(line)) return line === 0 && lettersOf(text) !== '' ? [text] : [];
    const own = decisions.filter((decision) => decision.line === line);
    const isKept = made.has(line);
    const next = source.findIndex((_, other) => other > line && made.has(other));
    const joined = source
      .slice(line + 1, next < 0 ? source.length : next)
      .filter((_, offset) => !decided.has(line + 1 + offset));
    const whole = [text, ...(isKept ? joined : [])].join('');
    const targets = own.flatMap(({ target }) => (target === null ? [] : [target]));
    const pieces = targets.map((target) => said.get(target) ?? sayByPlace(report, target));
    const dropped = discarded.filter((words) => words.line === line).map((words) => words.text);
    const rest = leaveOver(whole, pieces, dropped);
    const isNumbered = pieces.some((piece) => piece.isNumbered);
    const hasDate = targets.includes('date');
    const isAccounted = rest
      ?.split('\n')
      .every(
        (left) =>
          left === '' ||
          (isNumbered && numberLetters.test(left)) ||
          (hasDate && dateLetters.test(left)),
      );
    return isAccounted ? [] : [whole];
  });
}
