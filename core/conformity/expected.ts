import type { ComposedPage, LineKind, OfficialFacts } from '../layout/index.ts';

/** What is known of a file from the report it was written from. */
export interface KnownFacts {
  /** Whether seals will be pressed on the signature. */
  readonly sealed: boolean;
  readonly hasSignature: boolean;
  readonly hasDate: boolean;
  readonly hasImprint: boolean;
}

/** What a composed document says that its file must have. */
export function tellFacts(
  { items, imprint }: ComposedPage,
  { sealed }: Pick<OfficialFacts, 'sealed'>,
): KnownFacts {
  const has = (kind: LineKind) => items.some((item) => item.type === 'line' && item.kind === kind);
  return {
    sealed,
    hasSignature: has('signature'),
    hasDate: has('date'),
    hasImprint: imprint.length > 0,
  };
}

/** The paragraphs that a composed document prints, those of tables too, without blank ones. */
export function listExpected({ items, imprint }: ComposedPage): readonly string[] {
  const texts = [...items, ...imprint].flatMap((item) =>
    item.type === 'line'
      ? [item.runs.map(({ text }) => text).join('')]
      : item.rows.flatMap((row) => row.flatMap((cell) => cell.split('\n'))),
  );
  return texts.filter((text) => text.trim() !== '');
}
