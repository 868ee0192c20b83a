import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pt, twip } from '../../../core/layout/index.ts';
import { habits, type Page, paginate } from '../../../core/paginate/index.ts';
import type { PrintedBlock, PrintedFrame, PrintedSection } from '../../../core/printed/index.ts';
import {
  linesOf,
  PITCH,
  paragraph,
  printed,
  rightOf,
  row,
  rule,
  run,
  section,
  TEXT,
  table,
  wordsOf,
  wordsOfPages,
} from './build.ts';

function pagesOf(blocks: readonly PrintedBlock[], own = habits.word): readonly Page[] {
  return paginate(printed([section(blocks)]), own);
}

/** How many lines each page has. */
function counts(blocks: readonly PrintedBlock[], own = habits.word): readonly number[] {
  return pagesOf(blocks, own).map(({ lines }) => lines.length);
}

describe('pages that are only told', () => {
  test.each(['word', 'libreOffice'] as const)('have the lines of those drawn, of %s', (program) => {
    const mixed = paragraph([run('依法办理2025年“一件事”123件，App 上线。'.repeat(20))]);
    const blocks = [mixed, linesOf(30), table([row(['项目', '件数12'])], [4422, 4422])];
    const drawn = pagesOf(blocks, habits[program]);
    const told = pagesOf(blocks, { ...habits[program], tellsWords: true });
    expect(wordsOfPages(told)).toEqual(wordsOfPages(drawn));
    expect(told.map(({ lines }) => lines.map(({ top }) => top))).toEqual(
      drawn.map(({ lines }) => lines.map(({ top }) => top)),
    );
    for (const { lines } of told) for (const { spans } of lines) expect(spans).toHaveLength(1);
  });
});

describe('filling pages', () => {
  test('puts 22 lines on a page of the standard, the first at its top', () => {
    const pages = pagesOf([linesOf(50)]);
    expect(pages.map(({ lines }) => lines.length)).toEqual([22, 22, 6]);
    expect(pages.map(({ lines }) => lines[0]?.top)).toEqual([TEXT.top, TEXT.top, TEXT.top]);
    expect(pages[0]?.lines[21]?.top).toBe(TEXT.top + 21 * PITCH);
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('moves a heading to the page of its text, with all headings above it', () => {
    const kept = { keepNext: true };
    expect(counts([linesOf(21), linesOf(1, kept), linesOf(2)])).toEqual([21, 3]);
    expect(counts([linesOf(20), linesOf(1, kept), linesOf(1, kept), linesOf(2)])).toEqual([20, 4]);
  });

  test('parts a long paragraph that is kept with the next as Word does', () => {
    const blocks = [linesOf(18), linesOf(4, { keepNext: true, widowControl: true }), linesOf(1)];
    expect(counts(blocks)).toEqual([20, 3]);
    expect(counts(blocks, habits.libreOffice)).toEqual([18, 5]);
  });

  test('breaks a chain that is longer than a page', () => {
    expect(counts([...Array<PrintedBlock>(30).fill(linesOf(1, { keepNext: true }))])).toEqual([
      22, 8,
    ]);
  });

  test('leaves no line of a paragraph alone where it must not', () => {
    const guarded = { widowControl: true };
    expect(counts([linesOf(21), linesOf(4, guarded)])).toEqual([21, 4]);
    expect(counts([linesOf(19), linesOf(4, guarded)])).toEqual([21, 2]);
    expect(counts([linesOf(20), linesOf(3, guarded)])).toEqual([20, 3]);
  });

  test('keeps the lines of a paragraph together where it says so', () => {
    expect(counts([linesOf(20), linesOf(4, { keepLines: true })])).toEqual([20, 4]);
  });

  test('begins a page before a paragraph that asks for it, and at a page break in the text', () => {
    expect(counts([linesOf(2), linesOf(1, { pageBreakBefore: true })])).toEqual([2, 1]);
    expect(wordsOfPages(pagesOf([paragraph('甲\f乙'), paragraph('丙')]))).toEqual([
      ['甲'],
      ['乙', '丙'],
    ]);
    expect(wordsOfPages(pagesOf([paragraph('甲\f'), paragraph('乙')]))).toEqual([['甲'], ['乙']]);
  });

  test('leaves space above a paragraph out at the top of a page it ran over to', () => {
    const spaced = { spaceBefore: twip(300), spaceAfter: twip(200) };
    const pages = pagesOf([linesOf(22), linesOf(1, spaced), linesOf(1)]);
    expect(pages[1]?.lines.map(({ top }) => top - TEXT.top)).toEqual([0, PITCH + 200]);
    const forced = pagesOf([linesOf(1), linesOf(1, { ...spaced, pageBreakBefore: true })]);
    expect(forced[1]?.lines[0]?.top).toBe(TEXT.top + 300);
  });

  test('tells where each line stands in the document', () => {
    const pages = pagesOf([linesOf(21), linesOf(3), linesOf(1)]);
    const blocks = pages.map(({ lines }) => lines.map(({ source }) => source?.block));
    expect(blocks).toEqual([
      [...Array<number>(21).fill(0), 1],
      [1, 1, 2],
    ]);
    expect(pages[0]?.lines[0]?.source).toEqual({ section: 0, block: 0 });
  });
});

describe('sections', () => {
  const begins = (kind: PrintedSection['begins'], lines = 3) =>
    paginate(printed([section([linesOf(lines)]), section([linesOf(1)], { begins: kind })]));

  test('go on on the page, or begin one', () => {
    expect(begins('continuous').map(({ lines }) => lines.length)).toEqual([4]);
    expect(begins('nextPage').map(({ lines }) => lines.length)).toEqual([3, 1]);
  });

  test('leave a blank page where they begin on an odd one', () => {
    const pages = begins('oddPage');
    expect(pages.map(({ lines, number }) => [number, lines.length])).toEqual([
      [1, 3],
      [2, 0],
      [3, 1],
    ]);
    expect(begins('evenPage').map(({ number }) => number)).toEqual([1, 2]);
  });

  test('count their pages anew where they say so', () => {
    const second = section([linesOf(1)], { firstNumber: 1 });
    const pages = paginate(printed([section([linesOf(30)]), second]));
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 1]);
  });
});

