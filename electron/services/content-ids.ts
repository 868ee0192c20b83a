import { createHash } from 'node:crypto';
import { blockText, type Report } from '../../core/model/index.ts';
import { type Identified, renameIds } from './reading/reidentify.ts';

function wordsOf(item: Identified): string {
  return 'type' in item ? `${item.type}\n${blockText(item)}` : item.heading;
}

/**
 * The report with ids made of its words, equal ones counted: the same file read twice gives the
 * same ids, so that a draft rolled from it in one run knows its sources in the next.
 */
export function identifyByContent(report: Report): Report {
  const counts = new Map<string, number>();
  return renameIds(report, (item) => {
    const hash = createHash('sha256').update(wordsOf(item)).digest('hex').slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  });
}
