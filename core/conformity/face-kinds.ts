/** Kinds of Chinese faces that the standard speaks of. */
export type FaceKind = 'xiaobiaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti';

/** By the names that Windows, WPS, Founder and the systems of offices give them. The first that fits counts. */
const kinds: readonly (readonly [FaceKind, RegExp])[] = [
  ['xiaobiaosong', /小标宋|xiaobiaosong|fzxbs|标宋|biaosong/iu],
  ['fangsong', /仿宋|fangsong|fang\s?song|fzfs|stfangsong/iu],
  ['kaiti', /楷|kaiti|kai\s?ti|fzkt|stkaiti/iu],
  ['heiti', /黑体|黑$|simhei|heiti|fzht|stheiti|微软雅黑|yahei|hei$/iu],
  ['songti', /宋体|simsun|nsimsun|songti|fzss|stsong|书宋|^宋/iu],
];

/** The kind of a face by its name; null for a Latin or unknown one. */
export function kindOfFace(name: string): FaceKind | null {
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** `same` name, `alike` in kind, or `other`. Microsoft YaHei is no 黑体 of the standard. */
export function compareFaces(measured: string, wanted: string): 'same' | 'alike' | 'other' {
  if (measured.trim().toLowerCase() === wanted.trim().toLowerCase()) return 'same';
  const kind = kindOfFace(measured);
  if (kind === null || kind !== kindOfFace(wanted)) return 'other';
  return /雅黑|yahei/iu.test(measured) ? 'other' : 'alike';
}
