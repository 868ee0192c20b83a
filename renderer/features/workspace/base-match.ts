import type { Node } from '@tiptap/pm/model';
import type { OpenedReport } from '../../../core/api/index.ts';
import type { Block, Report } from '../../../core/model/index.ts';
import { findStopPosition, type OutlineStop } from '../../editor/index.ts';

type Base = NonNullable<OpenedReport['base']>;

/** What last year's report says where this year's caret stands. */
export interface BasePassage {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

function readSourceId(doc: Node, id: string): string | null {
  const pos = findStopPosition(doc, id);
  const source: unknown = pos === null ? null : doc.nodeAt(pos)?.attrs['source'];
  if (typeof source !== 'object' || source === null || !('blockId' in source)) return null;
  return String(source.blockId);
}

function findSection(
  report: Report,
  stop: OutlineStop,
  sourceId: string | null,
): BasePassage | null {
  const sections = report.parts.flatMap((part) => part.sections);
  return (
    sections.find(({ id }) => id === sourceId) ??
    sections.find(({ heading }) => heading !== '' && heading === stop.heading) ??
    null
  );
}

function findPart(report: Report, stop: OutlineStop, sourceId: string | null): BasePassage | null {
  const part =
    report.parts.find(({ id }) => id === sourceId) ??
    report.parts.find(({ kind }) => kind === stop.part);
  if (!part) return null;
  const inside = part.sections.length > 0 && part.blocks.length === 0;
  return inside
    ? { heading: part.heading, blocks: part.sections.flatMap(({ blocks }) => blocks) }
    : part;
}

/**
 * The passage of last year's report that matches an outline stop: the one it was carried from,
 * else that of the same heading or kind of part. Null when there is none.
 */
export function matchBase({ report }: Base, doc: Node, stop: OutlineStop): BasePassage | null {
  const sourceId = readSourceId(doc, stop.id);
  switch (stop.kind) {
    case 'front':
      return { heading: report.preambleHeading || '引言', blocks: report.preamble };
    case 'part':
      return findPart(report, stop, sourceId);
    case 'section':
      return findSection(report, stop, sourceId);
    case 'closing':
      return null;
  }
}

/** A block of last year's as it is put into this year's: rolled forward where that was done, origin kept. */
export function carryBlock(
  baseId: string,
  block: Block,
  carried: ReadonlyMap<string, string>,
  id: string,
): Block {
  const source = { reportId: baseId, blockId: block.id };
  if (block.type === 'table') return { ...block, id, source };
  return { ...block, id, source, text: carried.get(block.id) ?? block.text };
}
