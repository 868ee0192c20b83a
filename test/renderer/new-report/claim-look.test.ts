import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noHints, plainParagraph, type SourceRun } from '../../../core/segment/index.ts';
import {
  cutAtRuns,
  findBodySize,
  toFace,
  toParagraphStyle,
  toRunStyle,
} from '../../../renderer/features/new-report/claim-look.ts';

const run = (start: number, end: number, look: Partial<SourceRun> = {}): SourceRun => ({
  start,
  end,
  bold: false,
  sizePt: 16,
  face: null,
  colour: null,
  ...look,
});

test('words cut where their look changes are the words, each piece in one look', () => {
  const anyRuns = fc
    .uniqueArray(fc.nat(20), { maxLength: 6 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) => cuts.slice(1).map((end, index) => run(cuts[index] ?? 0, end)));
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.nat(5),
      fc.nat(3),
      anyRuns,
      (text, at, lead, runs) => {
        const pieces = cutAtRuns(text, at, runs, lead);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.at >= at)).toBe(true);
      },
    ),
  );
});

test('an automatic number in front, which no run counts, looks as the first letters do', () => {
  const bold = run(0, 4, { bold: true });
  const pieces = cutAtRuns('（一）强化保障。全年', 0, [bold, run(4, 8)], 3);
  expect(pieces.map(({ text, run: own }) => [text, own?.bold])).toEqual([
    ['（一）强化保障', true],
    ['。全年', false],
  ]);
});

test('sizes are shown in relation to the size of most letters, within bounds', () => {
  const look = (sizePt: number, end: number) => ({ indent: 0, runs: [run(0, end, { sizePt })] });
  const source = [
    { ...plainParagraph(0, '标题'), look: look(22, 2) },
    { ...plainParagraph(1, '正文正文正文'), look: look(12, 6) },
  ];
  expect(findBodySize(source)).toBe(12);
  expect(toRunStyle(run(0, 1, { sizePt: 12 }), 12).fontSize).toBeUndefined();
  expect(toRunStyle(run(0, 1, { sizePt: 15 }), 12).fontSize).toBe(20);
  expect(toRunStyle(run(0, 1, { sizePt: 72 }), 12).fontSize).toBe(24);
  expect(toRunStyle(run(0, 1, { sizePt: 4 }), 12).fontSize).toBe(13);
});

test('faces are known by what they are called', () => {
  expect(toFace('仿宋_GB2312')).toBe('var(--face-fangsong)');
  expect(toFace('楷体')).toBe('var(--face-kaiti)');
  expect(toFace('SimHei')).toBe('var(--face-heiti)');
  expect(toFace('方正小标宋简体')).toBe('var(--face-title)');
  expect(toFace('Wingdings')).toBeUndefined();
});

test('only a paragraph at the left is indented', () => {
  const paragraph = { ...plainParagraph(0, '正文'), look: { runs: [], indent: 2 } };
  expect(toParagraphStyle(paragraph).textIndent).toBe('2em');
  const centred = { ...paragraph, hints: { ...noHints, align: 'center' as const } };
  expect(toParagraphStyle(centred)).toEqual({ textAlign: 'center', textIndent: undefined });
});
