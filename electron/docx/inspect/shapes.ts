import { pt, twip } from '../../../core/layout/index.ts';
import type { PrintedLine } from '../../../core/printed/index.ts';
import { chosen } from '../read/docx/inline.ts';
import { childOf, type XmlElement } from '../read/xml.ts';
import { readLength } from './lengths.ts';
import type { Story } from './story.ts';

const EMU_PER_POINT = 12_700;
const colorNames: Readonly<Record<string, string>> = { red: 'FF0000', black: '000000' };

function readColor(value: string | undefined): string {
  const word = (value ?? '').replace(/\s.*$/u, '').replace(/^#/u, '').toLowerCase();
  if (/^[\da-f]{3}$/u.test(word))
    return Array.from(word, (sign) => sign + sign)
      .join('')
      .toUpperCase();
  return colorNames[word] ?? (/^[\da-f]{6}$/u.test(word) ? word.toUpperCase() : 'auto');
}

/** How far a line of the old kind reaches, from `0,4pt` to `442pt,4pt`. */
function readReach({
  attributes: { from = '', to = '' },
}: XmlElement): Pick<PrintedLine, 'length'> {
  const [begin, end] = [from, to].map((point) => readLength(point.split(',')[0]?.trim() ?? ''));
  if (begin === null || begin === undefined || end === null || end === undefined) return {};
  return { length: twip(Math.abs(end - begin)) };
}

function noteVectorLine(line: XmlElement, { counts }: Story): void {
  const weight = readLength(line.attributes['strokeweight'] ?? '0.75pt') ?? 15;
  counts.drawnLines.push({
    color: readColor(line.attributes['strokecolor']),
    width: pt(weight / 20),
    ...readReach(line),
  });
}

/** A shape of Word 2010 that is a line: its colour and width stand in `a:ln`. */
function noteShapeLine(properties: XmlElement, { counts }: Story): void {
  const kind = childOf(properties, 'a:prstGeom')?.attributes['prst'] ?? '';
  if (!/^(?:line|straightConnector1)$/u.test(kind)) return;
  const stroke = childOf(properties, 'a:ln');
  const color = childOf(childOf(stroke, 'a:solidFill'), 'a:srgbClr')?.attributes['val'];
  const width = Number(stroke?.attributes['w'] ?? 9525);
  const across = Number(childOf(childOf(properties, 'a:xfrm'), 'a:ext')?.attributes['cx']);
  counts.drawnLines.push({
    color: readColor(color),
    width: pt(Number.isFinite(width) ? width / EMU_PER_POINT : 0.75),
    ...(Number.isFinite(across) ? { length: twip((across / EMU_PER_POINT) * 20) } : {}),
  });
}

/** Takes text boxes and lines out of a drawing. */
export function readShapes(graphic: XmlElement, story: Story): void {
  const walk = (element: XmlElement): void => {
    if (element.name === 'w:txbxContent') {
      story.counts.textBoxes += 1;
      story.boxes.push(element);
      return;
    }
    if (element.name === 'v:line') noteVectorLine(element, story);
    if (element.name === 'wps:spPr') noteShapeLine(element, story);
    const inner = element.name === 'mc:AlternateContent' ? chosen(element) : element;
    for (const child of inner.children) if (typeof child !== 'string') walk(child);
  };
  walk(graphic);
}
