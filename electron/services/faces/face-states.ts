import type { FaceState } from '../../../core/api/index.ts';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import { faceKey } from './installed-faces.ts';

/** Names by which one face is known: a font gives some of them, a document another. */
const aliases: readonly (readonly string[])[] = [
  ['仿宋', 'FangSong'],
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体', 'KaiTi'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['华文中宋', 'STZhongsong'],
  ['华文仿宋', 'STFangsong'],
  ['华文楷体', 'STKaiti'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  ['方正仿宋_GBK', 'FZFangSong-Z02'],
  ['方正楷体_GBK', 'FZKai-Z03'],
  ['方正黑体_GBK', 'FZHei-B01'],
];

/** Faces that may stand in for one of a kind, the nearest first. */
const standIns: readonly (readonly [kind: RegExp, faces: readonly string[]])[] = [
  [
    /小标宋/u,
    ['方正小标宋简体', '方正小标宋_GBK', '方正小标宋', '小标宋', '华文中宋', '宋体', '思源宋体'],
  ],
  [/仿宋/u, ['仿宋_GB2312', '仿宋', '方正仿宋_GBK', '方正仿宋简体', '华文仿宋']],
  [/楷/u, ['楷体_GB2312', '楷体', '方正楷体_GBK', '方正楷体简体', '华文楷体']],
  [/黑/u, ['黑体', '方正黑体_GBK', '方正黑体简体', '华文黑体', '思源黑体', '微软雅黑']],
  [/宋/u, ['宋体', '新宋体', '华文宋体', '方正书宋_GBK', '思源宋体']],
];

function namesOf(face: string): readonly string[] {
  const key = faceKey(face);
  return aliases.find((names) => names.some((name) => faceKey(name) === key)) ?? [face];
}

function isInstalled(face: string, installed: ReadonlySet<string>): boolean {
  return namesOf(face).some((name) => installed.has(faceKey(name)));
}

/** A face that is here and may stand in for one that is not; null where there is none. */
function findStandIn(face: string, installed: ReadonlySet<string>): string | null {
  const kind = standIns.find(([pattern]) => namesOf(face).some((name) => pattern.test(name)));
  const others = kind?.[1].filter((other) => faceKey(other) !== faceKey(face)) ?? [];
  return others.find((other) => isInstalled(other, installed)) ?? null;
}

function describeLack(face: string, standIn: string | null): string {
  const others = standIn === null ? `本机也没有找到相近的字体，请装上“${face}”再导出。` : '';
  return `在没有它的电脑上，Word 一般不提示，自己换一种字体显示和打印，换成哪种因电脑而异；WPS 通常会提示缺少字体，多半换成宋体。字形、每行字数和页数都可能变。${others}`;
}

function describeUnknown(face: string): string {
  return `看不到这台电脑装了哪些字体，请在 Word 或 WPS 的字体列表里核对有没有“${face}”。`;
}

type Installed = ReadonlySet<string> | null;

function describeFace(face: string, roles: readonly string[], installed: Installed): FaceState {
  if (installed === null) {
    return { roles, face, isHere: null, standIn: null, effect: describeUnknown(face) };
  }
  if (isInstalled(face, installed)) {
    const effect = '这台电脑有这种字体。收件单位的电脑没有的，那边会换成别的字体。';
    return { roles, face, isHere: true, standIn: null, effect };
  }
  const standIn = findStandIn(face, installed);
  return { roles, face, isHere: false, standIn, effect: describeLack(face, standIn) };
}

/**
 * The faces of a layout, each once with all it is used for: whether this PC has it, what may stand in
 * for it, and what Word and WPS do without it.
 * @param installed keys of the faces there are; null where they cannot be listed
 */
export function listFaceStates(
  { faces }: LayoutProfile,
  installed: Installed,
): readonly FaceState[] {
  const used = Object.entries(faces).flatMap(([role, face]) =>
    face === null ? [] : [{ role, face, key: faceKey(face) }],
  );
  return [...Map.groupBy(used, ({ key }) => key).values()].map((uses) =>
    describeFace(
      uses[0]?.face ?? '',
      uses.map(({ role }) => role),
      installed,
    ),
  );
}
