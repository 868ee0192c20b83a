import type { Place } from '../api/index.ts';
import { blockText, listBlocks, type Report } from '../model/index.ts';
import { type Blank, listBlanks } from '../packs/index.ts';

/** A place still to be filled in, where it stands: `start` and `end` count in the block's text. */
export interface FoundBlank extends Blank {
  /** `quote` is the blank with its brackets. */
  readonly place: Place;
}

/** The places of a report that are still to be filled in, in reading order; those of headings are none. */
export function listReportBlanks(report: Report): readonly FoundBlank[] {
  return listBlocks(report).flatMap(({ block, partId, sectionId }) => {
    const text = blockText(block);
    return listBlanks(text).map((blank) => ({
      ...blank,
      place: { partId, sectionId, blockId: block.id, quote: text.slice(blank.start, blank.end) },
    }));
  });
}
