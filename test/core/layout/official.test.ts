import { expect, test } from 'vitest';
import {
  composeDocument,
  emptyFacts,
  type FlowItem,
  type FlowLine,
  formatDocumentNumber,
  measureLayout,
  measureText,
  type OfficialFacts,
  standardLayout,
} from '../../../core/layout/index.ts';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';

const createId = createCountingIds();
const layout = standardLayout('official');
const metrics = measureLayout(layout);
const { cell, textWidth, linePitch } = metrics;

const report = buildReport(2025, {
  issuers: ['青石镇人民政府'],
  title: '青石镇人民政府关于2025年度法治政府建设情况的报告',
  addressee: '云岭县人民政府',
  preamble: [buildParagraph(createId, '正文。')],
});
const compose = (facts: Partial<OfficialFacts>, issuers = report.issuers) =>
  composeDocument(
    { ...report, issuers },
    { layout, facts: { ...emptyFacts, ...facts }, annexes: [] },
  );
const textOf = (item: FlowItem) =>
  item.type === 'line'
    ? item.runs.map(({ text }) => text).join('')
    : item.rows.map((row) => row.join('|')).join('/');
/** Kinds and texts as far as the title. */
function printHead(facts: Partial<OfficialFacts>, issuers?: readonly string[]): readonly string[] {
  const { items } = compose(facts, issuers);
  const end = items.findIndex((item) => item.type === 'line' && item.kind === 'title');
  return items
    .slice(0, end)
    .map((item) => `${item.type === 'line' ? item.kind : 'table'}:${textOf(item)}`);
}
const findLines = (facts: Partial<OfficialFacts>, kind: FlowLine['kind']) =>
  compose(facts).items.flatMap((item) =>
    item.type === 'line' && item.kind === kind ? [item] : [],
  );

test('the head is mark, two blank lines, number with the red rule, two blank lines', () => {
  expect(printHead({ number: '青政〔2026〕12号' })).toEqual([
    'blank:',
    'mark:青石镇人民政府文件',
    'blank:',
    'blank:',
    'number:青政〔2026〕12号',
    'blank:',
    'blank:',
  ]);
  const ruled = compose({}).items.filter((item) => item.type === 'line' && item.redRuleBelow);
  expect(ruled.map((item) => item.type === 'line' && item.kind)).toEqual(['number']);
});

test('a missing number leaves its line empty', () => {
  expect(printHead({}).filter((line) => line.startsWith('number'))).toEqual(['number:']);
});

test('份号, 密级 and 紧急程度 stand in this order, each only where it is set', () => {
  const all = printHead({ copyNumber: '12', secrecy: '秘密★1年', urgency: '特急' });
  expect(all.slice(0, 3)).toEqual(['copyNumber:000012', 'secrecy:秘密★1年', 'urgency:特急']);
  expect(printHead({ urgency: '加急' })[0]).toBe('urgency:加急');
});

test('the mark’s upper edge lies 35 mm below the top, whatever stands above it', () => {
  const edge = (facts: Partial<OfficialFacts>) => {
    const items = compose(facts).items;
    const at = items.findIndex((item) => item.type === 'line' && item.kind === 'mark');
    const mark = items[at];
    const room = items[at - 1];
    if (mark?.type !== 'line' || room?.type !== 'line') throw new Error('no mark');
    const above = (at - 1) * linePitch + (room.height ?? 0);
    return above + 0.8 * (mark.height ?? 0) - 0.8 * (mark.size ?? 0) * 20;
  };
  for (const facts of [
    {},
    { urgency: '特急' },
    { copyNumber: '1', secrecy: '秘密', urgency: '特急' },
  ]) {
    expect(Math.abs(edge(facts) - 1984)).toBeLessThanOrEqual(2);
  }
});

test('a typed mark is printed as it is; without issuers the signing unit is named', () => {
  expect(printHead({ mark: '青石镇人民政府' })[1]).toBe('mark:青石镇人民政府');
  const unnamed = { ...report, issuers: [], closing: { ...report.closing, signature: ['青石镇'] } };
  const { items } = composeDocument(unnamed, { layout, facts: emptyFacts, annexes: [] });
  expect(items.map(textOf)).toContain('青石镇文件');
});

test('a mark of several lines is as large as they can be, whole and in order', () => {
  const names = [
    '云岭县青石镇统筹推进乡村建设工作领导小组文件',
    '云岭县枫林街道全面依法治县工作协调小组办公室文件',
    '云岭彝族回族苗族自治县青石傈僳族傣族乡法治政府建设领导小组办公室文件',
  ];
  for (const name of names) {
    const lines = findLines({ mark: name }, 'mark');
    const size = lines[0]?.size ?? 0;
    expect(lines.map(textOf).join('')).toBe(name);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const line of lines) {
      expect(line.size).toBe(size);
      expect(textOf(line).length * size * 20).toBeLessThanOrEqual(textWidth);
    }
    const longest = Math.max(...lines.map((line) => textOf(line).length));
    expect(size).toBeGreaterThan(24);
    // a point more, and it would not stand in these lines
    expect(size).toBe(Math.min(48, Math.floor(textWidth / 20 / longest)));
  }
});

test('a mark is as large as fits on one line, and wraps only where it is very long', () => {
  const sizes = (mark: string) => findLines({ mark }, 'mark').map(({ size }) => size ?? 0);
  expect(sizes('青石镇文件')).toEqual([48]);
  const [size = 0, ...more] = sizes('云岭县青石镇人民政府文件');
  expect(more).toEqual([]);
  expect(size * 20 * 12).toBeLessThanOrEqual(textWidth);
  expect(sizes('镇'.repeat(40)).length).toBeGreaterThan(1);
});