describe('heads and feet', () => {
  const number = (align: 'left' | 'right') =>
    paragraph([run('— '), run('', { field: 'PAGE' }), run(' —')], { align, snapsToGrid: false });
  const footers = { default: [number('right')], even: [number('left')], first: null } as const;

  test('show the number of the page, right on odd ones and left on even ones', () => {
    const document = printed([section([linesOf(50)], { footers })], { evenAndOdd: true });
    const pages = paginate(document);
    expect(pages.map(({ edges }) => wordsOf(edges[0]))).toEqual(['— 1 —', '— 2 —', '— 3 —']);
    expect(rightOf(pages[0]?.edges[0])).toBe(TEXT.left + TEXT.width);
    expect(pages[1]?.edges[0]?.spans[0]?.x).toBe(TEXT.left);
    expect(pages[0]?.edges[0]?.source).toBeNull();
  });

  test('part number and dashes as far as their blanks reach', () => {
    const [page] = paginate(printed([section([linesOf(1)], { footers })]));
    const spans = page?.edges[0]?.spans.filter(({ text }) => text.trim() !== '') ?? [];
    expect(spans.map(({ text }) => text)).toEqual(['—', '1', '—']);
    const gaps = spans
      .slice(1)
      .map(({ x }, at) => x - (spans[at]?.x ?? 0) - (spans[at]?.width ?? 0));
    expect(gaps).toEqual([155, 155]);
  });

  test('stand on the distance from the edge of the paper', () => {
    const [page] = paginate(printed([section([linesOf(1)], { footers })]));
    const foot = page?.edges[0];
    expect((foot?.top ?? 0) + (foot?.height ?? 0)).toBe(16838 - 1430);
  });

  test('are left out on a first page that has none of its own', () => {
    const pages = paginate(printed([section([linesOf(30)], { footers, hasFirstPage: true })]));
    expect(pages.map(({ edges }) => edges.length)).toEqual([0, 1]);
  });

  test('take the results of a field that are there for one result', () => {
    const shown = [
      run('1', { field: 'PAGE \\* MERGEFORMAT' }),
      run('2', { field: 'PAGE \\* MERGEFORMAT' }),
    ];
    const own = { default: [paragraph(shown)], even: null, first: null };
    const [page] = paginate(printed([section([linesOf(1)], { footers: own })]));
    expect(wordsOf(page?.edges[0])).toBe('1');
  });

  test('push the text where they need its room', () => {
    const headers = { default: [linesOf(5, { snapsToGrid: false })], even: null, first: null };
    const [page] = paginate(printed([section([linesOf(1)], { headers })]));
    expect(page?.lines[0]?.top).toBe(851 + 5 * 416);
  });
});

