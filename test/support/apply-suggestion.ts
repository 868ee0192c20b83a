import type { Finding } from '../../core/api/index.ts';
import type { Block, Part, Report, Section } from '../../core/model/index.ts';
import { locateWords } from '../../core/proofread/index.ts';

/** The texts with the finding's words replaced where they stand; null when they are not there. */
function mendFirst(
  texts: readonly string[],
  { place, text, suggestion }: Finding,
): readonly string[] | null {
  const at = locateWords(texts, place.quote, text);
  const found = at && texts[at.index];
  if (!at || found === null || found === undefined) return null;
  return texts.with(at.index, found.slice(0, at.start) + suggestion + found.slice(at.end));
}

function mend(text: string, finding: Finding): string | null {
  return mendFirst([text], finding)?.[0] ?? null;
}

function mendBlock(block: Block, finding: Finding): Block {
  if (block.id !== finding.place.blockId) return block;
  if (block.type !== 'table') return { ...block, text: mend(block.text, finding) ?? block.text };
  const width = block.rows[0]?.length ?? 0;
  const cells = mendFirst(block.rows.flat(), finding) ?? block.rows.flat();
  return {
    ...block,
    rows: block.rows.map((_, row) => cells.slice(row * width, (row + 1) * width)),
  };
}

function mendSection(section: Section, finding: Finding): Section {
  const { sectionId, blockId } = finding.place;
  if (section.id !== sectionId) return section;
  if (blockId === null)
    return { ...section, heading: mend(section.heading, finding) ?? section.heading };
  return { ...section, blocks: section.blocks.map((block) => mendBlock(block, finding)) };
}

function mendPart(part: Part, finding: Finding): Part {
  const { partId, sectionId, blockId } = finding.place;
  if (part.id !== partId) return part;
  if (sectionId !== null) {
    return { ...part, sections: part.sections.map((section) => mendSection(section, finding)) };
  }
  if (blockId === null) return { ...part, heading: mend(part.heading, finding) ?? part.heading };
  return { ...part, blocks: part.blocks.map((block) => mendBlock(block, finding)) };
}

/** Mends title, addressee, preamble heading, attachments, signature or note. */
function mendOutside(report: Report, finding: Finding): Report {
  const { title, addressee, preambleHeading, closing } = report;
  const { attachments, signature, note } = closing;
  const all = [title, addressee, preambleHeading, ...attachments, ...signature, note];
  const mended = mendFirst(all, finding);
  if (!mended) return report;
  const signatureFrom = 3 + attachments.length;
  return {
    ...report,
    title: mended[0] ?? title,
    addressee: mended[1] ?? addressee,
    preambleHeading: mended[2] ?? preambleHeading,
    closing: {
      ...closing,
      attachments: mended.slice(3, signatureFrom),
      signature: mended.slice(signatureFrom, -1),
      note: mended.at(-1) ?? note,
    },
  };
}

/**
 * The report with `finding.suggestion` in place of `finding.text`: the first occurrence of the text
 * in the first occurrence of the quote. Unchanged when there is no suggestion or the words have gone.
 */
export function applySuggestion(report: Report, finding: Finding): Report {
  const { partId, blockId } = finding.place;
  if (finding.suggestion === '') return report;
  if (partId !== null)
    return { ...report, parts: report.parts.map((part) => mendPart(part, finding)) };
  if (blockId === null) return mendOutside(report, finding);
  return { ...report, preamble: report.preamble.map((block) => mendBlock(block, finding)) };
}
