import { describe } from 'vitest';
import { opening, type Shape, testShapes, text, title, underHeadings } from './shape.ts';

const two = ['强化组织保障', '提升执法水平'] as const;
const plain = ['· 强化组织保障', '¶', '· 提升执法水平', '¶'];

/** Part one with two sections numbered `first` and `second`, and a part after them. */
function sections(name: string, first: string, second: string, ...doubts: string[]): Shape {
  const lines = underHeadings(
    '一、主要举措和成效',
    `${first}${two[0]}`,
    `${second}${two[1]}`,
    '二、存在的不足',
  );
  const body = ['achievements 主要举措和成效', '¶', ...plain, 'shortcomings 存在的不足', '¶'];
  return [`sections numbered ${name}`, lines, { body, doubts }];
}

describe('number styles of sections', () => {
  testShapes([
    sections('（一）', '（一）', '（二）'),
    sections('(一) in half width', '(一)', '(二)'),
    sections('（一） with a blank behind', '（一） ', '（二） '),
    sections('（一）、', '（一）、', '（二）、', 'label-irregular', 'label-irregular'),
    sections('in mixed widths', '(一）', '（二)'),
    sections('一) with its first bracket lost', '一)', '二)', 'label-irregular', 'label-irregular'),
    sections('1.', '1.', '2.'),
    sections('1．in full width', '1．', '2．'),
    sections('1、', '1、', '2、'),
    sections('(1)', '(1)', '(2)'),
    sections('（1）', '（1）', '（2）'),
    sections('1)', '1)', '2)'),
    sections('①', '①', '②'),
    sections('1.1', '1.1', '1.2'),
    sections('（ 一 ） with blanks inside', '（ 一 ）', '（ 二 ）'),
    sections('一、 as the parts', '一、', '二、'),
  ]);
});

/** Parts one and two numbered `first` and `second`. */
function parts(name: string, first: string, second: string): Shape {
  const lines = underHeadings(`${first}主要举措和成效`, `${second}存在的不足`);
  const body = ['achievements 主要举措和成效', '¶', 'shortcomings 存在的不足', '¶'];
  return [`parts numbered ${name}`, lines, { body }];
}

describe('number styles of parts', () => {
  testShapes([
    parts('一、', '一、', '二、'),
    parts('一 、 with a blank', '一 、', '二 、'),
    parts('一. with a point', '一.', '二.'),
    parts('一，with a comma', '一，', '二，'),
    parts('第一部分', '第一部分 ', '第二部分 '),
    parts('第一部分：', '第一部分：', '第二部分：'),
    parts('第一章', '第一章 ', '第二章 '),
    parts('第一、', '第一、', '第二、'),
    parts('第一，', '第一，', '第二，'),
    parts('（一）', '（一）', '（二）'),
    parts('1.', '1.', '2.'),
    parts('1、', '1、', '2、'),
  ]);
});

