import { countCommon } from '../compare/index.ts';
import { type Block, blockText, type Report } from '../model/index.ts';
import { type CarriedTexts, collectCarried, provenanceOfWords, wordsOf } from './provenance.ts';

/** Letters and digits of a text by where they come from. */
export interface Shares {
  /** Those that stand in the source too, in runs of four at least. */
  readonly carried: number;
  /** The others of blocks that are rewritten. */
  readonly edited: number;
  /** The others. */
  readonly new: number;
}

/** The shares of a report, and of each section, part (with its sections) and `front` by id. */
export interface ReportShares {
  readonly whole: Shares;
  readonly byHome: Readonly<Record<string, Shares>>;
}

const noShares: Shares = { carried: 0, edited: 0, new: 0 };

/**
 * The shares of one block.
 * @param carriedText its source's text as rolling forward left it; null for a block without a source
 */
export function measureShares(text: string, carriedText: string | null): Shares {
  return measureWords(wordsOf(text), carriedText === null ? null : wordsOf(carriedText));
}

/** The same of texts that {@link wordsOf} made. */
function measureWords(now: string, then: string | null): Shares {
  if (then === null) return { ...noShares, new: now.length };
  const carried = countCommon(now, then);
  const rest = now.length - carried;
  return provenanceOfWords(now, then) === 'new'
    ? { carried, edited: 0, new: rest }
    : { carried, edited: rest, new: 0 };
}

const add = (a: Shares, b: Shares): Shares => ({
  carried: a.carried + b.carried,
  edited: a.edited + b.edited,
  new: a.new + b.new,
});

interface Known {
  readonly text: string;
  readonly sourceId: string | null;
  readonly shares: Shares;
}

function createBlockMeter(carried: CarriedTexts): (block: Block) => Shares {
  const known = new Map<string, Known>();
  const carriedWords = new Map<string, string>();
  const wordsThen = (sourceId: string): string | null => {
    const text = carried.get(sourceId);
    if (text === undefined) return null;
    const words = carriedWords.get(sourceId) ?? wordsOf(text);
    carriedWords.set(sourceId, words);
    return words;
  };
  return (block) => {
    const text = blockText(block);
    const sourceId = block.source?.blockId ?? null;
    const before = known.get(block.id);
    if (before?.text === text && before.sourceId === sourceId) return before.shares;
    const shares = measureWords(wordsOf(text), sourceId === null ? null : wordsThen(sourceId));
    known.set(block.id, { text, sourceId, shares });
    return shares;
  };
}

/**
 * Measures drafts of one base, headings of parts and sections left aside. Blocks that did not change
 * since they were last measured cost nothing.
 * @param rolled last year's report as rolling forward first made this year's draft of it
 */
export function createShareMeter(rolled: Report): (report: Report) => ReportShares {
  const measureBlock = createBlockMeter(collectCarried(rolled));
  const sum = (blocks: readonly Block[]) => blocks.map(measureBlock).reduce(add, noShares);
  return (report) => {
    const front = sum(report.preamble);
    const byHome: Record<string, Shares> = { front };
    let whole = front;
    for (const part of report.parts) {
      let ofPart = sum(part.blocks);
      for (const section of part.sections) {
        const ofSection = sum(section.blocks);
        byHome[section.id] = ofSection;
        ofPart = add(ofPart, ofSection);
      }
      byHome[part.id] = ofPart;
      whole = add(whole, ofPart);
    }
    return { whole, byHome };
  };
}

/** Shares as whole percents that make up 100; null when there is no text. */
export function toPercents(shares: Shares): Shares | null {
  const total = shares.carried + shares.edited + shares.new;
  if (total === 0) return null;
  const carried = Math.round((shares.carried / total) * 100);
  const edited = Math.min(100 - carried, Math.round((shares.edited / total) * 100));
  return { carried, edited, new: 100 - carried - edited };
}
