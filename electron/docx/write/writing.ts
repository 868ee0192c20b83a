import {
  type LayoutProfile,
  type LineKind,
  measureLayout,
  type PageMetrics,
} from '../../../core/layout/index.ts';

/** What the paragraphs of a document are written by. */
export interface Writing {
  readonly layout: LayoutProfile;
  readonly metrics: PageMetrics;
}

/** A layout with its lengths. */
export function createWriting(layout: LayoutProfile): Writing {
  return { layout, metrics: measureLayout(layout) };
}

type FaceName = Exclude<keyof LayoutProfile['faces'], 'digits'>;

/** Which face a kind of line is set in. Every other kind is set in that of the text. */
const faceNames: Readonly<Partial<Record<LineKind, FaceName>>> = {
  secrecy: 'part',
  urgency: 'part',
  mark: 'mark',
  title: 'title',
  preambleHeading: 'part',
  part: 'part',
  section: 'section',
  annexLabel: 'part',
  annexTitle: 'title',
};

/** Kinds whose digits stay in the face of the line: they are display type, not text. */
const displayKinds: ReadonlySet<LineKind> = new Set(['mark', 'title', 'annexTitle']);

/** The Chinese face of a line, and the face of its digits; null for the same. */
export function facesOfLine(
  kind: LineKind,
  { faces }: LayoutProfile,
): { readonly face: string; readonly digits: string | null } {
  return {
    face: faces[faceNames[kind] ?? 'text'],
    digits: displayKinds.has(kind) ? null : faces.digits,
  };
}
