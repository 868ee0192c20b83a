/** Signs a name of a place ends with. */
export const placeSuffix = '街道|自治[区州县旗]|[省市区县州盟旗镇乡]|苏木';
const ending = new RegExp(`(?:${placeSuffix})$`, 'u');

/** A name without its level: 书院镇 → 书院; the name itself where nothing of two signs would be left. */
export function stemOf(name: string): string {
  const stem = name.replace(ending, '');
  return stem.length >= 2 ? stem : name;
}

/** Kinds of places, the widest first. */
export type PlaceLevel = 'province' | 'city' | 'county' | 'town';

/** The level a name speaks of by its last sign; 区 and 县 are counties, 市 may be either and counts as a city. */
export function levelOfName(name: string): PlaceLevel {
  if (/(?:镇|乡|街道|苏木)$/u.test(name)) return 'town';
  if (/[区县旗]$/u.test(name) && !name.endsWith('自治区')) return 'county';
  return /[市州盟]$/u.test(name) ? 'city' : 'province';
}
