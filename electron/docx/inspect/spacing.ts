import { type Twip, twip } from '../../../core/layout/index.ts';
import type { PrintedParagraph } from '../../../core/printed/index.ts';
import { attributeOf, type XmlElement } from '../read/xml.ts';
import { lengthOf, numberOf } from './lengths.ts';

/** An indent: characters (hundredths) win over twips where they are not 0. */
export interface Indent {
  readonly left?: Twip;
  readonly right?: Twip;
  readonly first?: Twip;
  readonly leftChars?: number;
  readonly rightChars?: number;
  readonly firstChars?: number;
}

/** Space before and after: `auto` is the web's 14 pt, lines are hundredths. */
export interface Space {
  readonly before?: Twip;
  readonly after?: Twip;
  readonly beforeLines?: number;
  readonly afterLines?: number;
}

const AUTO_SPACE = twip(280);

/** The pairs of `entries` that say something. */
function said<T extends object>(
  entries: T,
): {
  readonly [key in keyof T]?: Exclude<T[key], null>;
} {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)) as {
    readonly [key in keyof T]?: Exclude<T[key], null>;
  };
}

/** A hanging indent wins where both are said. @source ISO 29500-1 17.3.1.12 */
export function readIndent(ind: XmlElement): Indent {
  const hanging = lengthOf(ind, 'hanging');
  const hangingChars = numberOf(ind, 'hangingChars');
  return said({
    left: lengthOf(ind, 'left') ?? lengthOf(ind, 'start'),
    right: lengthOf(ind, 'right') ?? lengthOf(ind, 'end'),
    first: hanging ? twip(0 - hanging) : (lengthOf(ind, 'firstLine') ?? hanging),
    leftChars: numberOf(ind, 'leftChars') ?? numberOf(ind, 'startChars'),
    rightChars: numberOf(ind, 'rightChars') ?? numberOf(ind, 'endChars'),
    firstChars: hangingChars ? -hangingChars : (numberOf(ind, 'firstLineChars') ?? hangingChars),
  });
}

function isAuto(spacing: XmlElement, name: string): boolean {
  return /^(?:1|true|on)$/u.test(attributeOf(spacing, name) ?? '');
}

/** Space before and after, as `w:spacing` says. */
export function readSpace(spacing: XmlElement): Space {
  return said({
    before: isAuto(spacing, 'beforeAutospacing') ? AUTO_SPACE : lengthOf(spacing, 'before'),
    after: isAuto(spacing, 'afterAutospacing') ? AUTO_SPACE : lengthOf(spacing, 'after'),
    beforeLines: numberOf(spacing, 'beforeLines'),
    afterLines: numberOf(spacing, 'afterLines'),
  });
}

/** Distance of lines, as `w:spacing` says. */
export function readPitch(spacing: XmlElement): PrintedParagraph['pitch'] | undefined {
  const value = lengthOf(spacing, 'line');
  if (value === null) return undefined;
  const rule = attributeOf(spacing, 'lineRule');
  return { rule: rule === 'exact' || rule === 'atLeast' ? rule : 'auto', value };
}
