import { type Twip, twip } from '../../../core/layout/index.ts';
import type {
  PrintedBlock,
  PrintedEdges,
  PrintedParagraph,
  PrintedSection,
} from '../../../core/printed/index.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../read/xml.ts';
import { flattenBlocks, readBlocks, readBlocksWithSource } from './blocks.ts';
import { isOn, lengthOf, numberOf } from './lengths.ts';
import type { WordPackage } from './package.ts';
import type { Story } from './story.ts';

type EdgeKind = keyof PrintedEdges;
type Edges = Pick<PrintedSection, 'headers' | 'footers'>;

const noEdges: PrintedEdges = { default: null, even: null, first: null };
const letter = { width: twip(12240), height: twip(15840) } as const;
const INCH = twip(1440);
const HALF_INCH = twip(720);

/** Paragraphs of a head or foot, with those of its tables and text boxes: page numbers hide in them. */
function readEdge(root: XmlElement, story: Story): readonly PrintedParagraph[] {
  const before = story.counts.textBoxes;
  const own = flattenBlocks(readBlocks(root.children, story));
  const boxed = own.flatMap((paragraph) => paragraph.boxed ?? []);
  story.counts.textBoxes = before;
  return boxed.length === 0 ? own : [...own.filter(({ runs }) => runs.length > 0), ...boxed];
}

function readEdges(
  sectPr: XmlElement,
  kind: 'header' | 'footer',
  above: PrintedEdges,
  find: (relationId: string) => readonly PrintedParagraph[] | null,
): PrintedEdges {
  const edges = { ...above };
  for (const reference of childrenOf(sectPr, `w:${kind}Reference`)) {
    const type = attributeOf(reference, 'type') ?? 'default';
    const name: EdgeKind = type === 'even' || type === 'first' ? type : 'default';
    const paragraphs = find(reference.attributes['r:id'] ?? '');
    if (paragraphs) edges[name] = paragraphs;
  }
  return edges;
}

const beginnings: Readonly<Record<string, PrintedSection['begins']>> = {
  continuous: 'continuous',
  evenPage: 'evenPage',
  oddPage: 'oddPage',
};

function readMargins(pgMar: XmlElement | null): PrintedSection['margins'] {
  const side = (name: string, otherwise: Twip) =>
    twip(Math.abs(lengthOf(pgMar, name) ?? otherwise));
  return {
    top: side('top', INCH),
    bottom: side('bottom', INCH),
    left: twip(side('left', INCH) + (lengthOf(pgMar, 'gutter') ?? 0)),
    right: side('right', INCH),
    header: side('header', HALF_INCH),
    footer: side('footer', HALF_INCH),
  };
}

function readGrid(docGrid: XmlElement | null): PrintedSection['grid'] {
  const type = attributeOf(docGrid, 'type');
  return {
    type: type === 'lines' || type === 'linesAndChars' || type === 'snapToChars' ? type : 'none',
    linePitch: lengthOf(docGrid, 'linePitch') ?? twip(0),
    charSpace: numberOf(docGrid, 'charSpace') ?? 0,
  };
}

function readSection(
  sectPr: XmlElement,
  edges: Edges,
  blocks: readonly PrintedBlock[],
): PrintedSection {
  const size = childOf(sectPr, 'w:pgSz');
  const titlePg = childOf(sectPr, 'w:titlePg');
  return {
    begins: beginnings[attributeOf(childOf(sectPr, 'w:type'), 'val') ?? ''] ?? 'nextPage',
    paper: {
      width: lengthOf(size, 'w') ?? letter.width,
      height: lengthOf(size, 'h') ?? letter.height,
    },
    margins: readMargins(childOf(sectPr, 'w:pgMar')),
    grid: readGrid(childOf(sectPr, 'w:docGrid')),
    firstNumber: numberOf(childOf(sectPr, 'w:pgNumType'), 'start'),
    hasFirstPage: titlePg !== null && isOn(titlePg),
    ...edges,
    blocks,
  };
}

/** Distance of two grid lines in the document's last section, for spaces said in lines. */
function findGridPitch(body: XmlElement | null): number {
  const { type, linePitch } = readGrid(childOf(childOf(body, 'w:sectPr'), 'w:docGrid'));
  return type === 'none' || linePitch === 0 ? 240 : linePitch;
}

/** Reads the body as its sections; a section without a head or foot of its own has the one before's. */
export function readSections(opened: WordPackage, story: Story): readonly PrintedSection[] {
  const body = childOf(opened.part(opened.main), 'w:body');
  const relations = new Map(opened.relationsOf(opened.main).map(({ id, target }) => [id, target]));
  const known = new Map<string, readonly PrintedParagraph[] | null>();
  const find = (id: string): readonly PrintedParagraph[] | null => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const target = relations.get(id);
    const root = target ? opened.part(target) : null;
    const edge = root ? readEdge(root, story) : null;
    known.set(id, edge);
    return edge;
  };
  story.gridPitch = findGridPitch(body);
  const sections: PrintedSection[] = [];
  let edges: Edges = { headers: noEdges, footers: noEdges };
  let blocks: PrintedBlock[] = [];
  const close = (sectPr: XmlElement): void => {
    edges = {
      headers: readEdges(sectPr, 'header', edges.headers, find),
      footers: readEdges(sectPr, 'footer', edges.footers, find),
    };
    sections.push(readSection(sectPr, edges, blocks));
    blocks = [];
  };
  for (const { block, element } of readBlocksWithSource(body?.children ?? [], story)) {
    blocks.push(block);
    const sectPr = childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (sectPr) close(sectPr);
  }
  const last = childOf(body, 'w:sectPr');
  if (last) close(last);
  else if (blocks.length > 0) close({ name: 'w:sectPr', attributes: {}, children: [] });
  return sections;
}
