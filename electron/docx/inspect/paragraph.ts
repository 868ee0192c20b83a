import { type Twip, twip } from '../../../core/layout/index.ts';
import type {
  PrintedFrame,
  PrintedParagraph,
  PrintedRun,
  PrintedTab,
} from '../../../core/printed/index.ts';
import { attributeOf, childOf, childValue, type XmlElement } from '../read/xml.ts';
import {
  overParagraph,
  type ParagraphLook,
  plainParagraph,
  readParagraphLook,
} from './paragraph-look.ts';
import { lookOfRun } from './run.ts';
import type { RunLook } from './run-look.ts';
import { readRuns } from './runs.ts';
import type { Story } from './story.ts';
import type { ResolvedStyle } from './styles.ts';

/** What surrounds a paragraph: a revision, a floating table, the look of its table. */
export interface Around {
  readonly revision: PrintedRun['revision'];
  readonly frame: PrintedFrame | null;
  readonly look: RunLook;
}

const automaticLine = { rule: 'auto', value: 240 } as const;
const noIndent = { left: twip(0), right: twip(0), first: twip(0) } as const;

/** A character as indents count it: the first letters' size with what is added to each. */
function cellOf(runs: readonly PrintedRun[], mark: RunLook): number {
  const first = runs.find((run) => run.text.trim() !== '');
  const size = first?.size ?? mark.size ?? 10;
  return size * 20 + (first?.spacing ?? mark.spacing ?? 0);
}

function readIndent({ indent }: ParagraphLook, cell: number): PrintedParagraph['indent'] {
  if (!indent) return noIndent;
  const side = (chars: number | undefined, length: Twip | undefined): Twip =>
    chars ? twip((chars / 100) * cell) : (length ?? twip(0));
  const first = side(indent.firstChars, indent.first);
  const left = side(indent.leftChars, indent.left);
  // a hanging indent in characters also moves the lines after the first
  const hung = indent.firstChars && indent.firstChars < 0 && !indent.leftChars && !indent.left;
  return {
    left: hung ? twip(0 - first) : left,
    right: side(indent.rightChars, indent.right),
    first,
  };
}

function readSpaces({ space }: ParagraphLook, gridPitch: number): readonly [Twip, Twip] {
  const lines = (count: number | undefined, length: Twip | undefined): Twip =>
    count ? twip((count / 100) * gridPitch) : (length ?? twip(0));
  return [lines(space?.beforeLines, space?.before), lines(space?.afterLines, space?.after)];
}

/** Number and place of a paragraph. Asking for the number counts it, so it is asked once. */
function readNumber(
  own: ParagraphLook,
  style: ResolvedStyle,
  story: Story,
): {
  readonly label: string;
  readonly listed: ParagraphLook;
  readonly labelEnd?: PrintedParagraph['labelEnd'];
} {
  const id = own.numberId ?? style.paragraph.numberId;
  if (id === undefined || id === '0') return { label: '', listed: plainParagraph };
  const level = own.numberLevel ?? style.paragraph.numberLevel ?? null;
  const owner = own.numberId === undefined ? style.id : null;
  const label = story.numbers.next(id, level, owner);
  const listed = own.numberId === undefined ? plainParagraph : story.placeOf(id, level, style.id);
  const labelEnd = story.suffixOf(id, level, style.id);
  return { label, listed, ...(label === '' ? {} : { labelEnd }) };
}

function listTabs(tabs: ReadonlyMap<number, PrintedTab | null>): readonly PrintedTab[] {
  return [...tabs.values()].filter((tab) => tab !== null).sort((a, b) => a.at - b.at);
}

function countMarks(pPr: XmlElement | null, { counts }: Story): void {
  if (!pPr) return;
  const mark = childOf(pPr, 'w:rPr');
  for (const name of ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']) {
    if (childOf(mark, name)) counts.revisions += 1;
  }
  if (childOf(pPr, 'w:pPrChange')) counts.revisions += 1;
  if (childOf(childOf(pPr, 'w:sectPr'), 'w:sectPrChange')) counts.revisions += 1;
}

/** Reads `w:p`; its text boxes are left in the story. */
export function readParagraph(element: XmlElement, story: Story, around: Around): PrintedParagraph {
  const pPr = childOf(element, 'w:pPr');
  const style = story.styles.paragraph(childValue(pPr, 'w:pStyle'));
  const own = readParagraphLook(pPr);
  const { label, listed, labelEnd } = readNumber(own, style, story);
  const look = overParagraph(overParagraph(style.paragraph, listed), own);
  countMarks(pPr, story);
  const base = { ...around.look, ...style.run };
  const runs = readRuns(element, base, story, around.revision);
  const mark = lookOfRun(childOf(pPr, 'w:rPr'), base, story);
  const [spaceBefore, spaceAfter] = readSpaces(look, story.gridPitch);
  return {
    type: 'paragraph',
    styleId: style.id,
    styleName: style.name,
    outlineLevel: look.outlineLevel || null,
    label,
    runs,
    align: look.align ?? 'left',
    indent: readIndent(look, cellOf(runs, mark)),
    pitch: look.pitch ?? automaticLine,
    spaceBefore,
    spaceAfter,
    snapsToGrid: look.snapsToGrid ?? true,
    keepNext: look.keepNext ?? false,
    keepLines: look.keepLines ?? false,
    widowControl: look.widowControl ?? true,
    pageBreakBefore: look.pageBreakBefore ?? false,
    kinsoku: look.kinsoku ?? true,
    hangsMarks: look.hangsMarks ?? true,
    autoSpace: { letters: look.spacesLetters ?? true, digits: look.spacesDigits ?? true },
    ...(look.tabs ? { tabs: listTabs(look.tabs) } : {}),
    ...(labelEnd ? { labelEnd } : {}),
    borders: {
      top: look.borders?.top ?? null,
      bottom: look.borders?.bottom ?? null,
      between: look.borders?.between ?? null,
    },
    frame: look.frame ?? around.frame,
    ...(mark.size === undefined ? {} : { markSize: mark.size }),
  };
}

/** Whether its space to a neighbour of the same style is not printed. */
export function isContextual(element: XmlElement, story: Story): boolean {
  const pPr = childOf(element, 'w:pPr');
  const style = story.styles.paragraph(attributeOf(childOf(pPr, 'w:pStyle'), 'val'));
  return readParagraphLook(pPr).contextual ?? style.paragraph.contextual ?? false;
}