describe('tables', () => {
  test('stand in the text with their rules, cells beside each other', () => {
    const [page] = pagesOf([linesOf(1), table([row(['甲', '乙'])], [4000, 4844]), linesOf(1)]);
    const [, first, second, below] = page?.lines ?? [];
    expect([wordsOf(first), wordsOf(second)]).toEqual(['甲', '乙']);
    expect(first?.top).toBe(second?.top);
    expect(first?.spans[0]?.x).toBe(TEXT.left + 108);
    expect(second?.spans[0]?.x).toBe(TEXT.left + 4000 + 108);
    expect(below?.top).toBe(TEXT.top + PITCH + 480 + 10);
    expect(page?.rules.filter(({ width }) => width > 0).map(({ width }) => width)).toEqual([
      8844, 8844,
    ]);
    expect(page?.rules.filter(({ height }) => height > 0)).toHaveLength(3);
  });

  test('wrap the text of a cell, and grow with it', () => {
    const [page] = pagesOf([table([row(['法'.repeat(12)])], [2000]), linesOf(1)]);
    expect(page?.lines.map((line) => wordsOf(line).length)).toEqual([5, 5, 2, 28]);
    expect(page?.lines.at(-1)?.top).toBe(TEXT.top + 1200 + 20);
  });

  test('repeat their heading on every page, and never leave it alone', () => {
    const rows = [
      row(['部门'], { isHeader: true }),
      ...Array.from({ length: 40 }, () => row(['甲'])),
    ];
    const pages = pagesOf([table(rows, [8844])]);
    expect(pages.map(({ lines }) => wordsOf(lines[0]))).toEqual(['部门', '部门']);
    expect(pages.flatMap(({ lines }) => lines)).toHaveLength(42);
    const late = pagesOf([linesOf(21), table(rows, [8844])]);
    expect(late[0]?.lines).toHaveLength(21);
  });

  test('keep a row whole or part it, as it says', () => {
    const text = '法'.repeat(10 * 27);
    const whole = pagesOf([linesOf(18), table([row([text])], [8844])]);
    expect(whole.map(({ lines }) => lines.length)).toEqual([18, 10]);
    const parted = pagesOf([linesOf(18), table([row([text], { cantSplit: false })], [8844])]);
    expect(parted.map(({ lines }) => lines.length)).toEqual([23, 5]);
    expect(parted.flatMap(({ lines }) => lines.map(wordsOf)).join('')).toBe(
      '法'.repeat(18 * 28) + text,
    );
  });

  test('part a row that is to be whole but is higher than a page, on a page of its own', () => {
    const text = '法'.repeat(80 * 27);
    const rows = [row(['部门'], { isHeader: true }), row([text]), row(['甲'])];
    const pages = pagesOf([linesOf(4), table(rows, [8844]), linesOf(1)]);
    // 31 lines of a cell under a heading of one line, on each page of 22 lines of text
    expect(pages.map(({ lines }) => lines.length)).toEqual([4, 31, 31, 23]);
    expect(pages.flatMap(({ lines }) => lines.map(wordsOf)).join('')).toBe(
      `${'法'.repeat(4 * 28)}部门${text.slice(0, 30 * 27)}部门${text.slice(0, 30 * 27)}部门${text.slice(60 * 27)}甲${'法'.repeat(28)}`,
    );
    for (const { lines } of pages) {
      for (const line of lines) expect(line.top + line.height).toBeLessThanOrEqual(TEXT.bottom);
    }
  });

  test('set a cell over several columns and rows', () => {
    const [wide, head] = [row(['合计']), row(['甲', '乙'])];
    const spanned = { ...wide, cells: wide.cells.map((cell) => ({ ...cell, span: 2 })) };
    const centred = { verticalAlign: 'center' } as const;
    const merged = {
      ...head,
      cells: head.cells.map((cell, index) => (index === 0 ? { ...cell, ...centred } : cell)),
    };
    const below = row(['', '丙']);
    const continued = {
      ...below,
      cells: below.cells.map((cell, index) => ({ ...cell, isContinued: index === 0 })),
    };
    const [page] = pagesOf([table([spanned, merged, continued], [4000, 4844])]);
    const at = (words: string) => page?.lines.find((line) => wordsOf(line) === words);
    expect(at('甲')?.top).toBe(TEXT.top + 480 + Math.round((480 + 490 - 400) / 2));
    expect(at('丙')?.top).toBe(TEXT.top + 960);
    expect(page?.rules.filter(({ width }) => width === 8844)).toHaveLength(3);
    expect(page?.rules.filter(({ width }) => width === 4844)).toHaveLength(1);
  });
});

describe('rules of a table', () => {
  test('stand only where they are said: an imprint has none at its sides', () => {
    const borders = { outer: rule, inner: rule, upright: { outer: null, inner: null } };
    const [page] = pagesOf([
      table([row(['甲', '乙']), row(['丙', '丁'])], [4000, 4844], { borders }),
    ]);
    expect(page?.rules.map(({ width, height }) => [width, height])).toEqual([
      [8844, 0],
      [8844, 0],
      [8844, 0],
    ]);
  });
});

