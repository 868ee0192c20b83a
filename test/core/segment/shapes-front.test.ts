import { describe } from 'vitest';
import { opening, type Reads, type Shape, testShapes, text, title } from './shape.ts';

const below = [opening, '一、主要举措和成效', text, '二、存在的不足', text];

function front(name: string, lines: readonly string[], reads: Reads): Shape {
  const body = ['achievements 主要举措和成效', '¶', 'shortcomings 存在的不足', '¶'];
  return [name, [...lines, ...below], { preamble: [`¶ ${opening}`], body, year: 2025, ...reads }];
}

describe('titles', () => {
  testShapes([
    front('on one line', [title], { title, issuers: ['青石镇'] }),
    front('over three lines', ['青石镇人民政府', '关于2025年度法治政府建设', '情况的报告'], {
      title: '关于2025年度法治政府建设\n情况的报告',
      issuers: ['青石镇人民政府'],
    }),
    front(
      'with 报 告 on a line of its own',
      ['青石镇人民政府', '关于2025年度法治政府建设情况的', '报 告'],
      { title: '关于2025年度法治政府建设情况的\n报 告' },
    ),
    front('without 报告', ['青石镇2025年法治政府建设情况'], {
      title: '青石镇2025年法治政府建设情况',
    }),
    front('with a bracketed unit below', ['2025年法治政府建设工作报告', '（城南街道）'], {
      title: '2025年法治政府建设工作报告\n（城南街道）',
    }),
    front('printed twice', [title, title], { title, discarded: [title] }),
    front(
      'doubled as 关于2025年度 and 关于2025年',
      ['枫林街道关于2025年度法治政府建设情况的报告', '枫林街道关于2025年法治政府建设情况的报告'],
      {
        title: '枫林街道关于2025年度法治政府建设情况的报告',
        discarded: ['枫林街道关于2025年法治政府建设情况的报告'],
      },
    ),
    front(
      'of the page in front of the paper’s own',
      [title, '青石镇人民政府', '关于2025年法治政府建设情况的报告'],
      {
        title,
        issuers: ['青石镇人民政府'],
        discarded: ['关于2025年法治政府建设情况的报告'],
      },
    ),
    front('missing', [], {
      title: '',
      issuers: ['青石镇'],
      doubts: ['year-inferred', 'title-missing', 'issuer-inferred'],
    }),
    front('with the date below', [title, '（2026年1月10日）'], { title, signedDate: '2026-01-10' }),
    front('with a date below that the signature has not', [title, '2026年1月8日'], {
      title,
      signedDate: '2026-01-08',
    }),
    front('below a red head and a number', ['青石镇人民政府文件', '青政发〔2026〕3号', title], {
      title,
      discarded: ['青石镇人民政府文件', '青政发〔2026〕3号'],
    }),
    front(
      'below 份号, 密级, 紧急程度 and the names of signers',
      [
        '000123',
        '秘密★1年',
        '特急',
        '青石镇人民政府文件',
        '签发人：李明　王强',
        '青政发〔2026〕3号\t赵小川',
        title,
      ],
      {
        title,
        discarded: [
          '000123',
          '秘密★1年',
          '特急',
          '青石镇人民政府文件',
          '签发人：李明　王强',
          '青政发〔2026〕3号\t赵小川',
        ],
        doubts: ['secrecy-mark'],
      },
    ),
  ]);
});

describe('issuers, addressee and 引言', () => {
  testShapes([
    front(
      'two issuers on lines above the title',
      ['中共青石镇委员会', '青石镇人民政府', '关于2025年法治政府建设情况的报告'],
      {
        issuers: ['中共青石镇委员会', '青石镇人民政府'],
        title: '关于2025年法治政府建设情况的报告',
      },
    ),
    front(
      'two issuers on one line above the title',
      ['中共青石镇委员会　青石镇人民政府', '关于2025年法治政府建设情况的报告'],
      { issuers: ['中共青石镇委员会', '青石镇人民政府'] },
    ),
    front(
      'two issuers inside the title',
      ['中共青石镇委员会 青石镇人民政府关于2025年法治政府建设情况的报告'],
      { issuers: ['中共青石镇委员会', '青石镇人民政府'] },
    ),
    front('an addressee', [title, '县委、县政府：'], { addressee: '县委、县政府' }),
    front('an addressee with a half-width colon', [title, '县人民政府:'], {
      addressee: '县人民政府',
    }),
    front('an addressee a scan put blanks into', [title, '县 人民政府 ：'], {
      addressee: '县 人民政府',
    }),
    front('the month of writing below the title', [title, '（2026年1月）', '县人民政府：'], {
      title,
      addressee: '县人民政府',
      discarded: ['（2026年1月）'],
    }),
    front(
      'joint issuers of which the party is named in short',
      ['中共云岭县青石镇委　青石镇人民政府', '2025年度法治政府建设年度报告'],
      {
        issuers: ['中共云岭县青石镇委', '青石镇人民政府'],
        title: '2025年度法治政府建设年度报告',
      },
    ),
    front('an addressee of the corps', [title, '师市党委、师市：'], {
      addressee: '师市党委、师市',
    }),
    front('several addressees', [title, '县委全面依法治县委员会办公室、县司法局：'], {
      addressee: '县委全面依法治县委员会办公室、县司法局',
    }),
    front('引言 as a heading', [title, '引  言'], { preambleHeading: '引  言' }),
    front('前言 below an addressee', [title, '县人民政府：', '前言'], {
      addressee: '县人民政府',
      preambleHeading: '前言',
    }),
  ]);
});

describe('a letter around the report', () => {
  const letter = [
    '青石镇人民政府',
    '关于报送2025年法治政府建设年度报告的函',
    '县司法局：',
    '现将《青石镇2025年法治政府建设年度报告》报上，请审阅。',
    '附件：青石镇2025年法治政府建设年度报告',
    '青石镇人民政府',
    '2026年1月10日',
  ];
  testShapes([
    front('关于报送…的函 with 附件 above the report', [...letter, '附件', title], {
      title,
      addressee: '',
      discarded: [...letter, '附件'],
      doubts: ['left-aside'],
    }),
    front('the letter’s title only, and 附件1', [letter[1] ?? '', '附件1', title], {
      title,
      discarded: [letter[1] ?? '', '附件1'],
      doubts: ['left-aside'],
    }),
    front('a notice that passes it on', ['关于印发年度报告的通知', '各村：', '附件：', title], {
      title,
      discarded: ['关于印发年度报告的通知', '各村：', '附件：'],
      doubts: ['left-aside'],
    }),
  ]);
});
