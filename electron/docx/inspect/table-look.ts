import { twip } from '../../../core/layout/index.ts';
import type { PrintedCell, PrintedFrame, PrintedTable } from '../../../core/printed/index.ts';
import { attributeOf, childOf, type XmlElement } from '../read/xml.ts';
import { readBorder } from './borders.ts';
import { lengthOf } from './lengths.ts';

/** Where a floating table stands; null for one in the flow. */
export function readFloat(tblPr: XmlElement | null): PrintedFrame | null {
  const place = childOf(tblPr, 'w:tblpPr');
  if (!place) return null;
  return {
    vertical: {
      anchor: attributeOf(place, 'vertAnchor') ?? 'margin',
      align: attributeOf(place, 'tblpYSpec') ?? '',
      offset: lengthOf(place, 'tblpY') ?? twip(0),
    },
    horizontal: {
      anchor: attributeOf(place, 'horzAnchor') ?? 'margin',
      align: attributeOf(place, 'tblpXSpec') ?? '',
      offset: lengthOf(place, 'tblpX') ?? twip(0),
    },
    width: lengthOf(childOf(tblPr, 'w:tblW'), 'w') ?? twip(0),
  };
}

/** The nearest word of a table or its style about a child of `w:tblPr`. */
export function findProperty(
  sources: readonly (XmlElement | null)[],
  name: string,
): XmlElement | null {
  return sources.reduceRight<XmlElement | null>(
    (found, tblPr) => found ?? childOf(tblPr, name),
    null,
  );
}

/** Rules around and between cells, the nearest word first. */
export function readBorders(sources: readonly (XmlElement | null)[]): PrintedTable['borders'] {
  const borders = findProperty(sources, 'w:tblBorders');
  const first = (...names: readonly string[]) =>
    names.reduce<PrintedTable['borders']['outer']>(
      (found, name) => found ?? readBorder(childOf(borders, name)),
      null,
    );
  return {
    outer: first('w:top', 'w:bottom', 'w:left'),
    inner: first('w:insideH', 'w:insideV'),
    ends: { top: first('w:top'), bottom: first('w:bottom') },
    upright: {
      outer: first('w:left', 'w:start', 'w:right', 'w:end'),
      inner: first('w:insideV'),
    },
  };
}

/** Rules of a cell's own. */
export function readCellRules(tcPr: XmlElement | null): Pick<PrintedCell, 'rules'> {
  const borders = childOf(tcPr, 'w:tcBorders');
  const [top, bottom] = [childOf(borders, 'w:top'), childOf(borders, 'w:bottom')];
  if (!top && !bottom) return {};
  return {
    rules: {
      ...(top ? { top: readBorder(top) } : {}),
      ...(bottom ? { bottom: readBorder(bottom) } : {}),
    },
  };
}

/** Where a table stands across the text block. */
export function readTableAlign(sources: readonly (XmlElement | null)[]): PrintedTable['align'] {
  const jc = attributeOf(findProperty(sources, 'w:jc'), 'val');
  if (jc === 'center') return 'center';
  return jc === 'right' || jc === 'end' ? 'right' : 'left';
}

const usualMargins = { top: twip(0), bottom: twip(0), left: twip(108), right: twip(108) } as const;

/** A table's own word on a side wins over its style's. */
export function readMargins(
  sources: readonly (XmlElement | null)[],
): NonNullable<PrintedTable['cellMargins']> {
  const margins = { ...usualMargins };
  for (const tblPr of sources) {
    const own = childOf(tblPr, 'w:tblCellMar');
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const element = childOf(own, `w:${side}`);
      const length = lengthOf(element, 'w');
      if (length !== null) Object.assign(margins, { [side]: length });
    }
  }
  return margins;
}
