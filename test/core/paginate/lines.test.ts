import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pt, twip } from '../../../core/layout/index.ts';
import { habits, type PageLine, paginate } from '../../../core/paginate/index.ts';
import type { PrintedParagraph } from '../../../core/printed/index.ts';
import { CELL, paragraph, printed, rightOf, run, section, TEXT, wordsOf } from './build.ts';

function linesOfParagraph(block: PrintedParagraph, own = habits.word): readonly PageLine[] {
  return paginate(printed([section([block])]), own).flatMap(({ lines }) => lines);
}

function wordsOfLines(block: PrintedParagraph, own = habits.word): readonly string[] {
  return linesOfParagraph(block, own).map(wordsOf);
}

const right = TEXT.left + TEXT.width;

/** A paragraph in a column of `width` twips. */
function narrow(text: string, hangsMarks: boolean, width: number): PrintedParagraph {
  const indent = { left: twip(0), right: twip(TEXT.width - width), first: twip(0) };
  return paragraph(text, { hangsMarks, indent, align: 'left' });
}

/** Text of all that lines are broken by. */
const anyText = fc
  .array(
    fc.constantFrom(
      ...'法治政府建设，。、；：？！“”‘’（）《》—…',
      '2025年',
      '95%',
      'Word',
      '12.5',
      ' ',
      '𠮷',
    ),
    { maxLength: 160 },
  )
  .map((pieces) => pieces.join(''));

describe('breaking lines', () => {
  test('puts 28 hanzi on a line of the standard', () => {
    const words = wordsOfLines(paragraph('法'.repeat(70)));
    expect(words.map((line) => line.length)).toEqual([28, 28, 14]);
  });

  test('begins two characters in and leaves room for 26', () => {
    const indent = { left: twip(0), right: twip(0), first: twip(630) };
    const [first] = linesOfParagraph(paragraph('法'.repeat(40), { indent }));
    expect(first?.spans[0]?.x).toBe(TEXT.left + 630);
    expect(wordsOf(first)).toHaveLength(26);
  });

  test('hangs one closing mark into the margin where the paragraph lets it', () => {
    const text = `${'法'.repeat(28)}，${'治'.repeat(3)}`;
    const hanging = linesOfParagraph(paragraph(text));
    expect(hanging.map(wordsOf)).toEqual([`${'法'.repeat(28)}，`, '治治治']);
    expect(rightOf(hanging[0])).toBeGreaterThan(right);
    const held = wordsOfLines(paragraph(text, { hangsMarks: false }));
    expect(held).toEqual(['法'.repeat(27), '法，治治治']);
  });

  test('carries a mark that may not end a line over to the next', () => {
    const words = wordsOfLines(paragraph(`${'法'.repeat(27)}《治》`));
    expect(words).toEqual(['法'.repeat(27), '《治》']);
  });

  test('lets marks stand anywhere where the rule is off', () => {
    const off = { kinsoku: false, hangsMarks: false };
    const words = wordsOfLines(paragraph(`${'法'.repeat(28)}，治`, off));
    expect(words).toEqual(['法'.repeat(28), '，治']);
  });

  test('breaks neither a number nor a Latin word', () => {
    expect(wordsOfLines(paragraph(`${'法'.repeat(27)}2025年`))).toEqual([
      '法'.repeat(27),
      '2025年',
    ]);
    expect(wordsOfLines(paragraph(`${'法'.repeat(27)}Word版`))).toEqual([
      '法'.repeat(27),
      'Word版',
    ]);
  });

  test('breaks a word that is longer than a line rather than lose it', () => {
    const words = wordsOfLines(paragraph('a'.repeat(200)));
    expect(words.join('')).toBe('a'.repeat(200));
    expect(words.length).toBeGreaterThan(3);
  });

  test('leaves blanks at the end of a line out of what it holds', () => {
    const words = wordsOfLines(paragraph(`${'法'.repeat(28)}   治`));
    expect(words).toEqual(['法'.repeat(28), '治']);
  });

  test('ends a line at a line break and stretches it as Word does', () => {
    const [first, second] = linesOfParagraph(paragraph('法治\n政府'));
    expect([wordsOf(first), wordsOf(second)]).toEqual(['法治', '政府']);
    expect(rightOf(first)).toBe(right);
  });

  test('gives a paragraph of no words one empty line', () => {
    expect(wordsOfLines(paragraph([]))).toEqual(['']);
  });

  test('leaves out hidden and deleted words', () => {
    const runs = [run('法'), run('隐', { hidden: true }), run('删', { revision: 'deleted' })];
    expect(wordsOfLines(paragraph(runs))).toEqual(['法']);
  });

  test('loses no letter', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.constantFrom(8844, 3000, 700), (text, hangs, width) => {
        const words = wordsOfLines(narrow(text, hangs, width));
        expect(words.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('parts no number and keeps marks where they belong, wherever there is a better place', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hangs) => {
        const words = wordsOfLines(narrow(text, hangs, 3000)).filter((line) => line !== '');
        const parted = words
          .slice(0, -1)
          .filter((line) => /[\p{Script=Han} ]./u.test(line.slice(1)));
        for (const line of parted) {
          const next = words[words.indexOf(line) + 1] ?? '';
          expect(`${line.at(-1) ?? ''}${next[0] ?? ''}`).not.toMatch(/^\d\d$/u);
          expect(line).not.toMatch(/[“‘（《]$/u);
          expect(next).not.toMatch(/^[，。、；：？！”’）》…]/u);
        }
      }),
    );
  });

  test('keeps within the room, but for one mark that hangs', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hangs) => {
        for (const line of linesOfParagraph(narrow(text, hangs, 3000))) {
          const over = rightOf(line) - TEXT.left - 3000;
          // a line of blanks or of one word that is wider than the room has no other place
          if (/[\p{Script=Han}]/u.test(wordsOf(line))) {
            expect(over).toBeLessThanOrEqual(hangs ? CELL + 1 : 1);
          }
        }
      }),
    );
  });
});

