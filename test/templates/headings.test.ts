import { describe, expect, it } from 'vitest';
import type { PartKind } from '../../core/model/index.ts';
import { fillWording } from '../../core/packs/index.ts';
import { template } from './shipped-packs.ts';

function recognise(heading: string): PartKind | null {
  return (
    template.recognition.find((kind) =>
      template.parts
        .find((part) => part.kind === kind)
        ?.patterns.some((pattern) => new RegExp(pattern, 'u').test(heading)),
    ) ?? null
  );
}

const wordings: readonly (readonly [PartKind, readonly string[]])[] = [
  [
    'achievements',
    [
      '2024年度推进法治政府建设的主要举措和成效',
      '推进法治政府建设的主要举措和成效',
      '法治政府建设主要举措和成效',
      '法治政府建设的主要举措和成效',
      '主要举措和成效',
      '主要举措及成效',
      '主要工作举措及成效',
      '工作举措和成效',
      '2024年推进法治政府建设的工作举措和成效',
      '主要举措和突出成效',
      '主要措施和成效',
      '法治政府建设主要措施',
      '法治政府建设主要情况',
      '2024年法治政府建设主要情况',
      '法治政府建设情况',
      '2024年推进法治政府建设情况',
      '推进法治政府建设总体情况',
      '法治政府建设基本情况',
      '法治建设工作情况',
      '工作开展情况',
      '主要情况',
      '基本情况',
      '主要做法',
      '主要做法和成效',
      '工作总结',
      '主要工作及成效',
      '取得的成效',
      '上年度工作计划完成情况',
    ],
  ],
  [
    'shortcomings',
    [
      '上一年度推进法治政府建设存在的不足和原因',
      '存在的不足和原因',
      '法治政府建设存在的不足和原因',
      '存在的主要问题',
      '看到的问题',
      '还差在哪里',
      '存在不足',
      '存在的不足',
      '存在的不足及原因',
      '法治政府建设工作存在的问题及原因',
      '存在的问题和不足',
      '存在的短板和弱项',
      '面临的困难和问题',
      '主要问题及原因分析',
      '问题与不足',
      '差距和不足',
      '存在的问题及下一步打算',
    ],
  ],
  [
    'leadership',
    [
      '书记乡长抓法治',
      '党政一把手履职情况',
      '2024年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
      '党政主要负责人履行推进法治建设第一责任人职责情况',
      '主要负责人履行法治政府建设第一责任人职责情况',
      '主要负责人推进法治政府建设第一责任人职责情况',
      '党政主要负责人履行第一责任人职责，推进法治建设的主要举措和成效',
      '推进法治政府建设第一责任人履职情况',
      '学思践悟，党政主要负责人带头履行法治建设职责',
      '区政府主要负责同志履行推进法治建设职责情况',
      '第一责任人履职情况',
      '主要领导履职情况',
      '党政主要负责人述法情况',
    ],
  ],
  [
    'plan',
    [
      '2025年怎样改',
      '接下来要做的事',
      '2025年度工作计划',
      '2025年工作安排',
      '2025年法治政府建设工作思路',
      '下一步工作措施',
      '下一步工作',
      '法治政府建设2025年主要安排',
      '下一年度推进法治政府建设的主要安排',
      '下一步工作打算',
      '下一步工作计划',
      '下一步工作安排',
      '下一步工作重点',
      '下步打算',
      '2025年工作计划',
      '2025年重点工作',
      '下一年度工作安排',
      '努力方向',
      '今后打算',
    ],
  ],
  ['other', ['其他需要报告的情况', '其它需要说明的事项', '需要报告的其他情况']],
];

describe('the template recognises', () => {
  const cases = wordings.flatMap(([kind, headings]) =>
    headings.map((heading) => [heading, kind] as const),
  );
  it.each(cases)('%s as %s', (heading, kind) => {
    expect(recognise(heading)).toBe(kind);
  });

  it('its own headings and variants', () => {
    for (const part of template.parts) {
      for (const wording of [part.heading, ...part.variants]) {
        const heading = fillWording(wording, { year: '2024', nextYear: '2025' });
        expect([heading, recognise(heading)]).toEqual([heading, part.kind]);
      }
    }
  });

  it.each([
    '加强组织领导力量',
    '严格规范执法',
    '坚持严格规范公正文明执法',
    '深化机制建设，规范权力运行',
    '强化法治教育和培训',
    '推进科学民主决策',
    '做实普法，让学法成为习惯',
    '排查风险，守住安全底线',
    '聚焦突出问题，补齐短板弱项',
    '针对存在的不足抓好整改',
    '落实“谁执法谁普法”责任制',
    '全面推进政务公开',
  ])('no part in the section heading %s', (heading) => {
    expect(recognise(heading)).toBeNull();
  });
});
