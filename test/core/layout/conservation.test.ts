import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Annex,
  type ComposedPage,
  composeDocument,
  emptyFacts,
  estimateHeight,
  type FlowItem,
  type LayoutProfile,
  measureLayout,
  numberHeadings,
  type OfficialFacts,
  standardLayout,
} from '../../../core/layout/index.ts';
import {
  type Block,
  buildParagraph,
  buildReport,
  buildTable,
  createCountingIds,
  emptyClosing,
  type Report,
} from '../../../core/model/index.ts';
import { anyReport, hanText } from '../../support/report-arbitraries.ts';

const RUNS = Number(process.env['LAYOUT_RUNS'] ?? 300);

const textOf = (item: FlowItem) =>
  item.type === 'line' ? item.runs.map(({ text }) => text).join('') : item.rows.flat().join('');
const printAll = ({ items, imprint }: ComposedPage) => [...items, ...imprint].map(textOf).join('');

function readBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows.flat() : [block.text]));
}

/** The letters a report says itself, in the order of the page. */
function readReport(report: Report): readonly string[] {
  const { closing } = report;
  return [
    report.title,
    report.addressee,
    report.preambleHeading,
    ...readBlocks(report.preamble),
    ...report.parts.flatMap((part) => [
      part.heading,
      ...readBlocks(part.blocks),
      ...part.sections.flatMap(({ heading, blocks }) => [heading, ...readBlocks(blocks)]),
    ]),
    ...closing.attachments,
    ...closing.signature,
    closing.note,
  ];
}

/** Letters that the layout adds: numbers and marks of headings and lists, 附件, date, brackets. */
function listAdded(report: Report): readonly string[] {
  return [...numberHeadings(report).values()];
}

