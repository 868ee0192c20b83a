import {
  type Block,
  buildPart,
  buildReport,
  type Closing,
  type Part,
  type PartKind,
  type Report,
  requiredPartKinds,
  type Section,
} from '../model/index.ts';
import { findDate } from '../segment/index.ts';
import type { Claim } from './claim.ts';
import { type ClaimLine, rawWords, wordsOf } from './line.ts';

/** Id of the part that is put before a section which has none. */
const impliedPartId = 'claim-part';

/**
 * The kind of each part by its id: as read or chosen, or as its words say. Parts whose words say
 * nothing are, in their order, of the required kinds that nothing else is of, and then `other`.
 */
export function listPartKinds({ lines, wording }: Claim): ReadonlyMap<string, PartKind> {
  const parts = lines.filter(({ role }) => role === 'part');
  const named = parts.map(({ kind, text }) => kind ?? wording.kindOf(text));
  const taken = new Set(named);
  const lacking = requiredPartKinds.filter((kind) => !taken.has(kind)).values();
  return new Map(
    parts.map(({ id }, index) => [id, named[index] ?? lacking.next().value ?? 'other']),
  );
}

const knownKinds = new WeakMap<Claim, ReadonlyMap<string, PartKind>>();

/** The kind of a part, as {@link listPartKinds} says. Asked for each part of a claim, it counts once. */
export function kindOfPart(claim: Claim, line: ClaimLine): PartKind {
  const kinds = knownKinds.get(claim) ?? listPartKinds(claim);
  knownKinds.set(claim, kinds);
  return kinds.get(line.id) ?? 'other';
}

function toBlock(line: ClaimLine): Block | null {
  const { id, source, runIn } = line;
  const text = wordsOf(line);
  if (line.role === 'paragraph') return { type: 'paragraph', id, source, text };
  if (line.role === 'table') return { type: 'table', id, source, rows: line.rows ?? [] };
  if (line.role !== 'level3' && line.role !== 'level4') return null;
  return { type: 'subheading', id, source, level: line.role === 'level3' ? 3 : 4, runIn, text };
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type DraftSection = Omit<Draft<Section>, 'blocks'> & { blocks: Block[] };
type DraftPart = Omit<Draft<Part>, 'blocks' | 'sections'> & {
  blocks: Block[];
  sections: DraftSection[];
};

/** Kind of the part that a section before any part is put into. */
const impliedPartKind: PartKind = 'achievements';

/** Heading of the part that {@link toReport} puts before a section which has none; null where it need not. */
export function findImpliedHeading({ lines, wording }: Claim): string | null {
  const first = lines.find(({ role }) => role === 'part' || role === 'section');
  return first?.role === 'section' ? wording.headingFor(impliedPartKind) : null;
}

function impliedPart(claim: Claim): DraftPart {
  const heading = claim.wording.headingFor(impliedPartKind);
  const part = buildPart(() => impliedPartId, impliedPartKind, heading);
  return { ...part, blocks: [], sections: [] };
}

/** Only a paragraph can share the line of a heading before it. */
function canShareLine(next: Block | undefined): boolean {
  return next?.type === 'paragraph';
}

function withTrueRunIn(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) =>
    block.type === 'subheading' && block.runIn && !canShareLine(blocks[index + 1])
      ? { ...block, runIn: false }
      : block,
  );
}

/** A part whose headings share their line only with a paragraph that is still there. */
function closePart(part: DraftPart): Part {
  const sections = part.sections.map((section) => ({
    ...section,
    runIn: section.runIn && canShareLine(section.blocks[0]),
    blocks: withTrueRunIn(section.blocks),
  }));
  return { ...part, blocks: withTrueRunIn(part.blocks), sections };
}

function readTree(claim: Claim): Pick<Report, 'preamble' | 'parts'> {
  const preamble: Block[] = [];
  const parts: DraftPart[] = [];
  for (const line of claim.lines) {
    const { id, source, text, runIn } = line;
    if (line.role === 'part') {
      const kind = kindOfPart(claim, line);
      parts.push({ id, source, kind, heading: text, blocks: [], sections: [] });
    } else if (line.role === 'section') {
      if (parts.length === 0) parts.push(impliedPart(claim));
      parts.at(-1)?.sections.push({ id, source, heading: text, runIn, blocks: [] });
    } else {
      const block = toBlock(line);
      const part = parts.at(-1);
      if (block) (part ? (part.sections.at(-1) ?? part) : { blocks: preamble }).blocks.push(block);
    }
  }
  return { preamble: withTrueRunIn(preamble), parts: parts.map(closePart) };
}

function readClosingLines(claim: Claim, wordsIn: (role: ClaimLine['role']) => string[]): Closing {
  const date = claim.lines.findLast(({ role }) => role === 'date');
  return {
    signature: wordsIn('signature'),
    signedDate: date ? (findDate(rawWords(date))?.iso ?? null) : null,
    attachments: wordsIn('attachment'),
    note: wordsIn('note').join('\n'),
  };
}

/** Blanks at the cut of a line that was split belong to the line while it may be joined again. */
function trimLines(claim: Claim): Claim {
  return { ...claim, lines: claim.lines.map((line) => ({ ...line, text: line.text.trim() })) };
}

/** The report that the lines make. What is discarded is not in it. */
export function toReport(reading: Claim): Report {
  const claim = trimLines(reading);
  const byRole = Map.groupBy(claim.lines, ({ role }) => role);
  const wordsIn = (role: ClaimLine['role']) => (byRole.get(role) ?? []).map(wordsOf);
  const titles = wordsIn('title');
  const hasWords = titles.some((title) => title !== '');
  return buildReport(claim.year, {
    issuers: claim.issuers,
    // an empty line that waits for a title gives way to one with words
    title: (hasWords && titles[0] === '' ? titles.slice(1) : titles).join('\n'),
    addressee: wordsIn('addressee').join('、'),
    preambleHeading: wordsIn('preambleHeading').join(''),
    ...readTree(claim),
    closing: readClosingLines(claim, wordsIn),
  });
}
