import { describe } from 'vitest';
import { opening, testShapes, text, title, underHeadings } from './shape.ts';

const parts = ['achievements 主要举措和成效', 'shortcomings 存在的不足'] as const;

describe('headings and their text', () => {
  testShapes([
    [
      'run-in headings at every level',
      [
        title,
        opening,
        `一、主要举措和成效。${text}`,
        `（一）学法用法。${text}`,
        `1.抓好学习。${text}`,
        `二、存在的不足。${text}`,
      ],
      { body: [parts[0], '¶', '· 学法用法：', '¶', '3 抓好学习：', '¶', parts[1], '¶'] },
    ],
    [
      'headings closed by a full stop on a line of their own',
      underHeadings('一、主要举措和成效。', '（一）学法用法，提高能力。', '二、存在的不足。'),
      { body: [parts[0], '¶', '· 学法用法，提高能力', '¶', parts[1], '¶'] },
    ],
    [
      '一是 二是 within one paragraph',
      [title, opening, '一、主要举措和成效', '一是抓学习。二是抓执法。三是抓普法。'],
      { body: [parts[0], '¶ 一是抓学习。二是抓执法。三是抓普法。'] },
    ],
    [
      '一是 二是 as paragraphs of their own',
      [title, opening, '一、主要举措和成效', '一是抓学习。', '二是抓执法。', '三是抓普法。'],
      { body: [parts[0], '¶ 一是抓学习。', '¶ 二是抓执法。', '¶ 三是抓普法。'] },
    ],
    [
      '第一， and 第二， as items of a text',
      [
        title,
        opening,
        '一、主要举措和成效',
        `第一，抓学习。${text}`,
        `第二，抓执法。${text}`,
        '二、存在的不足',
        text,
      ],
      {
        body: [parts[0], `¶ 第一，抓学习。${text}`, `¶ 第二，抓执法。${text}`, parts[1], '¶'],
      },
    ],
    [
      'numbered sentences in a list keep their numbers',
      [title, opening, '一、主要举措和成效', '（一）执法', '1.办结62件。', '2.罚款18270元。'],
      { body: [parts[0], '· 执法', '¶ 1.办结62件。', '¶ 2.罚款18270元。'] },
    ],
    [
      'text between a part’s heading and its first section',
      underHeadings('一、主要举措和成效', '（一）学法用法', '二、存在的不足'),
      { body: [parts[0], '¶', '· 学法用法', '¶', parts[1], '¶'] },
    ],
    [
      'an opening over several paragraphs',
      [title, '2025年工作如下。', text, '现将有关情况报告如下：', '一、主要举措和成效', text],
      {
        preamble: ['¶ 2025年工作如下。', '¶', '¶ 现将有关情况报告如下：'],
        body: [parts[0], '¶'],
      },
    ],
    [
      'a part’s text split by a second paragraph',
      [title, opening, '一、第一责任人履职情况', text, text, '二、存在的不足', text],
      { body: ['leadership 第一责任人履职情况', '¶', '¶', parts[1], '¶'] },
    ],
    [
      'no opening at all',
      [title, '一、主要举措和成效', text, '二、存在的不足', text],
      { preamble: [], body: [parts[0], '¶', parts[1], '¶'] },
    ],
    [
      'two parts and nothing below the first',
      [title, opening, '一、主要举措和成效', '二、存在的不足', text],
      { body: [parts[0], parts[1], '¶'] },
    ],
  ]);
});

describe('a whole report on one line', () => {
  const signed = '青石镇人民政府2026年1月15日';
  const body = [
    parts[0],
    '· 学法用法',
    '¶',
    '· 行政执法',
    '¶',
    parts[1],
    '¶',
    'plan 下一步打算',
    '¶',
  ];
  const runIn = body.map((line) => (line.startsWith('· ') ? `${line}：` : line));
  const reads = {
    title,
    preamble: [`¶ ${opening}`],
    body,
    signature: ['青石镇人民政府'],
    signedDate: '2026-01-15',
    doubts: ['split-one-line'],
  };
  testShapes([
    [
      'with blanks before numbers and behind headings',
      [
        `${title} ${opening} 一、主要举措和成效 （一）学法用法 ${text} （二）行政执法 ${text} 二、存在的不足 ${text} 三、下一步打算 ${text} ${signed}`,
      ],
      reads,
    ],
    [
      'with runs of ideographic blanks',
      [
        `${title}　　${opening}　　一、主要举措和成效　　（一）学法用法　　${text}　　（二）行政执法　　${text}　　二、存在的不足　　${text}　　三、下一步打算　　${text}　　${signed}`,
      ],
      reads,
    ],
    [
      'without blanks, headings run in',
      [
        `${title}${opening}一、主要举措和成效。（一）学法用法。${text}（二）行政执法。${text}二、存在的不足。${text}三、下一步打算。${text}${signed}`,
      ],
      { ...reads, body: runIn },
    ],
    [
      'without blanks and without run-in headings',
      [
        `${title}${opening}一、主要举措和成效（一）学法用法${text}（二）行政执法${text}二、存在的不足${text}三、下一步打算${text}${signed}`,
      ],
      reads,
    ],
    [
      'without blanks, text behind headings beginning with 一是',
      [
        `${title}${opening}一、主要举措和成效一是抓学习。${text}二、存在的不足一是力量弱。${text}三、下一步打算一是抓培训。${text}${signed}`,
      ],
      {
        ...reads,
        body: [
          parts[0],
          `¶ 一是抓学习。${text}`,
          parts[1],
          `¶ 一是力量弱。${text}`,
          'plan 下一步打算',
          `¶ 一是抓培训。${text}`,
        ],
      },
    ],
    [
      'with references in brackets and 第二、三季度, which part nothing',
      [
        `${title}${opening}一、主要举措和成效。落实规定第（一）项和第一、二季度任务。${text}二、存在的不足。${text}${signed}`,
      ],
      {
        ...reads,
        body: [parts[0], `¶ 落实规定第（一）项和第一、二季度任务。${text}`, parts[1], '¶'],
      },
    ],
  ]);
});
