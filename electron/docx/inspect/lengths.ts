import { type Twip, twip } from '../../../core/layout/index.ts';
import { attributeOf, type XmlElement } from '../read/xml.ts';

const twipsOfUnit: Readonly<Record<string, number>> = {
  '': 1,
  pt: 20,
  in: 1440,
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  pc: 240,
  pi: 240,
};

/** A length as WordprocessingML writes it, `630` or `12.5pt`, in twips; null for what is no length. */
export function readLength(value: string | null): Twip | null {
  const match = /^(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|mm|cm|pc|pi)?$/u.exec(value?.trim() ?? '');
  return match ? twip(Number(match[1]) * (twipsOfUnit[match[2] ?? ''] ?? 1)) : null;
}

/** A length from an attribute, in twips; null when it is absent or no length. */
export function lengthOf(element: XmlElement | null, name: string): Twip | null {
  return readLength(attributeOf(element, name));
}

/** A whole number from an attribute; null when it is absent or no number. */
export function numberOf(element: XmlElement | null, name: string): number | null {
  const value = attributeOf(element, name);
  return value !== null && /^-?\d{1,9}$/u.test(value) ? Number(value) : null;
}

/** An on/off element that is there: `<w:b/>`, `<w:b w:val="0"/>`. */
export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off|none)$/u.test(attributeOf(element, 'val') ?? '');
}
