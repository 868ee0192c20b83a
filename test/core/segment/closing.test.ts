import { describe, expect, test } from 'vitest';
import { readLines } from '../../support/read-text.ts';

const text =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
const head = ['青石镇2025年法治政府建设年度报告', '一、主要举措和成效', text];
const end = (...lines: readonly string[]) => readLines([...head, ...lines]);

describe('signature and date in every form', () => {
  test.each([
    ['letters set apart', ['青 石 镇 人 民 政 府', '2 0 2 6 年 1 月 1 5 日']],
    ['full-width digits', ['青石镇人民政府', '２０２６年１月１５日']],
    ['points', ['青石镇人民政府', '2026.1.15']],
    ['hyphens', ['青石镇人民政府', '2026-01-15']],
    ['a seal', ['青石镇人民政府（盖章）', '2026年1月15日']],
    ['the date first', ['2026年1月15日', '青石镇人民政府']],
    ['○ for 〇', ['青石镇人民政府', '二○二六年一月十五日']],
  ])('%s', (_, lines) => {
    const { report } = end(...lines);
    expect(report.closing).toMatchObject({
      signature: ['青石镇人民政府'],
      signedDate: '2026-01-15',
    });
    expect(report.parts[0]?.blocks).toHaveLength(1);
  });

  test.each([
    '红星农场',
    '金湖经济开发区管委会',
    '云岭国有林场',
    '青石镇法治建设领导小组办公室',
    '白音苏木人民政府',
  ])('%s signs', (organ) => {
    expect(end(organ, '2026年1月15日').report.closing.signature).toEqual([organ]);
  });

  test('joint issuers written without a blank are two', () => {
    const { report } = end('中共青石镇委员会青石镇人民政府', '2026年1月15日');
    expect(report.closing.signature).toEqual(['中共青石镇委员会', '青石镇人民政府']);
  });

  test.each(['2026年1月', '2026年  月  日'])(
    '%s is no date: it is listed, and the signature found',
    (date) => {
      const read = end('青石镇人民政府', date);
      expect(read.report.closing).toMatchObject({
        signature: ['青石镇人民政府'],
        signedDate: null,
      });
      expect(read.discarded.map((line) => line.text)).toEqual([date]);
    },
  );
});

describe('attachments', () => {
  test('listed below 附件：', () => {
    const { report } = end('附件：', '1.执法统计表', '2.普法清单', '青石镇人民政府');
    expect(report.closing.attachments).toEqual(['执法统计表', '普法清单']);
  });

  test('printed below the signature give their title; their pages are listed as left out', () => {
    const read = end('青石镇人民政府', '2026年1月15日', '附件', '行政执法统计表', '案件 62件');
    expect(read.report.closing).toMatchObject({
      signature: ['青石镇人民政府'],
      signedDate: '2026-01-15',
      attachments: ['行政执法统计表'],
    });
    expect(read.discarded.map((line) => line.text)).toEqual([
      '附件',
      '行政执法统计表',
      '案件 62件',
    ]);
  });
});

describe('the year of a report whose title names none', () => {
  const opening = '今年以来，青石镇扎实推进法治政府建设，现将有关情况报告如下：';
  const read = (first: string, date: string) =>
    readLines(
      ['青石镇法治政府建设年度报告', first, '一、主要举措和成效', text, '青石镇人民政府', date],
      2031,
    );

  test.each([
    ['signed in January', opening, '2026年1月12日', 2025],
    ['signed before the year’s end', opening, '2025年12月22日', 2025],
    [
      'with an outline’s period in its opening',
      `按照《纲要（2021－2025年）》，${opening}`,
      '2024年1月12日',
      2023,
    ],
    ['with history in its opening', `自2009年建立法律顾问制度。${opening}`, '2026年1月12日', 2025],
    ['named in its opening', '2025年，青石镇扎实推进法治政府建设。', '2026年1月12日', 2025],
  ])('%s', (_, first, date, year) => {
    const { report, notices } = read(first, date);
    expect(report.year).toBe(year);
    expect(notices).toContainEqual({ code: 'segment/year-inferred', year });
  });
});

describe('the unit named in a title', () => {
  test.each([
    ['云岭县国有林场2025年法治政府建设年度报告', '云岭县国有林场'],
    ['金湖经济开发区管理委员会2025年法治政府建设年度报告', '金湖经济开发区管理委员会'],
    [
      '禾田瑶族自治县大瑶乡人民政府关于2025年法治政府建设情况的报告',
      '禾田瑶族自治县大瑶乡人民政府',
    ],
    ['三乡镇2025年法治政府建设年度报告', '三乡镇'],
    ['2025年度江湾镇法治政府建设情况报告', '江湾镇'],
    ['青石镇推进法治政府建设情况报告', '青石镇'],
    ['云岭县司法局2025年法治政府建设年度报告', '云岭县司法局'],
    ['2025年云岭县发展和改革局法治政府建设年度报告', '云岭县发展和改革局'],
    ['云岭市卫生健康委员会关于2025年法治政府建设情况的报告', '云岭市卫生健康委员会'],
    ['云岭县卫健委2025年度法治政府建设工作报告', '云岭县卫健委'],
    ['云岭县政府办2025年法治政府建设年度报告', '云岭县政府办'],
    ['云岭区政务服务中心2025年法治政府建设年度报告', '云岭区政务服务中心'],
    ['云岭县市场监管综合行政执法大队2025年法治政府建设年度报告', '云岭县市场监管综合行政执法大队'],
    ['关于云岭县司法局2025年法治政府建设情况的报告', '云岭县司法局'],
  ])('%s', (title, unit) => {
    expect(readLines([title, '一、主要举措和成效', text]).report.issuers).toEqual([unit]);
  });

  test.each([
    '2025年法治政府建设年度报告',
    '关于2025年法治政府建设工作的报告',
    '全县推进执法中心2025年法治政府建设年度报告',
  ])('none is named in %s', (title) => {
    expect(readLines([title, '一、主要举措和成效', text]).report.issuers).toEqual([]);
  });
});
