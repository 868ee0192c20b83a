import { readFileSync } from 'node:fs';
import { createCountingIds, type Report } from '../../../core/model/index.ts';
import { type AppliedPacks, choosePacks } from '../../../core/packs/index.ts';
import { plainParagraph, segment } from '../../../core/segment/index.ts';
import { findSeed } from '../../support/seeds.ts';
import { shipped, template } from '../../templates/shipped-packs.ts';

/** The packs the app ships, as they apply to a report of `year`. */
export function packsOf(year: number): AppliedPacks {
  return choosePacks(shipped.packs, year);
}

/** The report in the seed whose file name begins with `prefix`; null, said aloud, when it is not there. */
export function readSeedReport(prefix: string): Report | null {
  const path = findSeed(prefix);
  if (path === undefined) return null;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
  const { report } = segment(
    lines.map((line, index) => plainParagraph(index, line)),
    {
      createId: createCountingIds(),
      template: template,
      fallbackYear: 2020,
    },
  );
  return report;
}