describe('numbers that are odd', () => {
  const eight = [...'一二三四五六七八'].map((n) => `（${n}）做好第${n}项工作`);
  testShapes([
    [
      '（9） mistyped for （九） is the ninth section',
      underHeadings('一、主要举措和成效', ...eight, '（9）落实普法责任'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          ...eight.flatMap((heading) => [`· ${heading.slice(3)}`, '¶']),
          '· 落实普法责任',
          '¶',
        ],
        doubts: ['label-irregular'],
      },
    ],
    [
      'only the first part lost its number',
      underHeadings('主要举措和成效', '二、存在的不足', '三、下一步打算'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'plan 下一步打算',
          '¶',
        ],
        doubts: ['heading-without-label'],
      },
    ],
    [
      'a part in the middle lost its number',
      underHeadings('一、主要举措和成效', '存在的不足', '三、下一步打算'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'plan 下一步打算',
          '¶',
        ],
        doubts: ['heading-without-label'],
      },
    ],
    [
      'a number is left out between two parts',
      underHeadings('一、主要举措和成效', '三、存在的不足'),
      {
        body: ['achievements 主要举措和成效', '¶', 'shortcomings 存在的不足', '¶'],
        doubts: ['label-out-of-order'],
      },
    ],
    [
      'only some sections have numbers',
      underHeadings('一、主要举措和成效', '（一）学法用法', '规范决策', '行政执法', '（四）普法'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          '· 规范决策',
          '¶',
          '· 行政执法',
          '¶',
          '· 普法',
          '¶',
        ],
        doubts: ['heading-without-label', 'heading-without-label'],
      },
    ],
    [
      'two levels both numbered 一、',
      underHeadings(
        '一、主要举措和成效',
        '一、学法用法',
        '二、行政执法',
        '二、存在的不足',
        '三、下一步打算',
      ),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          '· 行政执法',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'plan 下一步打算',
          '¶',
        ],
      },
    ],
    [
      'a heading printed twice counts once, the second is listed',
      [title, opening, '一、主要举措和成效', '一、主要举措和成效', text, '二、存在的不足', text],
      {
        body: ['achievements 主要举措和成效', '¶', 'shortcomings 存在的不足', '¶'],
        discarded: ['一、主要举措和成效'],
      },
    ],
    [
      'measures numbered through from section to section',
      underHeadings(
        '一、主要举措和成效',
        '（一）学法用法',
        '1.抓学习',
        '2.抓考试',
        '（二）行政执法',
        '3.抓规范',
        '4.抓监督',
      ),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          '3 抓学习',
          '¶',
          '3 抓考试',
          '¶',
          '· 行政执法',
          '¶',
          '3 抓规范',
          '¶',
          '3 抓监督',
          '¶',
        ],
        doubts: ['label-out-of-order'],
      },
    ],
    [
      '1. directly under 一、 and 一、→（一）→1. in one report',
      underHeadings('一、主要举措和成效', '1.学法用法', '二、下一步打算', '（一）普法', '1.进村'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          'plan 下一步打算',
          '¶',
          '· 普法',
          '¶',
          '3 进村',
          '¶',
        ],
      },
    ],
    [
      'four levels',
      underHeadings(
        '一、主要举措和成效',
        '（一）执法',
        '1.制度',
        '（1）公示',
        '（2）记录',
        '2.监督',
      ),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 执法',
          '¶',
          '3 制度',
          '¶',
          '4 公示',
          '¶',
          '4 记录',
          '¶',
          '3 监督',
          '¶',
        ],
      },
    ],
    [
      'no heading numbered at all',
      underHeadings('主要举措和成效', '学法用法', '行政执法', '存在的不足', '下一步打算'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          '· 行政执法',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'plan 下一步打算',
          '¶',
        ],
        doubts: Array.from({ length: 5 }, () => 'heading-without-label'),
      },
    ],
    [
      'unnumbered headings below numbered sections',
      underHeadings('一、主要举措和成效', '（一）学法用法', '抓学习', '抓考试', '（二）行政执法'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 学法用法',
          '¶',
          '3 抓学习',
          '¶',
          '3 抓考试',
          '¶',
          '· 行政执法',
          '¶',
        ],
        doubts: ['heading-without-label', 'heading-without-label'],
      },
    ],
    [
      'points that are sentences, however short one of them is',
      [
        ...underHeadings('一、主要举措和成效'),
        '二、2026年工作安排',
        '（一）深入学习宣传贯彻习近平法治思想，制定镇干部学法清单，举办法治专题培训班不少于2期，年内实现村（社区）干部轮训全覆盖。',
        '（二）建立整改台账，2026年3月底前完成剩余1个问题整改。',
        '（三）修订执法工作规程，新增法制审核人员2名。',
        '（四）开展宪法和民法典宣讲30场。',
        '特此报告。',
      ],
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'plan 2026年工作安排',
          '¶ （一）深入学习宣传贯彻习近平法治思想，制定镇干部学法清单，举办法治专题培训班不少于2期，年内实现村（社区）干部轮训全覆盖。',
          '¶ （二）建立整改台账，2026年3月底前完成剩余1个问题整改。',
          '¶ （三）修订执法工作规程，新增法制审核人员2名。',
          '¶ （四）开展宪法和民法典宣讲30场。',
          '¶ 特此报告。',
        ],
      },
    ],
    [
      'headings that close with a stop stay headings where one of them has text',
      [
        ...underHeadings('一、主要举措和成效'),
        '二、存在的不足和原因',
        '（一）执法力量薄弱，专业人员配备不足，装备较为落后，难以适应需要。',
        text,
        '（二）普法形式单一，针对性不强，群众参与不够，宣传效果有待进一步提升。',
        text,
      ],
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'shortcomings 存在的不足和原因',
          '· 执法力量薄弱，专业人员配备不足，装备较为落后，难以适应需要',
          '¶',
          '· 普法形式单一，针对性不强，群众参与不够，宣传效果有待进一步提升',
          '¶',
        ],
      },
    ],
    [
      'a section that is a part the report has nowhere else',
      [
        ...underHeadings('一、法治政府建设工作开展情况', '（一）主要工作', '（二）取得的成效'),
        '（三）存在的问题及原因',
        '1.执法力量不足。执法人员多为兼职，专业化程度不高。',
        '2.宣传形式单一。双语宣传还不够。',
        '二、2026年工作计划',
        text,
      ],
      {
        body: [
          'achievements 法治政府建设工作开展情况',
          '¶',
          '· 主要工作',
          '¶',
          '· 取得的成效',
          '¶',
          'shortcomings 存在的问题及原因',
          '· 执法力量不足：',
          '¶ 执法人员多为兼职，专业化程度不高。',
          '· 宣传形式单一：',
          '¶ 双语宣传还不够。',
          'plan 2026年工作计划',
          '¶',
        ],
        doubts: ['part-by-meaning'],
      },
    ],
    [
      'a plan below a heading that names faults and plan',
      [
        ...underHeadings('一、主要举措和成效'),
        '二、存在的问题和2026年工作思路',
        '（一）存在的问题。一是力量不足，原因是编制少；二是学法不够。',
        '（二）2026年工作思路。1.制定普法规划，组织宣讲20场；2.选聘法律顾问。',
      ],
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'shortcomings 存在的问题和2026年工作思路',
          '· 存在的问题：',
          '¶ 一是力量不足，原因是编制少；二是学法不够。',
          'plan 2026年工作思路',
          '¶ 1.制定普法规划，组织宣讲20场；2.选聘法律顾问。',
        ],
        doubts: ['part-merged', 'part-by-meaning'],
      },
    ],
    [
      'a theme about problems among themes stays a section',
      underHeadings('一、主要举措和成效', '（一）存在的问题整改', '（二）聚焦问题，化解纠纷'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 存在的问题整改',
          '¶',
          '· 聚焦问题，化解纠纷',
          '¶',
        ],
      },
    ],
  ]);
});
