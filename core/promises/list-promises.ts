import type { Report } from '../model/index.ts';
import { listPlanPassages, type PlanPassage } from './plan-passages.ts';
import type { PlanPromise } from './promise.ts';
import { splitHeading, splitPromises } from './split-promises.ts';

/** Reports are immutable, so what was read of one stays true of it. */
const read = new WeakMap<Report, readonly PlanPromise[]>();

function readPassage(passage: PlanPassage, firstOrdinal: number): readonly PlanPromise[] {
  const { partId, sectionId, blockId, heading, text, span } = passage;
  const holder = blockId ?? sectionId ?? partId ?? 'plan';
  const found = passage.isBare ? splitHeading(text) : splitPromises(text, span);
  return found.map(({ start, end, head }, index) => {
    const words = text.slice(start, end);
    return {
      id: `${holder}/${firstOrdinal + index}`,
      text: words,
      heading: head || heading,
      place: { partId, sectionId, blockId, quote: words },
    };
  });
}

/**
 * What last year's plan promised, in its order: its numbered points, or its sentences where nothing
 * is numbered, each word for word as it stands there. The same base gives the same ids.
 */
export function listPromises(base: Report): readonly PlanPromise[] {
  const known = read.get(base);
  if (known) return known;
  const counts = new Map<string, number>();
  const promises = listPlanPassages(base).flatMap((passage) => {
    const holder = passage.blockId ?? passage.sectionId ?? passage.partId ?? 'plan';
    const before = counts.get(holder) ?? 0;
    const found = readPassage(passage, before + 1);
    counts.set(holder, before + found.length);
    return found;
  });
  read.set(base, promises);
  return promises;
}
