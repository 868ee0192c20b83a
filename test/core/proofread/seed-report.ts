import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCountingIds, type Report } from '../../../core/model/index.ts';
import {
  type OutlinePack,
  outlinePackSchema,
  templatePackSchema,
} from '../../../core/packs/index.ts';
import { plainParagraph, segment } from '../../../core/segment/index.ts';
import { findSeed } from '../../support/seeds.ts';

function readPack(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../templates', name), 'utf8'));
}

/** The outline that applies to a report of `year`. */
export function outlineOf(year: number): OutlinePack {
  return outlinePackSchema.parse(
    readPack(year > 2020 ? 'outline-2021-2025.json' : 'outline-2015-2020.json'),
  );
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
      template: templatePackSchema.parse(readPack('four-part-report.json')),
      fallbackYear: 2020,
    },
  );
  return report;
}
