import { beforeAll, describe, expect, test } from 'vitest';
import { createLine, LINE_PITCH, marginsMm, twipToMm } from '../../../../core/layout/index.ts';
import { type PageInk, readInk } from '../../../support/render/ink.ts';
import { measurePdf, type PrintedPage } from '../../../support/render/measure.ts';
import { findRenderLack, renderPdfs } from '../../../support/render/render.ts';
import { textBlockMm } from '../../../support/render/text-block.ts';
import {
  buildHead,
  buildJointMark,
  buildMark,
  buildText,
  imprintLines,
  signerLines,
  versionHead,
  writePage,
} from './flow.ts';

const lack = findRenderLack();
if (lack) console.warn(`The printed official document is not measured: ${lack}`);

const lineMm = twipToMm(LINE_PITCH);
const foot = marginsMm.top + textBlockMm.height;
const edge = marginsMm.left + textBlockMm.width;

interface Printed {
  readonly pages: readonly PrintedPage[];
  readonly first: PageInk;
  readonly last: PageInk;
}

async function print(files: readonly Uint8Array[]): Promise<readonly Printed[]> {
  const pdfs = await renderPdfs(files);
  return Promise.all(
    pdfs.map(async (pdf) => {
      const pages = await measurePdf(pdf);
      const [first, last] = [await readInk(pdf, 1), await readInk(pdf, pages.length)];
      return { pages, first, last };
    }),
  );
}

const nothing: Printed = {
  pages: [],
  first: { rules: [], red: null, bands: [] },
  last: { rules: [], red: null, bands: [] },
};

/** How far two lengths are apart, in millimetres. */
const apart = (one: number | undefined, other: number) => Math.abs((one ?? Number.NaN) - other);

function findLine({ pages }: Printed, text: RegExp) {
  return pages.flatMap((page) => page.lines).find((line) => text.test(line.text));
}

describe.skipIf(lack !== null)('the printed red head', () => {
  let plain = nothing;
  let full = nothing;
  let joint = nothing;
  let signed = nothing;
  beforeAll(async () => {
    const text = buildText(3);
    const written = await Promise.all(
      [
        buildHead(),
        buildHead(buildMark(versionHead)),
        buildHead(buildJointMark()),
        buildHead(buildMark(), signerLines),
      ].map((head) => writePage({ items: [...head, ...text] })),
    );
    [plain = nothing, full = nothing, joint = nothing, signed = nothing] = await print(written);
  });

  test('has its mark 35 mm below the top of the text block, whatever stands above', () => {
    for (const { first } of [plain, full, joint]) {
      expect(apart(first.red?.top, marginsMm.top + 35)).toBeLessThanOrEqual(1);
    }
  });

  test('has a mark in the middle, within the text block', () => {
    for (const { first } of [plain, joint]) {
      const { left = 0, right = 0 } = first.red ?? {};
      expect(left).toBeGreaterThanOrEqual(marginsMm.left);
      expect(right).toBeLessThanOrEqual(edge);
      expect(apart((left + right) / 2, (marginsMm.left + edge) / 2)).toBeLessThanOrEqual(1.5);
    }
  });

  test('has a red rule as wide as the text block, 4 mm below the number', () => {
    for (const printed of [plain, full, joint, signed]) {
      const [rule] = printed.first.rules;
      expect(rule?.isRed).toBe(true);
      expect(apart(rule?.left, marginsMm.left)).toBeLessThanOrEqual(0.5);
      expect(apart(rule?.right, edge)).toBeLessThanOrEqual(0.5);
      const number = printed.first.bands.findLast(({ bottom }) => bottom < (rule?.top ?? 0));
      expect(apart(rule?.top, (number?.bottom ?? 0) + 4)).toBeLessThanOrEqual(0.5);
    }
  });

  test('has two blank lines between mark and number, and between rule and title', () => {
    const number = findLine(plain, /〔2026〕/u);
    const title = findLine(plain, /建设报告/u);
    const [above, below] = [plain.first.red?.bottom ?? 0, plain.first.rules[0]?.bottom ?? 0];
    expect(apart((number?.top ?? 0) - above, 2 * lineMm)).toBeLessThanOrEqual(lineMm / 2);
    expect(apart((title?.top ?? 0) - below, 2 * lineMm)).toBeLessThanOrEqual(lineMm / 2);
  });

  test('has its version lines flush left, one a line', () => {
    const lines = full.pages[0]?.lines.slice(0, 3) ?? [];
    expect(lines.map(({ text }) => text)).toEqual(['000123', '秘密★1年', '特急']);
    for (const { left } of lines) expect(apart(left, marginsMm.left)).toBeLessThanOrEqual(0.5);
  });

  test('has 文件 beside joint units, in their middle', () => {
    const texts = (joint.pages[0]?.lines ?? []).slice(0, 3).map(({ text }) => text);
    expect(texts.join('')).toMatch(/中共青石镇委员会/u);
    expect(texts.join('')).toContain('文件');
    expect(joint.pages).toHaveLength(1);
  });

  test('has signers at the right, a character in, evenly apart, the last beside the number', () => {
    const [first, last] = [
      findLine(signed, /签发人：李明/u),
      findLine(signed, /〔2026〕3号赵小川/u),
    ];
    const cell = twipToMm(LINE_PITCH) * (315 / 579);
    for (const line of [first, last]) {
      expect(apart(edge - (line?.right ?? 0), cell)).toBeLessThanOrEqual(1);
    }
    expect(apart((last?.top ?? 0) - (first?.top ?? 0), lineMm)).toBeLessThanOrEqual(0.5);
    expect(apart(last?.left, marginsMm.left + cell)).toBeLessThanOrEqual(0.5);
  });
});

