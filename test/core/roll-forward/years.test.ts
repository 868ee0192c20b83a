import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findYearMentions } from '../../../core/roll-forward/index.ts';
import { hanText } from '../../support/report-arbitraries.ts';

/** `text` of a 2025 report as rolling forward to 2026 leaves it. */
function roll(text: string): string {
  return findYearMentions(text, 2025, 1).reduceRight(
    (kept, { start, end, verdict }) =>
      verdict.kind === 'move' ? kept.slice(0, start) + verdict.to + kept.slice(end) : kept,
    text,
  );
}

describe('years that mean the report’s own time move', () => {
  test.each([
    ['青石镇2025年度法治政府建设年度报告', '青石镇2026年度法治政府建设年度报告'],
    ['2026年工作安排', '2027年工作安排'],
    ['二〇二五年，全镇', '二〇二六年，全镇'],
    ['统计期限自2025年1月1日起至12月31日止', '统计期限自2026年1月1日起至12月31日止'],
    ['截至2025年12月7日，受理89件', '截至2026年12月7日，受理89件'],
    ['合同审查136件次，较2024年增长23%', '合同审查136件次，较2025年增长23%'],
    ['2025 年共调解256件', '2026 年共调解256件'],
    ['《青石镇2025年法治政府建设年度报告》', '《青石镇2026年法治政府建设年度报告》'],
    ['2025年上半年，办结62件', '2026年上半年，办结62件'],
    ['２０２５年度法治政府建设', '２０２６年度法治政府建设'],
    ['数据期为2025-01-01至2025-12-31', '数据期为2026-01-01至2026-12-31'],
    ['2025.1.1起算', '2026.1.1起算'],
    ['较2024年同期下降5%', '较2025年同期下降5%'],
    ['由2024年的12件降至2025年的8件', '由2025年的12件降至2026年的8件'],
    ['上年度（2024年度）', '上年度（2025年度）'],
    ['2025年和2026年持续用力', '2026年和2027年持续用力'],
    ['到2025年底，全部办结', '到2026年底，全部办结'],
    ['自2025年1月1日起，至12月31日止', '自2026年1月1日起，至12月31日止'],
  ])('%s', (before, after) => {
    expect(roll(before)).toBe(after);
  });
});

describe('acts of organs above and years told together stay', () => {
  test.each([
    '2023年、2024年、2025年三年来',
    '2023年、2024年和2025年连续获评先进',
    '党的二十届四中全会（2025年10月）',
    '2025年9月12日，全国人大常委会通过法治宣传教育法',
    '2025年12月，国务院公布《行政执法监督条例》',
    '公告（2025年第3号）',
  ])('%s', (text) => {
    expect(roll(text)).toBe(text);
  });

  test('a dated act of the township itself moves', () => {
    expect(roll('2025年3月，镇人大会议听取工作报告')).toBe('2026年3月，镇人大会议听取工作报告');
  });
});

describe('names of documents, periods and history stay', () => {
  test.each([
    '印发《青石镇2025年度普法责任清单》',
    '《关于印发〈2025年法治建设工作要点〉的通知》',
    '按照《法治政府建设实施纲要（2021－2025年）》',
    '“十四五”（2021—2025年）期间',
    '荣获2021年-2025年全省先进',
    '（青政发〔2025〕12号）',
    '自2009年建立法律顾问制度以来',
    '自2025年以来持续推进',
    '目录（2025年版）',
    '2024年出台的办法继续有效',
    '2025年是“十四五”规划收官之年',
    '12025年',
    '按照《2025年法治政府建设工作要点》',
    '《法治政府建设工作报告（2021－2025年）》',
    '今明两年',
    '2024-2025年度',
    '2024、2025年连续两年获评优秀',
    '2024年和2025年连续两年',
    '成立于2025年',
    '自2025年5月1日起施行',
    '贯彻2025年新修订的《行政复议法》',
    '到2025年，政府行为全面纳入法治轨道',
    '2025年作为“十四五”收官之年',
    '2025年既是规划收官之年，也是谋划之年',
    '2025年是全面推进依法治镇的关键一年',
    '2025年正值建镇七十周年',
    '党的二十届四中全会于2025年10月召开',
    '三年行动（2025—2027年）',
  ])('%s', (text) => {
    expect(roll(text)).toBe(text);
  });

  test('a year that stays near the reporting year says why', () => {
    const reasons = [
      '《2025年要点》',
      '2021—2025年',
      '2025年修订',
      '自2025年起',
      '2025年是开局之年',
    ].map((text) => findYearMentions(text, 2025, 1)[0]?.verdict);
    expect(reasons.map((verdict) => verdict?.kind === 'keep' && verdict.reason)).toEqual([
      'document-title',
      'period',
      'edition',
      'founding',
      'year-bound',
    ]);
  });
});

test('text without a year near the report’s stays as it is', () => {
  fc.assert(
    fc.property(hanText(0, 60), fc.integer({ min: 1990, max: 2022 }), (text, year) => {
      expect(roll(`${text}${year}年${text}`)).toBe(`${text}${year}年${text}`);
    }),
  );
});

test('every mention names the letters it stands at', () => {
  const letters = fc.constantFrom(...'20256年《》（）－较自起是之—二〇五');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
      for (const { start, end, from } of findYearMentions(text, 2025, 1)) {
        expect(text.slice(start, end)).toBe(from);
      }
    }),
  );
});
