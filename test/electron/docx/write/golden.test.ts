import { expect, test } from 'vitest';
import {
  blankLine,
  createLine,
  type FlowItem,
  standardLayout,
  twip,
} from '../../../../core/layout/index.ts';
import { buildHead, imprintLines, writePage } from './flow.ts';
import { readPart } from './package.ts';

/** XML with an element a line, so that a difference can be read. */
const indent = (xml: string) => `${xml.replaceAll(/></gu, '>\n<')}\n`;

/** Styles as a list: name, then properties by their short names. */
function describeStyles(styles: string): string {
  const written = [...styles.matchAll(/<w:style .*?<\/w:style>/gsu)].map(([style]) => {
    const name = /<w:name w:val="([^"]*)"/u.exec(style)?.[1];
    const tags = [...style.matchAll(/<w:(\w+)((?: w:\w+="[^"]*")*)\/>/gu)]
      .filter(([, tag = '']) => !/^(?:name|basedOn|qFormat|next|uiPriority|semiHidden)$/u.test(tag))
      .map(([, tag, attributes = '']) => `  ${tag}${attributes.replaceAll(/ w:/gu, ' ')}`);
    return [name, ...tags].join('\n');
  });
  return `${written.join('\n')}\n`;
}

const text: readonly FlowItem[] = [
  createLine('title', '青石镇2025年法治政府建设年度报告'),
  blankLine,
  createLine('addressee', '云岭县人民政府：'),
  { ...createLine('part', '一、主要举措和成效'), keepWithNext: true },
  {
    ...createLine('text', ''),
    runs: [{ text: '（一）依法决策。', heading: 2 }, { text: '办理“一件事”12件。' }],
  },
  {
    type: 'table',
    id: 'table',
    rows: [
      ['项目', '件数'],
      ['行政处罚', '15\n其中简易程序10'],
    ],
    columns: [twip(4422), twip(4422)],
  },
  { ...createLine('signature', '青石镇人民政府'), indent: { first: twip(5000), rest: twip(5000) } },
];

test('a small plain document is written as it was agreed', async () => {
  const bytes = await writePage({ items: text }, standardLayout('plain'));
  await expect(indent(readPart(bytes, 'word/document.xml'))).toMatchFileSnapshot(
    './golden/plain.xml',
  );
  await expect(indent(readPart(bytes, 'word/footer1.xml'))).toMatchFileSnapshot(
    './golden/footer.xml',
  );
});

test('a small official document is written as it was agreed', async () => {
  const annex: readonly FlowItem[] = [
    { ...createLine('annexLabel', '附件1'), pageBreakBefore: true },
    blankLine,
    createLine('annexTitle', '行政执法数据统计表'),
  ];
  const items = [...buildHead(), ...text.slice(0, 3), ...annex];
  const bytes = await writePage({ items, imprint: imprintLines });
  await expect(indent(readPart(bytes, 'word/document.xml'))).toMatchFileSnapshot(
    './golden/official.xml',
  );
});

test('the styles are those of the standard', async () => {
  const bytes = await writePage({ items: [] });
  await expect(describeStyles(readPart(bytes, 'word/styles.xml'))).toMatchFileSnapshot(
    './golden/styles.txt',
  );
});
