import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFacts, standardLayout } from '../../../core/layout/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  buildTable,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';
import { printHtml, printPlainText } from '../../../core/plain-text/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';

const createId = createCountingIds();
const report = buildReport(2025, {
  issuers: ['青石镇人民政府'],
  title: '2025年法治政府建设\n年度报告',
  addressee: '云岭县人民政府',
  preamble: [buildParagraph(createId, '现将有关情况报告如下。')],
  parts: [
    buildPart(createId, 'achievements', '主要举措和成效', {
      sections: [
        buildSection(createId, '健全制度', [
          buildParagraph(createId, '印发“三项制度”<文件>3份 & 清单1份。'),
          buildSubheading(createId, 3, '跟踪评估', true),
          buildParagraph(createId, '评估2次。'),
          buildSubheading(createId, 4, '公众参与'),
          buildTable(createId, [
            ['项目', '件数'],
            ['行政\n检查', '18'],
          ]),
        ]),
        buildSection(createId, '规范执法', [buildParagraph(createId, '检查18次。')], true),
      ],
    }),
  ],
  closing: {
    ...emptyClosing,
    signature: ['青石镇人民政府'],
    signedDate: '2026-01-15',
    attachments: ['统计表', '事项目录'],
    note: '（此件公开发布）',
  },
});

describe('a report as plain text', () => {
  test('is what the page says, a paragraph a line', () => {
    expect(printPlainText(report).split('\r\n')).toEqual([
      '青石镇人民政府',
      '2025年法治政府建设年度报告',
      '',
      '云岭县人民政府：',
      '　　现将有关情况报告如下。',
      '　　一、主要举措和成效',
      '　　（一）健全制度',
      '　　印发“三项制度”<文件>3份 & 清单1份。',
      '　　1.跟踪评估。评估2次。',
      '　　（1）公众参与',
      '项目\t件数',
      '行政 检查\t18',
      '　　（二）规范执法。检查18次。',
      '',
      '　　附件：1.统计表',
      '　　2.事项目录',
      '',
      '　　青石镇人民政府',
      '　　2026年1月15日',
      '　　（此件公开发布）',
      '',
    ]);
  });
});

describe('the page of a copy', () => {
  const setting = {
    layout: standardLayout('official'),
    facts: { ...emptyFacts, number: '青政〔2026〕1号', signers: ['李某'], secrecy: '秘密★1年' },
    annexes: [
      {
        title: '统计表',
        isPublic: true,
        blocks: [
          buildTable(createId, [
            ['项目', '件数'],
            ['行政检查', '18'],
          ]),
        ],
      },
    ],
  };

  test('has neither red head nor imprint, and its annexes behind it', () => {
    const text = printPlainText(report, setting);
    expect(text).not.toMatch(/青政|签发人|秘密|文件\r/u);
    expect(text.split('\r\n').filter(Boolean).slice(-5)).toEqual([
      '　　（此件公开发布）',
      expect.stringMatching(/^附件/u),
      '统计表',
      '项目\t件数',
      '行政检查\t18',
    ]);
    expect(printHtml(report, null, setting)).toContain('<h2>统计表</h2>\n<table>');
  });

  test('has no signature where the published layout has none', () => {
    const layout = { ...standardLayout('plain'), signature: false };
    const text = printPlainText(report, { ...setting, layout });
    expect(text).not.toContain('2026年1月15日');
    expect(text).toContain('附件：1.统计表');
  });
});

describe('a report as a web page', () => {
  test('has headings, paragraphs and tables by their meaning, and nothing else', () => {
    expect(printHtml(report, 'a1b2').split('\n')).toEqual([
      '<!DOCTYPE html>',
      '<html lang="zh-CN">',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="generator" content="年报助手">',
      '<meta name="content-mark" content="a1b2">',
      '<title>青石镇人民政府2025年法治政府建设年度报告</title>',
      '</head>',
      '<body>',
      '<h1>青石镇人民政府<br>2025年法治政府建设年度报告</h1>',
      '<p>云岭县人民政府：</p>',
      '<p>现将有关情况报告如下。</p>',
      '<h2>一、主要举措和成效</h2>',
      '<h3>（一）健全制度</h3>',
      '<p>印发“三项制度”&lt;文件&gt;3份 &amp; 清单1份。</p>',
      '<p>1.跟踪评估。评估2次。</p>',
      '<h5>（1）公众参与</h5>',
      '<table>',
      '<thead><tr><th scope="col">项目</th><th scope="col">件数</th></tr></thead>',
      '<tbody>',
      '<tr><td>行政<br>检查</td><td>18</td></tr>',
      '</tbody>',
      '</table>',
      '<p>（二）规范执法。检查18次。</p>',
      '<p>附件：1.统计表</p>',
      '<p>2.事项目录</p>',
      '<p>青石镇人民政府</p>',
      '<p>2026年1月15日</p>',
      '<p>（此件公开发布）</p>',
      '</body>',
      '</html>',
      '',
    ]);
  });

  test('of any report has tags of a closed list only, each closed, and no attribute but two', () => {
    const tags = /<(\/?)(h[1-5]|p|table|thead|tbody|tr|th|td|title|head|body|html)\b([^>]*)>/gu;
    fc.assert(
      fc.property(anyReport, (any) => {
        const html = printHtml(any, null).replace('<!DOCTYPE html>\n', '');
        const open: string[] = [];
        for (const [, isClosing, tag = '', attributes] of html.matchAll(tags)) {
          if (isClosing) expect(open.pop()).toBe(tag);
          else open.push(tag);
          expect(['', ' scope="col"', ' lang="zh-CN"']).toContain(attributes);
        }
        expect(open).toEqual([]);
        expect(html.replaceAll(tags, '').replaceAll(/<(?:br|meta [^<>]*)>/gu, '')).not.toMatch(
          /[<>]/u,
        );
      }),
    );
  });

  test('says nothing of a mark where there is none, and leaves out what no page can hold', () => {
    const odd = { ...report, title: '年度报告\u0000\ud800' };
    const html = printHtml(odd, null);
    expect(html).not.toContain('content-mark');
    expect(html).toContain('<br>年度报告</h1>');
  });
});
