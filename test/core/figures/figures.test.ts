import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContradictions, findSums, listFigures } from '../../../core/figures/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildTable,
  createCountingIds,
  type PartKind,
} from '../../../core/model/index.ts';

function reportOf(paragraphs: readonly string[], kind: PartKind = 'achievements') {
  const createId = createCountingIds();
  const blocks = paragraphs.map((text) => buildParagraph(createId, text));
  return buildReport(2025, { parts: [buildPart(createId, kind, '主要举措', { blocks })] });
}
const named = (text: string) =>
  listFigures(reportOf([text])).map(({ name, value, unit }) => `${name} ${value}${unit}`);

const sums = (text: string) =>
  findSums(reportOf([text])).map(({ total, sum, items, kind }) => [
    total.value,
    sum,
    items.length,
    kind,
  ]);
test('a paragraph whose full stops were lost costs no more than its length', () => {
  const clauses = Array.from(
    { length: 1500 },
    (_, index) => `第${index}次执法检查，办理案件${index}件`,
  );
  const figures = listFigures(reportOf([`${clauses.join('，')}。`]));
  expect(figures.length).toBeGreaterThan(1000);
  expect(Math.max(...figures.map(({ place }) => place.quote.length))).toBeLessThan(1300);
  const same = listFigures(reportOf(['办理案件3件。'.repeat(2000)]));
  expect(Math.max(...same.map(({ place }) => place.quote.length))).toBeLessThan(1300);
});

test('a run of more figures than any sentence lists is no sum', () => {
  const items = (count: number) => Array.from({ length: count }, () => '甲类案件1件').join('、');
  expect(sums(`办理案件50件，其中${items(50)}。`)).toHaveLength(1);
  expect(sums(`办理案件500件，其中${items(500)}。`)).toEqual([]);
});

const values = (...paragraphs: string[]) =>
  findContradictions(reportOf(paragraphs)).map(({ figures }) => figures.map(({ value }) => value));

describe('names of figures', () => {
  test.each([
    ['全年办理行政处罚案件62件，其中简易程序55件。', ['办理行政处罚案件 62件', '简易程序 55件']],
    ['共发放资料23000余份，调解成功率达到99%。', ['发放资料 23000份', '调解成功率 99%']],
    ['20名执法人员全部持证上岗。', ['执法人员 20名']],
    ['召开4次法治建设专题会议。', ['法治建设专题会议 4次']],
    ['青石镇便民窗口共接待来访群众189人次。', ['接待来访群众 189人次']],
    ['受理警情（110联动）1168件。', ['受理警情 1168件']],
    ['审查合同136件，较2024年增长23%。', ['审查合同 136件', '审查合同增长 23%']],
    ['实现法治副校长100%的覆盖率。', ['法治副校长覆盖率 100%']],
    ['法律咨询、法治讲座等活动32场次。', ['活动 32场次']],
    ['被提起行政诉讼4件、行政复议2件。', ['被提起行政诉讼 4件', '行政复议 2件']],
    ['办理事项由46项增加到58项。', ['办理事项 58项']],
    ['组织执法培训3次96人次。', ['组织执法培训 3次', '组织执法培训 96人次']],
    ['受理申请20件，办结18件，2件正在办理。', ['受理申请 20件', '办结 18件', '正在办理 2件']],
    ['自助服务3995件。', ['自助服务 3995件']],
    ['执法人员培训人均20学时。', ['执法人员培训人均 20学时']],
    ['执法人员培训人均达60学时，参训率均为100%。', ['执法人员培训人均 60学时', '参训率 100%']],
    ['调解纠纷月均12件。', ['调解纠纷月均 12件']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('what nothing names is left out', () => {
    expect(named('3件。')).toEqual([]);
  });

  test('the place is the sentence, also in a table and in the preamble', () => {
    const createId = createCountingIds();
    const report = buildReport(2025, {
      preamble: [
        buildParagraph(createId, '概况如下。全年办理案件6件。'),
        buildTable(createId, [['指标', '调解纠纷8件']]),
      ],
    });
    expect(listFigures(report).map(({ place }) => place)).toEqual([
      { partId: null, sectionId: null, blockId: 'b1', quote: '全年办理案件6件。' },
      { partId: null, sectionId: null, blockId: 'b2', quote: '调解纠纷8件' },
    ]);
  });
});

describe('sums', () => {
  test.each([
    ['受理74件，其中普通程序1件、简易程序73件。', [74, 74, 2, 'marked']],
    ['受理纠纷50件，其中邻里20件、婚姻15件、土地10件。', [50, 45, 3, 'marked']],
    ['办理案件62件（简易程序55件、普通程序8件），罚款3件。', [62, 63, 2, 'marked']],
    ['申请401件，已撤销3件，通过366件，不通过32件。', [401, 401, 3, 'implied']],
    ['邻里纠纷3件、婚姻纠纷4件，共8件。', [8, 7, 2, 'marked']],
    ['受理9件，其中甲类5件、乙类4件，调解成功8件。', [9, 9, 2, 'marked']],
  ])('%s', (text, expected) => {
    expect(sums(text)).toEqual([expected]);
  });

  test.each([
    '受理纠纷50件，其中邻里纠纷20件。',
    '受理纠纷50件，其中邻里20件、婚姻15件等。',
    '受理纠纷50余件，其中邻里20件、婚姻15件。',
    '行政诉讼2件，行政复议2件，行政纠错0件。',
    '受理纠纷50件。其中邻里20件、婚姻15件。',
    '受理纠纷50件，其中涉及20人、15户。',
  ])('none is claimed of: %s', (text) => {
    expect(sums(text)).toEqual([]);
  });

  test('parts that were made to add up always do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 9 }),
        (parts) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          const kinds = parts.map(
            (part, index) => `第${'一二三四五六七八九'[index]}类纠纷${part}件`,
          );
          const text = `全镇受理各类纠纷${total}件，其中${kinds.join('、')}。`;
          const [check] = findSums(reportOf([text]));
          expect(check?.sum).toBe(total);
          const [wrong] = findSums(reportOf([text.replace(`${total}件`, `${total + 1}件`)]));
          expect(wrong?.sum).toBe(total);
          expect(wrong?.total.value).toBe(total + 1);
        },
      ),
    );
  });
});

describe('contradictions', () => {
  test('one indicator with two values', () => {
    expect(values('全年调解矛盾纠纷120件。', '共化解各类纠纷135起。')).toEqual([[120, 135]]);
  });

  test.each([
    [['全年调解矛盾纠纷120件。', '共调解矛盾纠纷120件。']],
    [['全年调解矛盾纠纷120件。', '2024年调解矛盾纠纷135件。']],
    [['全年调解矛盾纠纷120件。', '上半年调解矛盾纠纷60件。']],
    [['全年调解矛盾纠纷120件。', '枫林村调解矛盾纠纷20件。']],
    [['全年调解矛盾纠纷120件。', '调解矛盾纠纷100余件。']],
    [['受理62件，其中简易程序55件。', '办结60件，其中简易程序54件。']],
    [['开展活动20次。', '开展活动8次。']],
  ])('none in %j', (paragraphs) => {
    expect(values(...paragraphs)).toEqual([]);
  });

  test('the plan for next year contradicts nothing', () => {
    expect(
      findContradictions(reportOf(['调解矛盾纠纷120件。', '调解矛盾纠纷150件。'], 'plan')),
    ).toEqual([]);
  });
});
