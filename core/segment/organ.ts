const organEnd =
  '(?:人民政府|委员会|办事处|党工委|党委|管理委员会|管委会|司法所|司法局|政府|镇|乡|街道)';
const place = '[\\p{Script=Han}（）()·]';
const wholeOrgan = new RegExp(`^(?:中共|中国共产党)?${place}{1,40}?${organEnd}$`, 'u');
const township =
  /(?<=^|[^\p{Script=Han}]|[市县区州省])([\p{Script=Han}]{1,7}?(?:街道办事处|街道|镇|乡))/gu;
/** Words in front of 镇 and 乡 that make no name. */
const commonWords =
  /(?:全|本|我|各|该|每|城|乡|村|集|市|建|下|为|和|在|对|由|与|到)(?:镇|乡|街道)$/u;

/** True when `text` is the name of an issuing organ and nothing else. */
export function isOrganName(text: string): boolean {
  return text.length <= 40 && wholeOrgan.test(text.replace(/\s+/gu, ''));
}

/** The organs named on one line: joint issuers stand apart by blanks or 、. */
export function splitOrgans(text: string): readonly string[] {
  const tight = /^(?:\S\s+)+\S$/u.test(text) ? text.replace(/\s+/gu, '') : text;
  const names = tight.split(/[\s、]+/u).filter(Boolean);
  return names.length > 1 && names.every(isOrganName) ? names : [text.replace(/\s+/gu, '')];
}

/** The township or subdistrict named in a title: 2020年度书院镇法治… → 书院镇; null when none is. */
export function findUnitInTitle(title: string): string | null {
  const bare = title
    .replace(/(?:19|20)\d{2}年(?:度)?/u, ' ')
    .replace(/关于.*/u, '')
    .trim();
  const match = /^(.{2,40}?(?:人民政府|办事处|委员会|街道|镇|乡))/u.exec(bare.replace(/^\s+/u, ''));
  return match?.[1]?.trim() ?? null;
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
