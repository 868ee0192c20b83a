import { expect, test } from 'vitest';
import { plainParagraph } from '../../../core/segment/index.ts';
import { linkRows, sourceText } from '../../../renderer/features/new-report/link-lines.ts';
import { cutSpan, findRow, readForClaim, webPage } from './read-for-claim.ts';

test('each line of the structure finds its own words in the source', () => {
  const { rows, spans } = readForClaim(webPage);
  for (const row of rows.filter(({ kind }) => kind !== 'date')) {
    expect(cutSpan(webPage, spans.get(row.key)), row.text).toBe(row.text);
  }
});

test('a heading that shares its line with its text covers its own words only', () => {
  const { rows, spans } = readForClaim(webPage);
  const heading = spans.get(findRow(rows, '强化组织保障').key);
  const text = spans.get(findRow(rows, '全年组织专题学法6次。').key);
  expect(heading).toEqual({ block: 5, start: 3, end: 9 });
  expect(text).toEqual({ block: 5, start: 10, end: webPage[5]?.length });
});

test('pieces of one long line follow one another', () => {
  const oneLine = webPage.slice(1).join(' ');
  const { rows, spans } = readForClaim([oneLine]);
  const starts = rows.flatMap(({ key }) => spans.get(key)?.start ?? []);
  expect(starts.length).toBeGreaterThan(8);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('the same words twice are tied to the first place and then to the second', () => {
  const lines = ['一、主要举措和成效', '持续推进。', '二、存在的不足', '持续推进。'];
  const { rows, spans } = readForClaim(lines);
  const blocks = rows
    .filter(({ text }) => text === '持续推进。')
    .map(({ key }) => spans.get(key)?.block);
  expect(blocks).toEqual([1, 3]);
});

test('width and blanks do not keep words apart', () => {
  const row = {
    key: 'a',
    kind: 'section',
    label: '',
    text: '强化（组织）保障',
    part: null,
  } as const;
  const source = [plainParagraph(0, '(一)强 化(组织) 保障。')];
  const span = linkRows([row], source).get('a');
  expect(cutSpan(['(一)强 化(组织) 保障。'], span)).toBe('强 化(组织) 保障');
});

test('a line whose end was changed in reading is found by its beginning', () => {
  const text = '镇综合行政执法队全年办理行政处罚案件六十二件';
  const row = { key: 'a', kind: 'paragraph', label: '', text, part: null } as const;
  const span = linkRows([row], [plainParagraph(0, `${text.slice(0, 15)}若干件`)]).get('a');
  expect(span).toEqual({ block: 0, start: 0, end: 12 });
});

test('words that are nowhere in the source are tied to nothing', () => {
  const row = { key: 'a', kind: 'title', label: '', text: '另一份报告', part: null } as const;
  expect(linkRows([row], [plainParagraph(0, '枫林街道')]).size).toBe(0);
  expect(linkRows([{ ...row, text: '' }], [plainParagraph(0, '枫林街道')]).size).toBe(0);
});

test('discarded words are found in their line', () => {
  const { discardedSpans } = readForClaim(webPage);
  expect(discardedSpans.map((span) => cutSpan(webPage, span))).toEqual([webPage[0], webPage[2]]);
});

test('a table is shown cell by cell, row by row', () => {
  const rows = [
    ['项目', '件数'],
    ['处罚', '62'],
  ];
  expect(sourceText({ kind: 'table', line: 0, rows })).toBe('项目　件数\n处罚　62');
});
