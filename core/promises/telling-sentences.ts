import { remember } from '../memory/index.ts';
import { blockText, listBlocks, type PlacedBlock, type Report } from '../model/index.ts';
import { listPlanBlockIds } from './plan-passages.ts';
import { findSentences } from './spans.ts';
import type { PairReader } from './word-pairs.ts';

/** A promise that a sentence may tell of, and the pairs of letters they share. */
export interface Shared {
  readonly promise: number;
  readonly pairs: readonly number[];
}

/** A sentence wherever it stands: the same words are the very same sentence. */
export interface Sentence {
  readonly quote: string;
  /** The pairs of letters that tell what it is about. */
  readonly pairs: readonly number[];
  readonly shared: readonly Shared[];
}

/** What a text holds: how many sentences, the pairs of each in one row, and those that may tell of a promise. */
export interface TextReading {
  readonly sentences: number;
  readonly pairs: Int32Array;
  readonly telling: readonly Sentence[];
}

/** A text of a report, where it stands and what it holds. */
export interface PlacedReading extends Pick<PlacedBlock, 'partId' | 'sectionId'> {
  readonly blockId: string;
  /** True in the part that names faults. */
  readonly isFault: boolean;
  readonly reading: TextReading;
}

/** How many pairs a sentence must share with a promise. */
const leastShared = 3;

type Holders = readonly (readonly number[] | undefined)[];

/** Which promises hold a pair. */
function indexPromises(promises: readonly (readonly number[])[]): Holders {
  const holders: number[][] = [];
  for (const [index, pairs] of promises.entries()) {
    for (const pair of pairs) {
      const known = holders[pair];
      if (known) known.push(index);
      else holders[pair] = [index];
    }
  }
  return holders;
}

/** Finds the promises that a sentence shares enough pairs with: no other text changes which these are. */
function findShared(pairs: readonly number[], holders: Holders): readonly Shared[] {
  const byPromise = new Map<number, number[]>();
  for (const pair of pairs) {
    for (const promise of holders[pair] ?? []) {
      const known = byPromise.get(promise);
      if (known) known.push(pair);
      else byPromise.set(promise, [pair]);
    }
  }
  return [...byPromise]
    .filter(([, shared]) => shared.length >= leastShared)
    .map(([promise, shared]) => ({ promise, pairs: shared }));
}

/**
 * Lists what each text of the parts of a report holds, but for those that plan. Texts that a report
 * asked about before held too are not read again.
 * @param promises the pairs of each promise
 */
export function createTextLister(
  readPairs: PairReader['read'],
  promises: readonly (readonly number[])[],
): (report: Report) => readonly PlacedReading[] {
  const holders = indexPromises(promises);
  const readSentence = remember((quote): Sentence => {
    const pairs = readPairs(quote);
    return { quote, pairs, shared: findShared(pairs, holders) };
  });
  const read = remember((text): TextReading => {
    const sentences = findSentences(text, { start: 0, end: text.length }).map(({ start, end }) =>
      readSentence(text.slice(start, end)),
    );
    return {
      sentences: sentences.length,
      pairs: Int32Array.from(sentences.flatMap(({ pairs }) => pairs)),
      telling: sentences.filter(({ shared }) => shared.length > 0),
    };
  });
  return (report) => {
    const plans = listPlanBlockIds(report);
    const faults = new Set(
      report.parts.flatMap(({ id, kind }) => (kind === 'shortcomings' ? [id] : [])),
    );
    return listBlocks(report).flatMap(({ block, partId, sectionId }) => {
      if (partId === null || block.type === 'subheading' || plans.has(block.id)) return [];
      const reading = read(blockText(block));
      return [{ partId, sectionId, blockId: block.id, isFault: faults.has(partId), reading }];
    });
  };
}
