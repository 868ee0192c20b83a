import { expect, test } from 'vitest';
import {
  type Block,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { rollForward } from '../../../core/roll-forward/index.ts';
import { checkReportFile } from '../../../electron/services/check-file.ts';
import { identifyByContent } from '../../../electron/services/content-ids.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const { packs } = shipped;
const options = { packs, places: null, year: null };
const fileOf = (report: Report) => ({ report, discarded: [], notices: [] });

function rollOn(base: Report): Report {
  const toYear = base.year + 1;
  const createId = createCountingIds('draft');
  return rollForward(base, { toYear, baseId: 'x', createId, packs: choosePacks(packs, toYear) })
    .report;
}

const strip = (blocks: readonly Block[]) => blocks.map((block) => ({ ...block, source: null }));
/** As it comes from a .docx: without a trace of what it was rolled from. */
const withoutSources = (report: Report): Report => ({
  ...report,
  preamble: strip(report.preamble),
  parts: report.parts.map((part) => ({
    ...part,
    source: null,
    blocks: strip(part.blocks),
    sections: part.sections.map((section) => ({
      ...section,
      source: null,
      blocks: strip(section.blocks),
    })),
  })),
});

test.each([
  ['varied', buildVariedReport()],
  ['long', buildLongReport(6000)],
])('the %s draft without its sources is found as stale as with them', (_, base) => {
  const draft = rollOn(base);
  const [own, matched] = [draft, withoutSources(draft)].map((report) =>
    checkReportFile({ report }, { ...options, base: fileOf(base) }),
  );
  expect(own).toMatchObject({ ok: true });
  expect(matched).toEqual(own);
});

test('ids of a report’s words are the same each time, and no two are one', () => {
  const report = buildLongReport(6000);
  const [once, again] = [identifyByContent(report), identifyByContent(rollIds(report))];
  expect(again).toEqual(once);
  const ids = listBlocks(once).map(({ block }) => block.id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The same words under other ids. */
function rollIds(report: Report): Report {
  const rename = (blocks: readonly Block[]) =>
    blocks.map((block) => ({ ...block, id: `other-${block.id}` }));
  return {
    ...report,
    preamble: rename(report.preamble),
    parts: report.parts.map((part) => ({ ...part, id: `other-${part.id}` })),
  };
}
