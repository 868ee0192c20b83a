import { expect, test } from 'vitest';
import {
  type Annex,
  composeDocument,
  emptyFacts,
  type FlowItem,
  standardLayout,
} from '../../../core/layout/index.ts';
import {
  type Block,
  buildParagraph,
  buildReport,
  buildSubheading,
  buildTable,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';

const createId = createCountingIds();
const paragraph = (text: string) => buildParagraph(createId, text);
const buildAnnex = (title: string, ...blocks: Block[]): Annex => ({
  title,
  blocks,
  isPublic: true,
});
const print = (item: FlowItem) =>
  item.type === 'line' ? `${item.kind}:${item.runs.map((run) => run.text).join('')}` : 'table';

/** The pages of annexes behind a report that lists `attachments`. */
function compose(attachments: readonly string[], ...annexes: Annex[]): readonly FlowItem[] {
  const report = buildReport(2025, {
    preamble: [paragraph('正文。')],
    closing: { ...emptyClosing, attachments },
  });
  const { items } = composeDocument(report, {
    layout: standardLayout('plain'),
    facts: emptyFacts,
    annexes,
  });
  const first = items.findIndex((item) => item.type === 'line' && item.kind === 'annexLabel');
  return items.slice(first);
}

test('an annex begins a page: 附件 on the first line, its title on the third, its text below', () => {
  const items = compose(['统计表'], buildAnnex('统计表', paragraph('数据如下。')));
  expect(items.map(print)).toEqual([
    'annexLabel:附件',
    'blank:',
    'annexTitle:统计表',
    'blank:',
    'text:数据如下。',
  ]);
  expect(items.map((item) => item.type === 'line' && (item.pageBreakBefore ?? false))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(items.slice(0, 4).every((item) => item.keepWithNext)).toBe(true);
});

const labels = (items: readonly FlowItem[]) =>
  items.map(print).filter((text) => /^annex(?:Label|Title)/u.test(text));

test('annexes stand in the order of the list, with its numbers, and unlisted ones behind', () => {
  const items = compose(
    ['甲表', '2025年度乙目录', '丙'],
    buildAnnex('丁', paragraph('丁文。')),
    buildAnnex('《2025年度乙目录》', paragraph('乙文。')),
    buildAnnex('附件1：甲表', paragraph('甲文。')),
  );
  expect(labels(items)).toEqual([
    'annexLabel:附件1',
    'annexTitle:甲表',
    'annexLabel:附件2',
    'annexTitle:《2025年度乙目录》',
    'annexLabel:附件4',
    'annexTitle:丁',
  ]);
});

test('two annexes of one title are both printed, and one that nothing lists stands alone', () => {
  expect(labels(compose(['表'], buildAnnex('表'), buildAnnex('表')))).toEqual([
    'annexLabel:附件1',
    'annexTitle:表',
    'annexLabel:附件2',
    'annexTitle:表',
  ]);
  expect(labels(compose([], buildAnnex('表')))).toEqual(['annexLabel:附件', 'annexTitle:表']);
});

test('typed numbers before a short line make it a heading, letter for letter', () => {
  const items = compose(
    [],
    buildAnnex(
      '说明',
      ...[
        '一、总体情况',
        '（一）执法',
        '1.检查',
        '（1）方式',
        '方式如下。',
        '二、说明',
        '数据截至年底。',
      ].map(paragraph),
    ),
  );
  expect(items.slice(4).map(print)).toEqual([
    'part:一、总体情况',
    'section:（一）执法',
    'level3:1.检查',
    'level4:（1）方式',
    'text:方式如下。',
    'part:二、说明',
    'text:数据截至年底。',
  ]);
});

test('points of a list, sentences and long lines stay text', () => {
  const points = [
    '一、修路；',
    '二、建桥。其中一座为新建',
    `三、${'长'.repeat(40)}`,
    '四、修渠',
    '五、植树',
  ];
  const items = compose([], buildAnnex('清单', ...points.map(paragraph)));
  expect(items.slice(4).map(print)).toEqual(points.map((point) => `text:${point}`));
});

test('tables and headings of the model stand in an annex as they do in the text', () => {
  const table = buildTable(createId, [['项目'], ['检查']]);
  const items = compose([], buildAnnex('表', buildSubheading(createId, 3, '数据'), table));
  expect(items.slice(4).map(print)).toEqual(['level3:1.数据', 'table']);
});

test('an annex that the report does not list is listed below its text, behind those that are', () => {
  const report = buildReport(2025, {
    preamble: [paragraph('正文。')],
    closing: { ...emptyClosing, attachments: ['统计表'] },
  });
  const listed = (...annexes: Annex[]) =>
    composeDocument(report, { layout: standardLayout('plain'), facts: emptyFacts, annexes })
      .items.filter((item) => item.type === 'line' && item.kind === 'attachment')
      .map(print);
  expect(listed(buildAnnex('《统计表》'))).toEqual(['attachment:附件：统计表']);
  expect(listed(buildAnnex('人员名册'), buildAnnex('统计表'))).toEqual([
    'attachment:附件：1.统计表',
    'attachment:2.人员名册',
  ]);
});