describe('setting lines', () => {
  test('justifies every line but the last by equal shares', () => {
    const text = `${'法'.repeat(25)}，2025年${'治'.repeat(10)}`;
    const [first, last] = linesOfParagraph(paragraph(text));
    expect(Math.abs(rightOf(first) - right)).toBeLessThanOrEqual(1);
    expect(rightOf(last)).toBeLessThan(right);
    expect(last?.spans[0]?.x).toBe(TEXT.left);
  });

  test('stretches no word of digits or Latin letters', () => {
    const [first] = linesOfParagraph(
      paragraph(`${'法'.repeat(20)}2025年${'《'.repeat(2)}${'治'.repeat(20)}`),
    );
    const digits = first?.spans.find(({ text }) => text === '2025');
    expect(Math.abs((digits?.width ?? 0) - 4 * 155)).toBeLessThanOrEqual(1);
  });

  test('centres a line, and ends one at the right', () => {
    const [centred] = linesOfParagraph(paragraph('法治', { align: 'center' }));
    const middle = ((centred?.spans[0]?.x ?? 0) + rightOf(centred)) / 2;
    expect(middle).toBeCloseTo(TEXT.left + TEXT.width / 2, -1);
    const [ended] = linesOfParagraph(paragraph('法治', { align: 'right' }));
    expect(rightOf(ended)).toBe(right);
  });

  test('leads a tab to the stops of the paragraph, then to the common ones', () => {
    const tabs = [
      { at: twip(4000), align: 'left' },
      { at: twip(TEXT.width), align: 'right' },
    ] as const;
    const [line] = linesOfParagraph(paragraph('甲\t乙\t丙丁', { tabs, align: 'left' }));
    expect(line?.spans.map(({ text }) => text)).toEqual(['甲', '乙', '丙丁']);
    expect(line?.spans[1]?.x).toBe(TEXT.left + 4000);
    expect(Math.abs(rightOf(line) - right)).toBeLessThanOrEqual(1);
    const [common] = linesOfParagraph(paragraph('甲\t乙', { align: 'left' }));
    expect(common?.spans[1]?.x).toBe(TEXT.left + 720);
  });

  test('gives digits of a Chinese face half an em and those of Times New Roman its own width', () => {
    const own = { spacing: twip(0) };
    const latin = { ...own, latinFace: 'Times New Roman', hintsChinese: false };
    const [chinese] = linesOfParagraph(paragraph([run('WA1', own)]));
    const [times] = linesOfParagraph(paragraph([run('WA1', latin)]));
    expect(rightOf(chinese) - TEXT.left).toBe(3 * 160);
    expect(rightOf(times) - TEXT.left).toBe(302 + 231 + 160);
    expect(times?.spans[0]?.face).toBe('Times New Roman');
  });

  test('takes quotation marks from the Chinese face where the run says so', () => {
    const latin = { latinFace: 'Times New Roman', spacing: twip(0) };
    const [chinese] = linesOfParagraph(paragraph([run('“法”', latin)]));
    const [western] = linesOfParagraph(paragraph([run('“法”', { ...latin, hintsChinese: false })]));
    expect(rightOf(chinese) - TEXT.left).toBe(3 * 320);
    expect(rightOf(western) - TEXT.left).toBeLessThan(3 * 320);
  });

  test('sets hanzi and digits apart where the paragraph asks for it', () => {
    const asked = { autoSpace: { letters: true, digits: true } } as const;
    const [apart] = linesOfParagraph(paragraph('第2025年', asked));
    const [close] = linesOfParagraph(paragraph('第2025年'));
    expect(rightOf(apart) - rightOf(close)).toBe(2 * 80);
  });

  test('puts the automatic number before the text', () => {
    const [line] = linesOfParagraph(paragraph('成效', { label: '一、', labelEnd: 'nothing' }));
    expect(wordsOf(line)).toBe('一、成效');
  });

  test('adds to each character what a grid of characters says', () => {
    const grid = { type: 'linesAndChars', linePitch: twip(579), charSpace: -849 } as const;
    const runs = [run('法'.repeat(60), { spacing: twip(0) })];
    const [page] = paginate(printed([section([paragraph(runs)], { grid })]));
    expect(page?.lines.map((line) => wordsOf(line).length)).toEqual([28, 28, 4]);
  });
});

describe('the height of lines', () => {
  const heights = (more: Partial<PrintedParagraph>, text = '法') =>
    linesOfParagraph(paragraph([run(text, { size: pt(22) })], more)).map(({ height }) => height);

  test('is whole lines of the grid for a paragraph on it', () => {
    expect(linesOfParagraph(paragraph('法')).map(({ height }) => height)).toEqual([579]);
    expect(heights({})).toEqual([579]);
    const large = linesOfParagraph(paragraph([run('法', { size: pt(36) })]));
    expect(large.map(({ height }) => height)).toEqual([2 * 579]);
  });

  test('is exact where it is said, and at least what is asked', () => {
    expect(heights({ pitch: { rule: 'exact', value: 700 }, snapsToGrid: false })).toEqual([700]);
    expect(heights({ pitch: { rule: 'atLeast', value: 900 }, snapsToGrid: false })).toEqual([900]);
  });

  test('follows the type off the grid', () => {
    expect(heights({ snapsToGrid: false })).toEqual([Math.round(22 * 20 * 1.3)]);
  });
});
