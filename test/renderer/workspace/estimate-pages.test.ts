import { expect, test } from 'vitest';
import { plainWriting, writeDocx } from '../../../electron/docx/write/index.ts';
import { estimatePages } from '../../../renderer/features/workspace/estimate-pages.ts';
import { measurePdf } from '../../support/render/measure.ts';
import { findRenderLack, renderPdf } from '../../support/render/render.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';

const lack = findRenderLack();
if (lack) console.warn(`the estimate of pages is not compared with printed ones: ${lack}`);

test.skipIf(lack)(
  'the estimate of pages is that of the printed export, give or take one in ten',
  async () => {
    for (const report of [buildVariedReport(), buildLongReport(6000), buildLongReport(15_000, 3)]) {
      const { bytes } = await writeDocx(report, plainWriting);
      const printed = (await measurePdf(await renderPdf(bytes))).length;
      const estimated = estimatePages(report);
      expect(Math.abs(estimated - printed), `${estimated} for ${printed}`).toBeLessThanOrEqual(
        Math.max(1, Math.round(printed / 10)),
      );
    }
  },
);
