import type { ImportReading } from '../../../core/api/index.ts';
import type { Block, CreateId, Part, Report, Section } from '../../../core/model/index.ts';

/** Whatever has an id in a report. */
export type Identified = Part | Section | Block;

/** The report with the ids that `idOf` gives, asked in reading order. */
export function renameIds(report: Report, idOf: (item: Identified) => string): Report {
  const rename = <Item extends Identified>(item: Item): Item => ({ ...item, id: idOf(item) });
  const blocks = (list: readonly Block[]) => list.map((block) => rename(block));
  return {
    ...report,
    preamble: blocks(report.preamble),
    parts: report.parts.map((part) => ({
      ...rename(part),
      blocks: blocks(part.blocks),
      sections: part.sections.map((section) => ({
        ...rename(section),
        blocks: blocks(section.blocks),
      })),
    })),
  };
}

/**
 * A reading with ids of this side's making in place of those the worker counted, which are the same
 * in every reading: in reading order, so that counted ids stay predictable.
 */
export function reidentify(reading: ImportReading, createId: CreateId): ImportReading {
  const renamed = new Map<string, string>();
  const report = renameIds(reading.report, (item) => {
    const id = createId();
    renamed.set(item.id, id);
    return id;
  });
  const decisions = reading.decisions.map((decision) => ({
    ...decision,
    target: decision.target === null ? null : (renamed.get(decision.target) ?? decision.target),
  }));
  return { ...reading, report, decisions };
}
