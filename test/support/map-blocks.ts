import type { Block, Report } from '../../core/model/index.ts';

/** The report with each of its blocks replaced by what `change` gives for it. */
export function mapBlocks(report: Report, change: (block: Block) => Block): Report {
  const all = (blocks: readonly Block[]) => blocks.map(change);
  return {
    ...report,
    preamble: all(report.preamble),
    parts: report.parts.map((part) => ({
      ...part,
      blocks: all(part.blocks),
      sections: part.sections.map((section) => ({ ...section, blocks: all(section.blocks) })),
    })),
  };
}
