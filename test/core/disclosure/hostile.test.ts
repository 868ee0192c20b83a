import { expect, test } from 'vitest';
import { findDisclosures } from '../../../core/disclosure/index.ts';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'disclosure');
const reportOf = (text: string) =>
  buildReport(2025, { preamble: [buildParagraph(createCountingIds(), text)] });

test.each([
  ['clauses of one sentence', '社区矫正对象12名，'],
  ['lines', '社区矫正对象12名\n'],
  ['digits', '1'],
])('a paragraph of 20 000 letters, all %s, is looked through in bounded time', (_, piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length));
  const start = performance.now();
  findDisclosures(reportOf(text), [], packs);
  expect(performance.now() - start).toBeLessThan(3000);
});
