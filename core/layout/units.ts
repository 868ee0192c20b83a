declare const unit: unique symbol;

/** A length in millimetres, as the standard states lengths. */
export type Mm = number & { readonly [unit]: 'mm' };
/** A length in points, 1/72 inch, as type sizes are stated. */
export type Pt = number & { readonly [unit]: 'pt' };
/** A length in twentieths of a point, as WordprocessingML states lengths. Whole numbers. */
export type Twip = number & { readonly [unit]: 'twip' };

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;
const TWIPS_PER_POINT = 20;

/** A length in millimetres. */
export function mm(value: number): Mm {
  return value as Mm;
}

/** A length in points. */
export function pt(value: number): Pt {
  return value as Pt;
}

/** A length in twips, rounded to a whole number. */
export function twip(value: number): Twip {
  return Math.round(value) as Twip;
}

/** Millimetres as the nearest whole twip: 37 mm → 2098. */
export function mmToTwip(length: Mm): Twip {
  return twip((length / MM_PER_INCH) * POINTS_PER_INCH * TWIPS_PER_POINT);
}

/** Points as the nearest whole twip: 16 pt → 320. */
export function ptToTwip(length: Pt): Twip {
  return twip(length * TWIPS_PER_POINT);
}

/** Twips as points. */
export function twipToPt(length: Twip): Pt {
  return pt(length / TWIPS_PER_POINT);
}

/** Twips as millimetres. */
export function twipToMm(length: Twip): Mm {
  return ptToMm(twipToPt(length));
}

/** Points as millimetres. */
export function ptToMm(length: Pt): Mm {
  return mm((length / POINTS_PER_INCH) * MM_PER_INCH);
}

/** Points as half points, the unit of a type size in WordprocessingML: 16 pt → 32. */
export function ptToHalfPoint(length: Pt): number {
  return Math.round(length * 2);
}
