import { describe } from 'vitest';
import { opening, type Reads, type Shape, testShapes, text, title } from './shape.ts';

const above = [title, opening, '一、主要举措和成效', text];

function closing(name: string, lines: readonly string[], reads: Reads): Shape {
  const body = ['achievements 主要举措和成效', '¶'];
  return [name, [...above, ...lines], { body, year: 2025, ...reads }];
}

const signed = { signature: ['青石镇人民政府'], signedDate: '2026-01-10' };
const organ = '青石镇人民政府';

describe('signature and date', () => {
  testShapes([
    closing('on two lines', [organ, '2026年1月10日'], signed),
    closing('二〇二六年一月十日', [organ, '二〇二六年一月十日'], signed),
    closing('二零二六年一月十日', [organ, '二零二六年一月十日'], signed),
    closing('2026-01-10', [organ, '2026-01-10'], signed),
    closing('2026/1/10', [organ, '2026/1/10'], signed),
    closing('2026.1.10', [organ, '2026.1.10'], signed),
    closing(
      'pushed to the right by blanks',
      [`                ${organ}`, '          2026年1月10日'],
      signed,
    ),
    closing('one house with two names', ['龙口林场（龙口镇人民政府）', '2026年1月10日'], {
      signature: ['龙口林场（龙口镇人民政府）'],
      signedDate: '2026-01-10',
    }),
    closing('both on one line', [`${organ}　　　　2026年1月10日`], signed),
    closing('both on one line without a blank', [`${organ}2026年1月10日`], signed),
    closing('signature only', [organ], { signature: [organ], signedDate: null }),
    closing('date only', ['2026年1月10日'], { signature: [], signedDate: '2026-01-10' }),
    closing('dated before the year’s end', [organ, '2025年12月22日'], {
      signature: [organ],
      signedDate: '2025-12-22',
      year: 2025,
    }),
    closing('joint, on two lines', ['中共青石镇委员会', organ, '2026年1月10日'], {
      signature: ['中共青石镇委员会', organ],
      signedDate: '2026-01-10',
    }),
    closing('joint, on one line', [`中共青石镇委员会    ${organ}`, '2026年1月10日'], {
      signature: ['中共青石镇委员会', organ],
      signedDate: '2026-01-10',
    }),
    closing('none', [], { signature: [], signedDate: null }),
  ]);
});

const committee = '中共青石镇委员会';
const presidium = '青石镇人民代表大会主席团';
const three = { signature: [committee, organ, presidium], signedDate: '2026-01-10' };

describe('three and more signers', () => {
  testShapes([
    closing('one under another', [committee, organ, presidium, '2026年1月10日'], three),
    closing(
      'pushed to the right by blanks',
      [committee, organ, presidium, '2026年1月10日'].map((line) => `\u3000\u3000          ${line}`),
      three,
    ),
    closing('side by side', [`${committee}  ${organ}  ${presidium}`, '2026年1月10日'], three),
    closing(
      'three of five are no governments',
      [
        committee,
        organ,
        presidium,
        '青石镇综合行政执法队',
        '云岭县公安局青石派出所',
        '2026年1月10日',
      ],
      {
        signature: [committee, organ, presidium, '青石镇综合行政执法队', '云岭县公安局青石派出所'],
        signedDate: '2026-01-10',
      },
    ),
    closing('without a date', [committee, organ, presidium], { ...three, signedDate: null }),
  ]);
});

describe('a name above a date that no ending tells', () => {
  testShapes([
    closing('stays text and is told', ['青石镇法治建设工作专班', '2026年1月10日'], {
      body: ['achievements 主要举措和成效', '¶', '¶ 青石镇法治建设工作专班'],
      signature: [],
      signedDate: '2026-01-10',
      doubts: ['signature-missing'],
    }),
    closing('is not suspected in a formula', ['特此报告', '2026年1月10日'], {
      body: ['achievements 主要举措和成效', '¶', '¶ 特此报告'],
      signature: [],
      signedDate: '2026-01-10',
    }),
  ]);
});

describe('a date under the title too', () => {
  testShapes([
    [
      'gives way to the signature’s and is listed',
      [title, '（2026年1月8日）', ...above.slice(1), organ, '2026年1月10日'],
      { ...signed, discarded: ['（2026年1月8日）'] },
    ],
  ]);
});

const pages = ['2025年度执法统计表', ...Array.from({ length: 240 }, () => '全年共受理12件。')];

describe('attachments and notes', () => {
  testShapes([
    closing(
      '附件：1.… and 2.… above the signature',
      ['附件：1.执法清单', '2.普法清单', organ, '2026年1月10日'],
      {
        ...signed,
        attachments: ['执法清单', '普法清单'],
      },
    ),
    closing('one attachment without a number', ['附件：执法统计表', organ, '2026年1月10日'], {
      ...signed,
      attachments: ['执法统计表'],
    }),
    closing(
      'attachments below the date',
      [organ, '2026年1月10日', '附件：1.执法清单', '2.普法清单'],
      {
        ...signed,
        attachments: ['执法清单', '普法清单'],
      },
    ),
    closing('（此件公开发布）', [organ, '2026年1月10日', '（此件公开发布）'], {
      ...signed,
      note: '（此件公开发布）',
    }),
    closing('(此件公开发布) above the date', [organ, '(此件公开发布)', '2026年1月10日'], {
      ...signed,
      note: '(此件公开发布)',
    }),
    closing('an attachment’s own page', [organ, '2026年1月10日', '附件', '执法统计表', '共62件'], {
      ...signed,
      attachments: ['执法统计表'],
      discarded: ['附件', '执法统计表', '共62件'],
      doubts: ['left-aside'],
    }),
    closing(
      'long pages of two attachments below a signature without a date',
      [organ, '附件1', ...pages, '附件2', '执法清单'],
      {
        signature: [organ],
        signedDate: null,
        attachments: ['2025年度执法统计表'],
        discarded: ['附件1', ...pages, '附件2', '执法清单'],
        doubts: ['left-aside'],
      },
    ),
    closing(
      'an imprint that names its printer or its day alone',
      [organ, '2026年1月10日', '抄送：县司法局。', '青石镇党政综合办公室'],
      { ...signed, discarded: ['抄送：县司法局。', '青石镇党政综合办公室'] },
    ),
    closing(
      'an attachment’s title on two lines',
      [organ, '2026年1月10日', '附件1', '云岭县青石镇', '2025年度执法统计表', '共62件。'],
      {
        ...signed,
        attachments: ['云岭县青石镇2025年度执法统计表'],
        discarded: ['附件1', '云岭县青石镇', '2025年度执法统计表', '共62件。'],
        doubts: ['left-aside'],
      },
    ),
    closing('a printing day alone', [organ, '2026年1月10日', '2026年1月16日印发'], {
      ...signed,
      discarded: ['2026年1月16日印发'],
    }),
  ]);
});
