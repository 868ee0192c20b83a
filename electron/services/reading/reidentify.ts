import type { ImportReading } from '../../../core/api/index.ts';
import type { Block, CreateId, Report } from '../../../core/model/index.ts';

type Rename = <Item extends { readonly id: string }>(item: Item) => Item;

function renameReport(report: Report, rename: Rename): Report {
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
  const report = renameReport(reading.report, (item) => {
    const id = createId();
    renamed.set(item.id, id);
    return { ...item, id };
  });
  const decisions = reading.decisions.map((decision) => ({
    ...decision,
    target: decision.target === null ? null : (renamed.get(decision.target) ?? decision.target),
  }));
  return { ...reading, report, decisions };
}
