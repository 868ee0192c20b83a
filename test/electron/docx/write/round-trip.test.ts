import { expect, test } from 'vitest';
import {
  type Block,
  blockText,
  createCountingIds,
  type Report,
} from '../../../../core/model/index.ts';
import { segment } from '../../../../core/segment/index.ts';
import { readSource } from '../../../../electron/docx/read/index.ts';
import { shippedTemplate } from '../../../support/read-text.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from './package.ts';

/** Writes a report, and reads it back as the app reads any .docx. */
async function rewrite(report: Report): Promise<Report> {
  const source = await readSource('报告.docx', await write(report));
  if (!source.ok) throw new Error(source.error.code);
  return segment(source.value.blocks, {
    createId: createCountingIds(),
    template: shippedTemplate(),
    fallbackYear: 1999,
  }).report;
}

function simplifyBlocks(list: readonly Block[]) {
  return list.map((block) => ({
    kind: block.type === 'subheading' ? `${block.level} ${block.runIn}` : block.type,
    text: blockText(block),
  }));
}

/** A report without what writing cannot keep: ids, provenance and the lines of the title. */
function simplify(report: Report) {
  return {
    year: report.year,
    issuers: report.issuers,
    title: report.title.replaceAll('\n', ''),
    addressee: report.addressee,
    preamble: simplifyBlocks(report.preamble),
    parts: report.parts.map((part) => ({
      kind: part.kind,
      heading: part.heading,
      blocks: simplifyBlocks(part.blocks),
      sections: part.sections.map(({ heading, runIn, blocks: inner }) => ({
        heading,
        runIn,
        blocks: simplifyBlocks(inner),
      })),
    })),
    closing: report.closing,
  };
}

test('a varied report that was written is read back as it was', async () => {
  const report = buildVariedReport();
  expect(simplify(await rewrite(report))).toEqual(simplify(report));
});

test('a long report that was written is read back as it was', async () => {
  const report = buildLongReport(8000);
  expect(simplify(await rewrite(report))).toEqual(simplify(report));
});
