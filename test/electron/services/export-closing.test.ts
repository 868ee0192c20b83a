import { expect, test } from 'vitest';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../../electron/docx/write/index.ts';
import { exportPlanned } from '../../../electron/services/export.ts';
import { measureFile } from '../../../electron/services/measure-file.ts';

const createId = createCountingIds();

/** A paragraph that a long word breaks so that it takes a line more than its letters would. */
const worded = () =>
  buildParagraph(createId, `${'开展'.repeat(12)}qingshifazhigongzuozhan${'执法'.repeat(9)}`);

/** A last paragraph too long to be kept with the closing as a matter of course. */
const last = () => buildParagraph(createId, '持续加强法治政府建设，'.repeat(20));

/** Paragraphs that the estimate takes for shorter, then so many lines, a long paragraph and the closing. */
function buildMisjudged(lines: number) {
  return buildReport(2025, {
    title: '青石镇人民政府2025年法治政府建设年度报告',
    preamble: [
      ...Array.from({ length: 8 }, worded),
      ...Array.from({ length: lines }, () => buildParagraph(createId, '开展执法监督')),
      last(),
    ],
    closing: { ...emptyClosing, signature: ['青石镇人民政府'], signedDate: '2026-02-05' },
  });
}

async function findLonely(bytes: Uint8Array): Promise<readonly unknown[]> {
  const { certificate } = await measureFile(bytes, plainWriting.layout);
  const item = certificate.items.find(({ id }) => id === 'lonely-signature');
  return item?.departures ?? [];
}

test('where the estimate would leave the signature alone on a page, the text is held with it', async () => {
  let saved = 0;
  for (let lines = 0; lines < 22; lines += 1) {
    const report = buildMisjudged(lines);
    const { bytes: once } = await writeDocx(report, plainWriting);
    const { bytes } = await exportPlanned({ report, options: plainWriting, notices: [] });
    expect(await findLonely(bytes)).toEqual([]);
    if ((await findLonely(once)).length > 0) saved += 1;
    else expect(bytes).toEqual(once);
  }
  expect(saved).toBeGreaterThan(0);
});