describe('what stands apart from the flow', () => {
  const atFoot: PrintedFrame = {
    vertical: { anchor: 'margin', align: 'bottom', offset: twip(0) },
    horizontal: { anchor: 'page', align: '', offset: twip(1588) },
    width: twip(8844),
  };

  test('an imprint stands at the foot of the text, on the page of what follows it', () => {
    const imprint = table([row(['抄送']), row(['印发'])], [8844], { frame: atFoot });
    const [page] = pagesOf([linesOf(3), imprint, linesOf(1)]);
    const height = 480 + 490;
    const [first, second] = page?.lines.slice(-2) ?? [];
    expect([wordsOf(first), wordsOf(second)]).toEqual(['抄送', '印发']);
    expect(first?.top).toBe(TEXT.bottom - height);
    expect(page?.rules.at(-1)?.y).toBe(TEXT.bottom);
  });

  test('goes to the next page where the text leaves no room', () => {
    const framed = { frame: atFoot };
    const blocks = [linesOf(21), linesOf(1, framed), linesOf(1, framed), linesOf(1)];
    const pages = pagesOf(blocks);
    expect(pages.map(({ lines }) => lines.length)).toEqual([21, 3]);
    expect(pages[1]?.lines.at(-1)?.top).toBe(TEXT.bottom - PITCH);
  });

  test('a frame in the text takes its place there', () => {
    const inText: PrintedFrame = {
      vertical: { anchor: 'text', align: '', offset: twip(100) },
      horizontal: { anchor: 'margin', align: 'center', offset: twip(0) },
      width: twip(4000),
    };
    const [page] = pagesOf([linesOf(1), paragraph('框', { frame: inText }), linesOf(1)]);
    const tops = page?.lines.map(({ top }) => top - TEXT.top).toSorted((a, b) => a - b);
    expect(tops).toEqual([0, PITCH + 100, 2 * PITCH + 100]);
  });
});

describe('rules of paragraphs', () => {
  const below = { ...rule, color: 'FF0000', width: pt(1.5), space: pt(10) };
  const borders = { top: null, bottom: below, between: null };

  test('stand off their text and take their room', () => {
    const [page] = pagesOf([linesOf(1, { borders }), linesOf(1)]);
    expect(page?.rules).toEqual([
      {
        x: TEXT.left,
        y: TEXT.top + PITCH + 200 + 15,
        width: TEXT.width,
        height: 0,
        thickness: 1.5,
        color: 'FF0000',
      },
    ]);
    expect(page?.lines[1]?.top).toBe(TEXT.top + PITCH + 230);
  });

  test('are one for neighbours that share them', () => {
    const [page] = pagesOf([linesOf(1, { borders }), linesOf(1, { borders })]);
    expect(page?.rules).toHaveLength(1);
  });
});

describe('any document', () => {
  const length = fc.integer({ min: -4000, max: 20_000 });
  const anyBlock = fc
    .record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
      left: length,
      right: length,
      first: length,
      pitch: fc.record({
        rule: fc.constantFrom('auto' as const, 'exact' as const, 'atLeast' as const),
        value: fc.integer({ min: 0, max: 20_000 }),
      }),
      keepNext: fc.boolean(),
      widowControl: fc.boolean(),
      rows: fc.integer({ min: 0, max: 3 }),
      columns: fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 3 }),
    })
    .map((plan): PrintedBlock => {
      const indent = { left: twip(plan.left), right: twip(plan.right), first: twip(plan.first) };
      const block = paragraph(`${plan.text}\t${plan.text}\f`, { ...plan, indent });
      if (plan.rows === 0) return block;
      const rows = Array.from({ length: plan.rows }, () =>
        row([plan.text, '乙'], { cantSplit: false }),
      );
      return table(rows, plan.columns);
    });

  test('is broken into pages that hold every word, however odd its lengths', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 8 }),
        fc.integer({ min: 0, max: 17_000 }),
        (blocks, top) => {
          const margins = { ...section([]).margins, top: twip(top) };
          const pages = paginate(printed([section(blocks, { margins })]));
          for (const line of pages.flatMap(({ lines }) => lines)) {
            expect(Number.isFinite(line.top) && Number.isFinite(line.baseline)).toBe(true);
            for (const span of line.spans) expect(Number.isInteger(span.x)).toBe(true);
          }
          const said = blocks.flatMap((block) =>
            block.type === 'paragraph'
              ? block.runs.map(({ text }) => text)
              : block.rows.flatMap((each) =>
                  each.cells.flatMap((cell) =>
                    cell.paragraphs.flatMap((p) => p.runs.map((r) => r.text)),
                  ),
                ),
          );
          const shown = pages.flatMap(({ lines }) => lines.map(wordsOf)).join('');
          const letters = (text: string) => text.replaceAll(/\s/gu, '').length;
          expect(letters(shown)).toBe(letters(said.join('')));
        },
      ),
      { numRuns: 150 },
    );
  });
});
