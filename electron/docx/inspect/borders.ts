import { pt } from '../../../core/layout/index.ts';
import type { PrintedBorder } from '../../../core/printed/index.ts';
import { attributeOf, type XmlElement } from '../read/xml.ts';
import { numberOf } from './lengths.ts';

/** Reads a border, whose width is in eighths of a point; null for one that says it is none. */
export function readBorder(element: XmlElement | null): PrintedBorder | null {
  const style = attributeOf(element, 'val') ?? 'none';
  if (!element || style === 'none' || style === 'nil') return null;
  return {
    style,
    width: pt((numberOf(element, 'sz') ?? 4) / 8),
    color: (attributeOf(element, 'color') ?? 'auto').replace(/^[\da-f]{6}$/iu, (hex) =>
      hex.toUpperCase(),
    ),
    space: pt(numberOf(element, 'space') ?? 0),
  };
}
