import type { Node } from '@tiptap/pm/model';
import type { OpenedReport } from '../../../core/api/index.ts';
import { findCounterpart } from '../../../core/compare/index.ts';
import { type Block, listBlocks, type Report } from '../../../core/model/index.ts';
import type { StaleChip } from '../../../core/stale/index.ts';
import { findStopPosition } from '../../editor/index.ts';

type Base = NonNullable<OpenedReport['base']>;
type Target = StaleChip['target'];

/** What last year's report said where a chip stands: its value, with what stood before and behind. */
export interface SourceWords {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** Characters shown on either side of the value. */
const reach = 10;

function readSourceId(doc: Node, { id }: Target): string | null {
  if (id === 'front' || id === 'closing') return id;
  const pos = findStopPosition(doc, id);
  const source: unknown = pos === null ? null : doc.nodeAt(pos)?.attrs['source'];
  if (typeof source !== 'object' || source === null || !('blockId' in source)) return null;
  return String(source.blockId);
}

function readBlock(block: Block, field: string): string | null {
  if (block.type !== 'table') return field === 'text' ? block.text : null;
  const [, row, cell] = /^cell-(\d+)-(\d+)$/u.exec(field) ?? [];
  return block.rows[Number(row)]?.[Number(cell)] ?? null;
}

/** The text of a report that an id and a field name; `idOf` says by which of its ids a thing goes. */
function readText(
  report: Report,
  { id, field }: { readonly id: string; readonly field: string },
  idOf: (thing: Pick<Block, 'id' | 'source'>) => string | null,
): string | null {
  if (id === 'front') return field === 'title' ? report.title : report.addressee;
  if (id === 'closing') {
    return report.closing.attachments[Number(field.replace('attachment-', ''))] ?? null;
  }
  if (field === 'heading') {
    const headed = report.parts.flatMap((part) => [part, ...part.sections]);
    return headed.find((each) => idOf(each) === id)?.heading ?? null;
  }
  const found = listBlocks(report).find(({ block }) => idOf(block) === id);
  return found ? readBlock(found.block, field) : null;
}

/** The place of `words` nearest to `at`; -1 when they do not stand in the text. */
function findNearest(text: string, words: string, at: number): number {
  let best = -1;
  for (let found = text.indexOf(words); found >= 0; found = text.indexOf(words, found + 1)) {
    if (best < 0 || Math.abs(found - at) < Math.abs(best - at)) best = found;
  }
  return best;
}

function cutOut(rolled: string, old: string, { text, start }: StaleChip): SourceWords | null {
  const at = findNearest(rolled, text, start);
  const there = at < 0 ? null : findCounterpart(rolled, old, { start: at, end: at + text.length });
  if (!there) return null;
  return {
    before: old.slice(Math.max(0, there.start - reach), there.start),
    value: old.slice(there.start, there.end),
    after: old.slice(there.end, there.end + reach),
  };
}

/** Last year's words where a chip stands; null for words without a source, or that it does not have. */
export function findSourceWords(base: Base, doc: Node, chip: StaleChip): SourceWords | null {
  const id = readSourceId(doc, chip.target);
  if (id === null) return null;
  const { field } = chip.target;
  const rolled = readText(base.rolled, { id, field }, ({ source }) => source?.blockId ?? null);
  const old = readText(base.report, { id, field }, (thing) => thing.id);
  return rolled === null || old === null ? null : cutOut(rolled, old, chip);
}