test('joint issuers stand one under another with 文件 beside them, within the text block', () => {
  const issuers = ['中共青石镇委员会', '青石镇人民政府'];
  expect(printHead({}, issuers)[1]).toBe('table:中共青石镇委员会|文件/青石镇人民政府|');
  for (const names of [issuers, Array.from({ length: 30 }, () => '云岭县枫林街道办事处')]) {
    const mark = compose({}, names).items.find((item) => item.type === 'table');
    if (mark?.type !== 'table' || !mark.mark) throw new Error('no mark');
    expect(mark.columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(textWidth);
    expect(mark.columns[0] ?? 0).toBeGreaterThan(
      Math.max(...names.map((name) => name.length)) * mark.mark.size * 20,
    );
  }
});

test('brackets, 第 and leading zeros of a number are put right, and nothing else', () => {
  for (const typed of [
    '[2026]',
    '(2026)',
    '（2026）',
    '【2026】',
    '〔2026〕',
    '［2026］',
    '<2026>',
  ]) {
    expect(formatDocumentNumber(`青政发${typed}第012号`)).toBe('青政发〔2026〕12号');
  }
  expect(formatDocumentNumber(' 青政 〔２０２６〕 ５ 号')).toBe('青政〔2026〕5号');
  expect(formatDocumentNumber('青政〔2026〕100号')).toBe('青政〔2026〕100号');
  expect(formatDocumentNumber('青政（试）〔2026〕0号')).toBe('青政（试）〔2026〕0号');
  expect(formatDocumentNumber('')).toBe('');
});

test('the number of an upward document stands one character in, its signer one before the edge', () => {
  const [line, ...more] = findLines({ number: '青政〔2026〕12号', signers: ['李小四'] }, 'number');
  expect(more).toEqual([]);
  expect(line?.runs).toEqual([
    { text: '青政〔2026〕12号' },
    { text: '\t签发人：' },
    { text: '李小四', isName: true },
  ]);
  expect(line?.indent).toEqual({ first: cell, rest: cell });
  const end = (line?.tabs?.[0]?.at ?? 0) + measureText('签发人：李小四');
  expect(end).toBe(textWidth - cell);
});

test('signers stand two a line under each other, and the number beside the last', () => {
  const lines = findLines(
    { number: '青政〔2026〕1号', signers: ['张三', '李小四', '王五'] },
    'number',
  );
  expect(lines.map(textOf)).toEqual(['\t签发人：张三\t李小四', '青政〔2026〕1号\t王五']);
  const [first, second] = lines;
  const firstName = (first?.tabs?.[0]?.at ?? 0) + measureText('签发人：');
  expect(second?.tabs?.map(({ at }) => at)).toEqual([firstName]);
  expect(lines.map((line) => line.redRuleBelow ?? false)).toEqual([false, true]);
});

test('a number too long for the signers’ line has the line below them', () => {
  const long = `${'青'.repeat(20)}〔2026〕1号`;
  expect(findLines({ number: long, signers: ['李小四'] }, 'number').map(textOf)).toEqual([
    '签发人：李小四',
    long,
  ]);
});

test('the imprint has 抄送, then 印发机关 and date on one line, without a closing mark twice', () => {
  const { imprint } = compose({
    copiesTo: ['抄送：云岭县人大常委会办公室，', '县政协办公室、县司法局。'],
    printedBy: '青石镇党政办公室',
    printedOn: '2026-02-06',
  });
  expect(imprint.map(textOf)).toEqual([
    '抄送：云岭县人大常委会办公室，县政协办公室、县司法局。',
    '青石镇党政办公室\t2026年2月6日印发',
  ]);
  expect(imprint[0]?.indent).toEqual({ first: 280, rest: 4 * 280 });
  expect(imprint.map(({ indentRight }) => indentRight)).toEqual([280, 280]);
  expect(imprint[1]?.tabs).toEqual([{ at: textWidth - 280, align: 'right' }]);
});

test('what is not set is not in the imprint, and nothing set makes none', () => {
  expect(compose({}).imprint).toEqual([]);
  expect(compose({ printedOn: '2026-02-06' }).imprint.map(textOf)).toEqual(['\t2026年2月6日印发']);
  expect(compose({ printedBy: '办公室' }).imprint.map(textOf)).toEqual(['办公室']);
  expect(compose({ copiesTo: ['县司法局'] }).imprint.map(textOf)).toEqual(['抄送：县司法局。']);
});

test('a plain copy has neither head nor imprint, and is signed only if its layout says so', () => {
  const signed = {
    ...report,
    closing: {
      ...report.closing,
      signature: ['青石镇人民政府'],
      signedDate: '2026-02-05',
      note: '此件公开发布',
    },
  };
  const facts = {
    ...emptyFacts,
    number: '青政〔2026〕1号',
    copiesTo: ['县司法局'],
    printedBy: '办公室',
  };
  const plain = standardLayout('plain');
  const kindsOf = (signature: boolean) => {
    const page = composeDocument(signed, { layout: { ...plain, signature }, facts, annexes: [] });
    expect(page.imprint).toEqual([]);
    return page.items.map((item) => (item.type === 'line' ? item.kind : 'table'));
  };
  expect(kindsOf(true)).toEqual([
    'title',
    'title',
    'blank',
    'addressee',
    'text',
    'blank',
    'signature',
    'date',
    'note',
  ]);
  expect(kindsOf(false).slice(5)).toEqual(['note']);
});
