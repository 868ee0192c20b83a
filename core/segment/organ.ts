/** What the name of a unit that reports ends with, longer endings first. */
const unitEnd =
  '(?:人民政府|办事处|管理委员会|管委会|委员会|开发区|园区|新区|示范区|度假区|管理区|农场|林场|牧场|渔场|苏木|街道|镇|乡)';
const organEnd = `(?:${unitEnd}|党工委|党委|[镇乡]委|街道工委|司法所|司法局|政府|领导小组|办公室|管理处|管理局)`;
const place = '[\\p{Script=Han}（）()·]';
const wholeOrgan = new RegExp(`^(?:中共|中国共产党)?${place}{1,40}?${organEnd}$`, 'u');
const township =
  /(?<=^|[^\p{Script=Han}]|[市县区州省])([\p{Script=Han}]{1,7}?(?:街道办事处|街道|镇|乡))/gu;
/** Words in front of 镇 and 乡 that make no name. */
const commonWords =
  /(?:全|本|我|各|该|每|城|乡|村|集|市|建|下|为|和|在|对|由|与|到)(?:镇|乡|街道)$/u;

const twoNames = /^([^（()）]{2,30})[（(]([^（()）]{3,30})[)）]$/u;

/** True when `text` is the name of an issuing organ and nothing else. */
export function isOrganName(text: string): boolean {
  const tight = text.replace(/\s+/gu, '');
  if (text.length > 60) return false;
  // 龙口林场（龙口镇人民政府）: one house with two names
  const [, outer = '', inner = ''] = twoNames.exec(tight) ?? [];
  return wholeOrgan.test(tight) || (wholeOrgan.test(outer) && wholeOrgan.test(inner));
}

/** What tells the name of an organ. */
export type IsOrgan = (text: string) => boolean;

/** Letters in front of such an ending that make it a name: 本中心 is none. */
const shortestPlace = 2;

/**
 * Tells organs that issue, and others whose names end with one of `endings`: 主席团, 派出所. Such a name
 * is one run of hanzi, blanks apart.
 */
export function createIsOrgan(endings: readonly string[]): IsOrgan {
  return (text) => {
    if (isOrganName(text)) return true;
    const tight = text.replace(/\s+/gu, '');
    if (text.length > 60 || !/^[\p{Script=Han}（）()·]+$/u.test(tight)) return false;
    return endings.some((end) => tight.endsWith(end) && tight.length >= end.length + shortestPlace);
  };
}

const jointName =
  /^(中共[^、]{1,30}?(?:委员会|[镇乡]委(?!员)))([^、]{2,30}?(?:人民政府|办事处|管理委员会|管委会))$/u;

/** The organs named on one line: joint issuers stand apart by blanks or 、, or 中共…委员会 comes first. */
export function splitOrgans(text: string, isOrgan: IsOrgan = isOrganName): readonly string[] {
  const tight = /^(?:\S\s+)+\S$/u.test(text) ? text.replace(/\s+/gu, '') : text;
  const names = tight.split(/[\s、]+/u).filter(Boolean);
  if (names.length > 1 && names.every(isOrgan)) return names;
  const whole = text.replace(/\s+/gu, '');
  const [, party, government] = jointName.exec(whole) ?? [];
  return party && government ? [party, government] : [whole];
}

const wholeUnit = new RegExp(`^.{1,40}${unitEnd}$`, 'u');
const leadingUnit = new RegExp(`^.{2,40}?${unitEnd}`, 'u');

/** What the name of a department of a county or above ends with. */
const departmentEnd = '(?:局|厅|署|委|委员会|办|办公室|中心|支队|大队|总队|管理处|管理站)';
const county = '(?:县|市|区|旗|州|盟|省|新区|管委会)';
/** 云岭县司法局, 中共云岭县委政法委: behind its county a department has a name of two letters or more. */
const wholeDepartment = new RegExp(
  `^(?:中共)?(?![全本我各该])[\\p{Script=Han}（）]{1,20}?${county}(?!长|民|里|上|下|域|级)[\\p{Script=Han}（）、]{1,24}?${departmentEnd}$`,
  'u',
);

/** What stands before 关于, the year or 法治. */
function headOf(title: string): string {
  return title.replace(/(?:关于|(?:19|20)\d{2}|二[〇○零]|法治|依法|上半年|下半年).*$/su, '').trim();
}

/**
 * The unit named in a title: 2020年度书院镇法治… → 书院镇, 云岭县司法局2025年… → 云岭县司法局; null when
 * none is. It is all that stands before 关于, the year or 法治, or else the title's beginning up to the
 * first ending of a unit.
 */
export function findUnitInTitle(title: string): string | null {
  const bare = title
    .replace(/^.*[—－-]{2,}/su, '')
    .replace(/^\s*(?:(?:19|20)\d{2}|[二一][〇○零一二三四五六七八九]{3})\s*年(?:度)?/u, '')
    .trim();
  const head = headOf(bare);
  if (wholeUnit.test(head)) return head;
  const department = head === '' ? headOf(bare.replace(/^关于/u, '')) : head;
  if (wholeDepartment.test(department)) return department;
  return leadingUnit.exec(bare.replace(/关于.*/su, ''))?.[0].trim() ?? null;
}

/** The township or subdistrict a text speaks of most often; null when it names none. */
export function findUnitInText(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(township)) {
    const name = match[1] ?? '';
    if (name.length < 3 || commonWords.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return best?.[0] ?? null;
}
