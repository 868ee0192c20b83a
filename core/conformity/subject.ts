import { type LayoutProfile, measureLayout, type PageMetrics } from '../layout/index.ts';
import type { Page } from '../paginate/index.ts';
import type { PrintedDocument, PrintedRun, PrintedSection } from '../printed/index.ts';
import type { KnownFacts } from './expected.ts';
import { largest } from './largest.ts';
import { type Piece, type Role, type Stretch, stretchesOf } from './piece.ts';
import { tellRoles } from './roles.ts';

/** What is certified, with everything that several checks ask for. */
export interface Subject {
  readonly document: PrintedDocument;
  readonly pages: readonly Page[];
  readonly libreOfficePages: readonly Page[];
  readonly layout: LayoutProfile;
  readonly metrics: PageMetrics;
  readonly expected: readonly string[] | null;
  readonly mayHoldMore: boolean;
  /** Null where nothing is known of the file: anybody's. */
  readonly facts: KnownFacts | null;
  readonly pieces: readonly Piece[];
  /** The section that holds most of the text; null in an empty document. */
  readonly main: PrintedSection | null;
  /** Stretches of every piece, with the piece. */
  readonly stretches: readonly (Stretch & { readonly piece: Piece })[];
}

/** Roles of the running text: what stands line by line on the page's grid. */
export const textRoles: ReadonlySet<Role> = new Set<Role>([
  'addressee',
  'preambleHeading',
  'part',
  'section',
  'level3',
  'level4',
  'text',
  'attachment',
  'signature',
  'date',
  'note',
]);

const headRoles: ReadonlySet<Role> = new Set<Role>([
  'mark',
  'number',
  'signers',
  'copyNumber',
  'secrecy',
  'urgency',
  'copies',
  'printed',
]);

/** Whether a layout says how a role looks: red head and imprint around a plain one are the office's own. */
export function isLaidOut(role: Role, { form }: LayoutProfile): boolean {
  return form === 'official' || !headRoles.has(role);
}

function findMain(document: PrintedDocument, pieces: readonly Piece[]): PrintedSection | null {
  const counts = document.sections.map(() => 0);
  for (const { section, text } of pieces)
    counts[section] = (counts[section] ?? 0) + text.length + 1;
  return document.sections[counts.indexOf(largest(counts))] ?? null;
}

/** Tells roles and prepares what the checks share. */
export function createSubject({
  document,
  pages,
  libreOfficePages = pages,
  layout,
  expected = null,
  mayHoldMore = false,
  facts = null,
}: Pick<Subject, 'document' | 'pages' | 'layout'> & {
  readonly libreOfficePages?: readonly Page[] | undefined;
  readonly expected?: readonly string[] | null | undefined;
  readonly mayHoldMore?: boolean;
  readonly facts?: KnownFacts | null | undefined;
}): Subject {
  const pieces = tellRoles(document, pages);
  return {
    document,
    pages,
    libreOfficePages,
    layout,
    metrics: measureLayout(layout),
    expected,
    mayHoldMore,
    facts,
    pieces,
    main: findMain(document, pieces),
    stretches: pieces.flatMap((piece) =>
      stretchesOf(piece).map((stretch) => ({ ...stretch, piece })),
    ),
  };
}

/** What each character of a run takes up on a line of that section, in twips. */
export function cellOf(run: PrintedRun, section: PrintedSection | undefined): number {
  const grid = section?.grid;
  const added = grid?.type === 'linesAndChars' ? (grid.charSpace / 4096) * 20 : 0;
  return run.size * 20 + run.spacing + added;
}

/** The value with the greatest weight; null for none. */
export function dominant<T>(values: Iterable<readonly [value: T, weight: number]>): T | null {
  const weights = new Map<T, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: readonly [T | null, number] = [null, 0];
  for (const [value, weight] of weights) if (weight > best[1]) best = [value, weight];
  return best[0];
}