const count = (text: string) => {
  const counts = new Map<string, number>();
  for (const letter of text.replaceAll(/\s/gu, '')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
};

const layouts = fc
  .record({
    form: fc.constantFrom('plain' as const, 'official' as const),
    linePitchPt: fc.constantFrom(24, 28, 28.95, 36),
    charactersPerLine: fc.integer({ min: 24, max: 30 }),
    side: fc.integer({ min: 15, max: 40 }),
    edge: fc.integer({ min: 15, max: 50 }),
  })
  .map(
    ({ form, linePitchPt, charactersPerLine, side, edge }): LayoutProfile => ({
      ...standardLayout(form),
      linePitchPt,
      charactersPerLine,
      marginsMm: { top: edge, bottom: edge, left: side, right: side },
    }),
  );
const facts: fc.Arbitrary<OfficialFacts> = fc.record({
  mark: fc.constant(''),
  number: hanText(0, 12).map((text) => `${text}[2026]1号`),
  copyNumber: fc.constantFrom('', '000001'),
  secrecy: fc.constantFrom('', '秘密★1年'),
  urgency: fc.constantFrom('', '特急'),
  signers: fc.array(hanText(1, 6), { maxLength: 5 }),
  copiesTo: fc.array(hanText(1, 20), { maxLength: 6 }),
  printedBy: hanText(0, 30),
  printedOn: fc.constantFrom(null, '2026-02-06'),
  sealed: fc.boolean(),
});

test('every letter of the report stands on the page as often as in the report', () => {
  fc.assert(
    fc.property(anyReport, layouts, facts, (report, layout, given) => {
      const page = composeDocument(report, { layout, facts: given, annexes: [] });
      const printed = count(page.items.map(textOf).join(''));
      const own = count([...readReport(report), ...listAdded(report)].join(''));
      const isAdded = (letter: string) =>
        '附件文签发人：。（）.年月日、〔〕［］[]号★'.includes(letter);
      for (const [letter, times] of own) {
        expect(printed.get(letter) ?? 0, letter).toBeGreaterThanOrEqual(times);
        if (layout.form === 'plain' && !isAdded(letter) && !/\d/u.test(letter)) {
          const issuers = count(report.issuers.join('')).get(letter) ?? 0;
          expect(printed.get(letter) ?? 0, letter).toBeLessThanOrEqual(times + issuers);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('paragraphs stand on the page in their order', () => {
  fc.assert(
    fc.property(anyReport, layouts, facts, (report, layout, given) => {
      const { items } = composeDocument(report, { layout, facts: given, annexes: [] });
      const printed = items.map(textOf).join('').replaceAll(/\s/gu, '');
      let from = 0;
      for (const text of readReport({ ...report, issuers: [], closing: emptyClosing })) {
        const wanted = text.replaceAll(/\s/gu, '');
        const at = printed.indexOf(wanted, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + wanted.length;
      }
    }),
    { numRuns: RUNS },
  );
});

test('no line begins left of the text block or is told to end right of it', () => {
  fc.assert(
    fc.property(anyReport, layouts, facts, (report, layout, given) => {
      const { textWidth } = measureLayout(layout);
      const { items, imprint } = composeDocument(report, { layout, facts: given, annexes: [] });
      for (const item of [...items, ...imprint]) {
        if (item.type === 'table') {
          const width = item.columns.reduce((sum, column) => sum + column, 0);
          expect(width).toBeLessThanOrEqual(textWidth);
          if (!item.mark) expect(width).toBe(textWidth);
          continue;
        }
        const places = [
          item.indent?.first ?? 0,
          item.indent?.rest ?? 0,
          ...(item.tabs ?? []).map(({ at }) => at),
        ];
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(textWidth);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('no heading is last before a page may break, and no run-in heading holds its paragraph', () => {
  const headings = new Set(['part', 'section', 'level3', 'level4', 'title', 'preambleHeading']);
  fc.assert(
    fc.property(anyReport, layouts, facts, (report, layout, given) => {
      const { items } = composeDocument(
        { ...report, closing: emptyClosing },
        { layout, facts: given, annexes: [] },
      );
      for (const item of items) {
        if (item.type !== 'line') continue;
        if (headings.has(item.kind)) expect(item.keepWithNext).toBe(true);
        if (item.kind === 'text') expect(item.keepWithNext ?? false).toBe(false);
      }
    }),
    { numRuns: RUNS },
  );
});

const createId = createCountingIds();
const long = '镇'.repeat(120);
const table = (columns: number) =>
  buildTable(createId, [
    Array.from({ length: columns }, (_, at) => `列${at}`),
    Array.from({ length: columns }, () => '数'),
  ]);
const annex: Annex = { title: long, blocks: [table(1), table(80)], isPublic: true };

test('nothing throws, and nothing is lost, for reports that nobody should write', () => {
  const names = Array.from({ length: 30 }, (_, at) => `${long.slice(0, 110)}${at}`);
  const hostile: readonly Report[] = [
    buildReport(2025),
    buildReport(2025, { title: '报', issuers: [long] }),
    buildReport(2025, { title: '法治政府建设'.repeat(50), issuers: names }),
    buildReport(2025, {
      title: '\n\n报告\n',
      addressee: long,
      preamble: [table(1), table(80), table(0), buildParagraph(createId, long.repeat(30))],
      closing: {
        attachments: [long, long],
        signature: names,
        signedDate: '2026-12-31',
        note: long,
      },
    }),
  ];
  const all: OfficialFacts = {
    mark: '',
    number: long,
    copyNumber: '123456789012',
    secrecy: long.slice(0, 40),
    urgency: long.slice(0, 20),
    signers: names,
    copiesTo: names,
    printedBy: long,
    printedOn: '2026-12-31',
    sealed: true,
  };
  for (const report of hostile) {
    for (const id of ['plain', 'official'] as const) {
      for (const given of [emptyFacts, all, { ...all, sealed: false, mark: long }]) {
        const layout = standardLayout(id);
        const page = composeDocument(report, { layout, facts: given, annexes: [annex, annex] });
        const printed = printAll(page).replaceAll(/\s/gu, '');
        for (const name of report.closing.signature) expect(printed).toContain(name);
        expect(printed).toContain(readBlocks(annex.blocks).join(''));
        expect(estimateHeight(page.items)).toBeGreaterThan(0);
      }
    }
  }
});

test('an empty report is an empty page, and an empty official one its head alone', () => {
  const report = buildReport(2025, { title: '' });
  const compose = (id: 'plain' | 'official') =>
    composeDocument(report, { layout: standardLayout(id), facts: emptyFacts, annexes: [] });
  expect(compose('plain')).toEqual({ items: [], imprint: [] });
  expect(compose('official').items.map((item) => item.type === 'line' && item.kind)).toEqual([
    'blank',
    'mark',
    'blank',
    'blank',
    'number',
    'blank',
    'blank',
  ]);
});
