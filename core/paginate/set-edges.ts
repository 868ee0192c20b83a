import type { PrintedParagraph, PrintedSection } from '../printed/index.ts';
import { flowSection } from './flow-section.ts';
import type { PageLine, PageRule } from './page.ts';
import type { Setting } from './set-paragraph.ts';
import { moveLines, moveRules, type Unit } from './unit.ts';

/** Which of a section's heads and feet a page has. */
export type EdgeKind = 'default' | 'even' | 'first';

/** What is drawn above and below the text of a page. */
export interface DrawnEdges {
  readonly lines: readonly PageLine[];
  readonly rules: readonly PageRule[];
}

/** No paper has room for more paragraphs above or below its text; each page sets them anew. */
const mostParagraphs = 200;

function flowEdge(
  section: PrintedSection,
  paragraphs: readonly PrintedParagraph[],
  setting: Setting,
): readonly Unit[] {
  // heads and feet know no grid
  const free: PrintedSection = {
    ...section,
    grid: { ...section.grid, type: 'none' },
    blocks: paragraphs.slice(0, mostParagraphs),
  };
  return flowSection(free, 0, { ...setting, grid: free.grid });
}

function heightOf(units: readonly Unit[]): number {
  return units.reduce((sum, { before, height }) => sum + before + height, 0);
}

function drawUnits(units: readonly Unit[], from: number): DrawnEdges {
  let y = from;
  const drawn = units.map(({ before, height, lines, rules, floats }) => {
    const top = y + before;
    y = top + height;
    const framed = floats.map((float) => ({
      float,
      top: float.top.from === 'unit' ? top + float.top.offset : float.top.offset,
    }));
    return {
      lines: [
        ...moveLines(lines, top),
        ...framed.flatMap(({ float, top: down }) => moveLines(float.lines, down)),
      ],
      rules: [
        ...moveRules(rules, top),
        ...framed.flatMap(({ float, top: down }) => moveRules(float.rules, down)),
      ],
    };
  });
  return {
    // a head or foot is nobody's block
    lines: drawn.flatMap(({ lines }) => lines).map((line) => ({ ...line, source: null })),
    rules: drawn.flatMap(({ rules }) => rules),
  };
}

/** Heights of a section's head and foot on a kind of page, in twips; 0 where it has none. */
export function measureEdges(
  section: PrintedSection,
  kind: EdgeKind,
  setting: Setting,
): { readonly head: number; readonly foot: number } {
  return {
    head: heightOf(flowEdge(section, section.headers[kind] ?? [], setting)),
    foot: heightOf(flowEdge(section, section.footers[kind] ?? [], setting)),
  };
}

/** Draws the head and foot of a page; `setting` knows its number. */
export function drawEdges(section: PrintedSection, kind: EdgeKind, setting: Setting): DrawnEdges {
  const { margins, paper } = section;
  const head = drawUnits(flowEdge(section, section.headers[kind] ?? [], setting), margins.header);
  const foot = flowEdge(section, section.footers[kind] ?? [], setting);
  const drawn = drawUnits(foot, paper.height - margins.footer - heightOf(foot));
  // what does not stand on the paper is not printed; a head of hundreds of lines would be kept for each page
  const isPrinted = ({ top, height, spans }: PageLine) =>
    spans.length > 0 && top < paper.height && top + height > 0;
  return {
    lines: [...head.lines, ...drawn.lines].filter(isPrinted),
    rules: [...head.rules, ...drawn.rules],
  };
}
