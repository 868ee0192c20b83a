import { describe } from 'vitest';
import { opening, testShapes, text, title, underHeadings } from './shape.ts';

const parts = ['achievements 主要举措和成效', 'shortcomings 存在的不足'] as const;
const plain = [parts[0], '¶', parts[1], '¶'];

describe('odd numbers and headings', () => {
  testShapes([
    [
      'a blank in place of the number’s mark',
      underHeadings('一 主要举措和成效', '二 存在的不足'),
      { body: plain },
    ],
    [
      'numbers in square brackets',
      underHeadings('【一】主要举措和成效', '【二】存在的不足'),
      { body: plain },
    ],
    [
      'a list behind a heading’s colon, however short',
      [title, opening, '一、主要举措和成效', text, '二、存在的不足：一是人少。二是钱少。'],
      { body: [parts[0], '¶', parts[1], '¶ 一是人少。二是钱少。'] },
    ],
    [
      'headings in marked-up text',
      [`# ${title}`, opening, '## 一、主要举措和成效', text, '**二、存在的不足**', text],
      { title, body: plain, discarded: ['#', '##', '**', '**'] },
    ],
    [
      'page numbers on lines of their own',
      [title, opening, '一、主要举措和成效', text, '1', '二、存在的不足', text, '2'],
      { body: plain, discarded: ['1', '2'] },
    ],
    [
      'one lone number is no page',
      [title, opening, '一、主要举措和成效', text, '62'],
      { body: [parts[0], '¶', '¶ 62'] },
    ],
    [
      'a slogan above ——title',
      ['压实责任 依法治镇', `——${title}`, opening, '一、主要举措和成效', text],
      { title: `压实责任 依法治镇\n——${title}`, issuers: ['青石镇'] },
    ],
    [
      'a date in 元月',
      [title, opening, '一、主要举措和成效', text, '青石镇人民政府', '二〇二六年元月九日'],
      { signedDate: '2026-01-09', signature: ['青石镇人民政府'] },
    ],
    [
      'a section’s number printed twice',
      underHeadings('一、主要举措和成效', '（一）学法', '（二）执法', '（二）普法'),
      {
        body: [parts[0], '¶', '· 学法', '¶', '· 执法', '¶', '· 普法', '¶'],
        doubts: ['label-out-of-order'],
      },
    ],
    [
      'a part’s number printed twice',
      underHeadings('一、主要举措和成效', '二、第一责任人履职情况', '二、存在的不足'),
      {
        body: [parts[0], '¶', 'leadership 第一责任人履职情况', '¶', parts[1], '¶'],
        doubts: ['label-out-of-order'],
      },
    ],
  ]);
});

describe('odd line breaks', () => {
  testShapes([
    [
      'each part on a line of its own',
      [
        title,
        opening,
        `一、主要举措和成效 （一）学法用法 ${text} （二）行政执法 ${text}`,
        `二、存在的不足 ${text}`,
      ],
      {
        body: [parts[0], '· 学法用法', '¶', '· 行政执法', '¶', parts[1], '¶'],
        doubts: ['split-one-line'],
      },
    ],
    [
      'two parts on a line without blanks',
      [title, `${opening}一、主要举措和成效${text}二、存在的不足${text}`],
      { body: plain, doubts: ['split-one-line'] },
    ],
    [
      'one line with Arabic numbers for the parts',
      [`${title} ${opening} 1.主要举措和成效 ${text} 2.存在的不足 ${text}`],
      { body: plain, doubts: ['split-one-line'] },
    ],
    [
      'one line with 第一部分',
      [`${title} ${opening} 第一部分 主要举措和成效 ${text} 第二部分 存在的不足 ${text}`],
      { body: plain, doubts: ['split-one-line'] },
    ],
    [
      'a list of （一）（二） inside a paragraph',
      [title, opening, '一、主要举措和成效', `包括（一）学法；（二）执法。${text}`],
      { body: [parts[0], `¶ 包括（一）学法；（二）执法。${text}`] },
    ],
    [
      'soft returns inside one paragraph',
      [title, opening, `一、主要举措和成效\n（一）学法用法\n${text}`, `二、存在的不足\n${text}`],
      { body: [parts[0], '· 学法用法', '¶', parts[1], '¶'] },
    ],
  ]);
});