describe.skipIf(lack !== null)('the printed imprint', () => {
  const fills = [1, 17, 18, 19, 20, 21, 22, 23, 43, 44];
  let printed: readonly Printed[] = [];
  beforeAll(async () => {
    const texts = fills.map((count) =>
      Array.from({ length: count }, (_, index) => createLine('text', `第${index + 1}段。`)),
    );
    printed = await print(
      await Promise.all(texts.map((items) => writePage({ items, imprint: imprintLines }))),
    );
  });

  test('ends at the foot of the text block of the last page, however full that is', () => {
    expect(printed).toHaveLength(fills.length);
    for (const { last, pages } of printed) {
      expect(last.rules).toHaveLength(3);
      expect(apart(last.rules.at(-1)?.bottom, foot)).toBeLessThanOrEqual(1);
      const lines = pages
        .at(-1)
        ?.lines.slice(-3)
        .map(({ text }) => text.slice(0, 2));
      expect(lines?.[0]).toBe('抄送');
      expect(pages.at(-1)?.lines.at(-1)?.text).toMatch(/^青石镇党政综合办公室2026年1月16日印发$/u);
    }
  });

  test('goes to the next page only where it has no room, and pushes no line of the text there', () => {
    const pages = printed.map(({ pages: all }) => all.length);
    expect(pages).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
    for (const [index, { pages: all }] of printed.entries()) {
      const text = all.slice(0, -1).map(({ lines }) => lines.length);
      expect(text.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(fills[index] ?? 0);
      for (const count of text.slice(0, -1)) expect(count).toBe(22);
    }
  });

  test('has rules as wide as the text block, the outer ones the stronger', () => {
    const [first, middle, last] = printed[0]?.last.rules ?? [];
    for (const rule of [first, middle, last]) {
      expect(rule?.isRed).toBe(false);
      expect(apart(rule?.left, marginsMm.left)).toBeLessThanOrEqual(0.5);
      expect(apart(rule?.right, edge)).toBeLessThanOrEqual(0.5);
    }
    const width = (rule: typeof first) => (rule?.bottom ?? 0) - (rule?.top ?? 0);
    expect(apart(width(first), 0.35)).toBeLessThanOrEqual(0.1);
    expect(apart(width(last), 0.35)).toBeLessThanOrEqual(0.1);
    expect(apart(width(middle), 0.25)).toBeLessThanOrEqual(0.1);
  });

  test('leaves the page number where it is', () => {
    for (const { pages } of printed) {
      const number = pages.at(-1)?.number;
      const middle = ((number?.top ?? 0) + (number?.bottom ?? 0)) / 2;
      expect(apart(middle, foot + 7)).toBeLessThanOrEqual(1);
    }
  });
});
