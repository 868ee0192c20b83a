import {
  blankLine,
  type ComposedPage,
  createLine,
  type FlowItem,
  type FlowLine,
  type LayoutProfile,
  mm,
  mmToTwip,
  pt,
  standardLayout,
  twip,
} from '../../../../core/layout/index.ts';
import { writeBody } from '../../../../electron/docx/write/body.ts';
import { findLayoutShell, packDocx } from '../../../../electron/docx/write/pack.ts';
import { createWriting } from '../../../../electron/docx/write/writing.ts';

export const officialLayout = standardLayout('official');
const { metrics } = createWriting(officialLayout);
const cell = metrics.cell;

/** Writes pieces of a page that were not made from a report. */
export async function writePage(
  {
    items,
    imprint = [],
  }: { readonly items: readonly FlowItem[]; readonly imprint?: readonly FlowLine[] },
  layout: LayoutProfile = officialLayout,
): Promise<Uint8Array> {
  const shell = await findLayoutShell(layout);
  const page: ComposedPage = { items, imprint };
  const document = shell.beforeBody + writeBody(page, createWriting(layout)) + shell.afterBody;
  return packDocx(shell, { title: '', document });
}

const MARK = { size: pt(42), height: twip(1008) };

/** Room that brings the letters of the mark to 35 mm, under so many lines. */
function roomAbove({ size }: { readonly size: number }, lines: number): FlowLine {
  const top = mmToTwip(mm(35)) - 0.16 * size * 20;
  return { ...blankLine, height: twip(top - lines * metrics.linePitch) };
}

/** 份号, 密级, 紧急程度. */
export const versionHead: readonly FlowLine[] = [
  createLine('copyNumber', '000123'),
  createLine('secrecy', '秘密★1年'),
  createLine('urgency', '特急'),
];

/** The mark of one unit under lines that stand above it. */
export function buildMark(above: readonly FlowLine[] = []): readonly FlowItem[] {
  const mark: FlowLine = { ...createLine('mark', '青石镇人民政府文件'), ...MARK };
  return [...above, roomAbove(MARK, above.length), mark];
}

/** The mark of two units with 文件 at their side. */
export function buildJointMark(): readonly FlowItem[] {
  const mark = { size: pt(32), height: twip(768) };
  const rows = [
    ['中共青石镇委员会', '文件'],
    ['青石镇人民政府', ''],
  ];
  const columns = [twip(6000), twip(1700)];
  return [roomAbove(mark, 0), { type: 'table', id: 'mark', rows, columns, mark }];
}

const edge = twip(metrics.textWidth - cell);
const placed: Partial<FlowLine> = {
  indent: { first: twip(cell), rest: twip(cell) },
  tabs: [{ at: edge, align: 'right' }],
};

/** 发文字号 with the red rule below. */
export const numberLine: FlowLine = {
  ...createLine('number', '青政〔2026〕3号'),
  redRuleBelow: true,
};

/** Three signers on two lines, the number on the last. */
export const signerLines: readonly FlowLine[] = [
  {
    ...createLine('number', ''),
    ...placed,
    runs: [{ text: '\t签发人：' }, { text: '李明　王强', isName: true }],
  },
  {
    ...numberLine,
    ...placed,
    runs: [{ text: '青政〔2026〕3号\t' }, { text: '赵小川', isName: true }],
  },
];

/** What stands above the title: mark, two blank lines, number and rule, two blank lines. */
export function buildHead(
  mark: readonly FlowItem[] = buildMark(),
  numbers: readonly FlowLine[] = [numberLine],
): readonly FlowItem[] {
  return [...mark, blankLine, blankLine, ...numbers, blankLine, blankLine];
}

/** 抄送 of two lines, and 印发. */
export const imprintLines: readonly FlowLine[] = [
  {
    ...createLine(
      'copies',
      '抄送：云岭县委办公室，县人大常委会办公室，县政协办公室，县司法局，县委全面依法治县委员会办公室。',
    ),
    indent: { first: twip(280), rest: twip(280 + 3 * 280) },
    indentRight: twip(280),
  },
  {
    ...createLine('printed', '青石镇党政综合办公室\t2026年1月16日印发'),
    indent: { first: twip(280), rest: twip(280) },
    tabs: [{ at: twip(metrics.textWidth - 280), align: 'right' }],
  },
];

/** So many paragraphs of one line, with title and addressee above. */
export function buildText(count: number): readonly FlowItem[] {
  return [
    createLine('title', '青石镇人民政府2025年法治政府建设报告'),
    blankLine,
    createLine('addressee', '云岭县人民政府：'),
    ...Array.from({ length: count }, (_, index) =>
      createLine('text', `第${index + 1}段，推进法治政府建设。`),
    ),
  ];
}
