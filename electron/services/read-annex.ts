import { fail, type Input, type Output, ok, type Result } from '../../core/api/index.ts';
import type { Annex } from '../../core/layout/index.ts';
import { type Block, buildParagraph, buildTable, type CreateId } from '../../core/model/index.ts';
import type { SourceBlock, SourceParagraph } from '../../core/segment/index.ts';
import type { ServiceDeps } from './deps.ts';
import { readImport } from './import.ts';

/** Paragraphs and tables that an attachment may have. */
export const ANNEX_LIMIT_BLOCKS = 2000;

/** 附件1, with or without what stands behind it. */
const label =
  /^附\s*[件表录]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*(?:[:：.、．_-]\s*|\s+|$)/u;
/** A line that says more than a title does. */
const sentence = /[。；！？：:;]$|[。；]/u;
/** From this size on, in points, a centred line is a title's. */
const titlePt = 18;
const longestTitle = 60;

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** `text` without 附件1： before it. */
function withoutLabel(text: string): string {
  return plain(plain(text).replace(label, ''));
}

function isBlank(block: SourceBlock): boolean {
  return block.kind === 'paragraph' && plain(block.label + block.text) === '';
}

function isTitle({ text, label: number, hints }: SourceParagraph): boolean {
  const words = withoutLabel(text);
  if (number !== '' || words === '' || [...words].length > longestTitle) return false;
  const looks = hints.align === 'center' || (hints.sizePt ?? 0) >= titlePt;
  const knowsLook = hints.align !== null || hints.sizePt !== null;
  return !sentence.test(words) && (looks || !knowsLook || hints.outlineLevel !== null);
}

/** A title broken by hand goes on in the same size in the middle of the next line. */
function goesOn(first: SourceParagraph, next: SourceBlock | undefined): next is SourceParagraph {
  if (next?.kind !== 'paragraph' || !isTitle(next)) return false;
  const { align, sizePt } = next.hints;
  return align === 'center' && (sizePt ?? 0) >= titlePt && sizePt === first.hints.sizePt;
}

/** The name of a file without 附件1 and its ending. */
function nameOfFile(name: string): string {
  return withoutLabel(name.replace(/\.[^.]{1,5}$/u, '')) || '附件';
}

/** The title that an attachment's own pages say, and where its text begins. */
function readTitle(blocks: readonly SourceBlock[]): { title: string | null; rest: number } {
  const [first] = blocks;
  const hasLabel = first?.kind === 'paragraph' && label.test(plain(first.text));
  // 附件1 on a line of its own
  const from = hasLabel && withoutLabel(first.text) === '' ? 1 : 0;
  const opening = blocks[from];
  if (opening?.kind !== 'paragraph') return { title: null, rest: from };
  const isNamed = from === 0 && hasLabel;
  if (!isNamed && !isTitle(opening)) return { title: null, rest: from };
  const lines = [withoutLabel(opening.text)];
  let rest = from + 1;
  for (let next = blocks[rest]; goesOn(opening, next); next = blocks[rest]) {
    lines.push(plain(next.text));
    rest += 1;
  }
  const title = lines.join('').slice(0, 200);
  return lines.join('').length > 200 ? { title: null, rest: from } : { title, rest };
}

function toBlocks(block: SourceBlock, createId: CreateId): readonly Block[] {
  if (block.kind === 'table') {
    const width = block.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const rows = block.rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
    return [buildTable(createId, rows)];
  }
  // a line ended by hand is a line of its own
  return `${block.label}${block.text}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => buildParagraph(createId, line));
}

/**
 * The pages of an attachment as they stand in a foreign file: its title from its own title line, or
 * else from the file's name, without 附件1; then every paragraph and table in order. It is not public
 * until somebody says so.
 */
export function toAnnex(name: string, source: readonly SourceBlock[], createId: CreateId): Annex {
  const blocks = source.filter((block) => !isBlank(block));
  const { title, rest } = readTitle(blocks);
  return {
    title: title ?? nameOfFile(name).slice(0, 200),
    blocks: blocks.slice(rest).flatMap((block) => toBlocks(block, createId)),
    isPublic: false,
  };
}

/**
 * Reads a file as the pages of an attachment. What could not be read of it is told in the notices;
 * `annex/too-long` for more than an attachment holds, `import/*` for what cannot be read.
 */
export async function readAnnex(
  deps: ServiceDeps,
  { name, base64 }: Input<'filing.readAnnex'>,
): Promise<Result<Output<'filing.readAnnex'>>> {
  const read = await readImport(deps, name, { kind: 'file', base64 });
  if (!read.ok) return read;
  const annex = toAnnex(name, read.value.source, deps.createId);
  const count = annex.blocks.length;
  if (count > ANNEX_LIMIT_BLOCKS) {
    return fail({ code: 'annex/too-long', name, count, limit: ANNEX_LIMIT_BLOCKS });
  }
  // whether it is a report, and whose, is nothing to an attachment
  const notices = read.value.notices.filter(({ code }) => code.startsWith('read/'));
  return ok({ annex, notices });
}
