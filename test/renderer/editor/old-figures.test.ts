import { expect, test } from 'vitest';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { listOldFigures, toDocument } from '../../../renderer/editor/index.ts';

const id = createCountingIds('f');
const carried = new Map([
  ['a', '办理案件62件，同比增长12%，2024年新增3名执法人员。'],
  ['b', '力量不足。'],
]);

function look(...texts: readonly (readonly [string, string | null])[]) {
  const preamble = texts.map(([text, blockId]) =>
    blockId === null
      ? buildParagraph(id, text)
      : buildParagraph(id, text, { reportId: 'base', blockId }),
  );
  const report: Report = buildReport(2026, { preamble });
  const doc = toDocument(report);
  return listOldFigures(doc, { year: 2024, carried }).map(({ figures, from, to }) => ({
    figures,
    first: doc.textBetween(from, to),
  }));
}

test('figures that stand as they stood last year are named with the first one’s place', () => {
  expect(look(['办理案件62件，同比增长12%，2026年新增5名执法人员。', 'a'])).toEqual([
    { figures: ['62件', '12%'], first: '62件' },
  ]);
});

test('a line whose figures were all replaced is left out, also when its words were not', () => {
  expect(look(['办理案件70件，同比增长13%，2026年新增4名执法人员。', 'a'])).toEqual([]);
});

test('lines without figures, and lines of this year’s own, are left out', () => {
  expect(look(['力量不足。', 'b'], ['办理案件62件。', null])).toEqual([]);
});

test('last year itself is named where it stood before, not where it is new', () => {
  expect(look(['办理案件70件，同比增长13%，2024年新增4名执法人员。', 'a'])).toEqual([
    { figures: ['2024年'], first: '2024年' },
  ]);
  expect(look(['力量不足，比2024年多12024年。', 'b'])).toEqual([]);
});
