import { describe, expect, test } from 'vitest';
import { paginate } from '../../../core/paginate/index.ts';
import { linesOf, paragraph, printed, row, section, table } from './build.ts';

const bound = { timeout: 20_000 };
/** Each of these took minutes where work grew with the square of the length. */
const limitMs = 8000;

function timed(work: () => ReturnType<typeof paginate>) {
  const start = performance.now();
  const pages = work();
  return { pages, ms: performance.now() - start };
}

describe('a document of absurd length ends in bounded time', () => {
  test('one paragraph as long as a book', bound, () => {
    const text = '扎实推进法治政府建设工作'.repeat(100_000);
    const { pages, ms } = timed(() => paginate(printed([section([paragraph(text)])])));
    expect(pages.length).toBeGreaterThan(1000);
    expect(ms).toBeLessThan(limitMs);
  });

  test('a cell of forty thousand lines', bound, () => {
    const long = row(['']);
    const cells = long.cells.map((cell) => ({
      ...cell,
      paragraphs: Array.from({ length: 40_000 }, () => paragraph('段')),
    }));
    const { pages, ms } = timed(() =>
      paginate(printed([section([table([{ ...long, cantSplit: false, cells }], [8844])])])),
    );
    expect(pages.length).toBeGreaterThan(1000);
    expect(ms).toBeLessThan(limitMs);
  });

  test('a head of thousands of lines on hundreds of pages', bound, () => {
    const blocks = Array.from({ length: 500 }, () => ({
      ...paragraph('段'),
      pageBreakBefore: true,
    }));
    const head = Array.from({ length: 5000 }, () => linesOf(1));
    const headers = { default: head, even: null, first: null };
    const { pages, ms } = timed(() => paginate(printed([section(blocks, { headers })])));
    const { height = 0, edges = [] } = pages[0] ?? {};
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.every(({ top }) => top < height)).toBe(true);
    expect(ms).toBeLessThan(limitMs);
  });
});

test('a heading of a table that fills a page is not repeated, so that the text goes on', () => {
  const heads = Array.from({ length: 100 }, () => ({ ...row(['栏']), isHeader: true }));
  const rows = Array.from({ length: 100 }, (_, at) => row([`行${at}`]));
  const pages = paginate(printed([section([table([...heads, ...rows], [8844])])]));
  const words = pages.flatMap(({ lines }) =>
    lines.map(({ spans }) => spans.map(({ text }) => text).join('')),
  );
  expect(words.filter((word) => word === '栏')).toHaveLength(100);
  expect(words.filter((word) => word.startsWith('行'))).toHaveLength(100);
});
