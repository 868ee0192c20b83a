import type { ComposedPage } from '../layout/index.ts';

/** The paragraphs that a composed document prints, those of tables too, without blank ones. */
export function listExpected({ items, imprint }: ComposedPage): readonly string[] {
  const texts = [...items, ...imprint].flatMap((item) =>
    item.type === 'line'
      ? [item.runs.map(({ text }) => text).join('')]
      : item.rows.flatMap((row) => row.flatMap((cell) => cell.split('\n'))),
  );
  return texts.filter((text) => text.trim() !== '');
}
