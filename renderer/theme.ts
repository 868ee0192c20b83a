import { theme as antdTheme, type ThemeConfig } from 'antd';

/** The colours of one theme, by what they are for. */
export interface Palette {
  /** The ground, the panels on it, the paper on those. */
  readonly desk: string;
  readonly panel: string;
  readonly paper: string;
  readonly hairline: string;
  /** Edge of what can be typed into or pressed. */
  readonly edge: string;
  /** Text; explanation; large digits and decoration, at 3 : 1. */
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  /** Actions, selection, bound figures, rewritten text; its ground; what is written on it. */
  readonly accent: string;
  readonly accentHover: string;
  readonly accentWash: string;
  readonly onAccent: string;
  /** 待更新. */
  readonly stale: string;
  readonly staleWash: string;
  /** Provenance bars in the margin. */
  readonly carried: string;
  readonly edited: string;
  readonly done: string;
  readonly doneWash: string;
  readonly bad: string;
  readonly badWash: string;
  /** Shadow of the page and of a card. */
  readonly shadow: string;
}

/** The theme of the day. */
export const lightPalette: Palette = {
  desk: '#efece6',
  panel: '#faf8f4',
  paper: '#fffefb',
  hairline: '#e3ded4',
  edge: '#d3ccbf',
  ink: '#2b2a27',
  soft: '#676259',
  faint: '#8a8375',
  accent: '#1f6377',
  accentHover: '#2a7489',
  accentWash: '#e4eff1',
  onAccent: '#ffffff',
  stale: '#8a5505',
  staleWash: '#fdf1d6',
  carried: '#e5d6ae',
  edited: '#bcd7dd',
  done: '#2f6b4a',
  doneWash: '#e6f0e9',
  bad: '#a93a2a',
  badWash: '#fbeae6',
  shadow: '0 1px 2px rgba(60, 52, 36, 0.06), 0 6px 20px rgba(60, 52, 36, 0.07)',
};

/** The same relations by night. */
export const darkPalette: Palette = {
  desk: '#1e1d1b',
  panel: '#232220',
  paper: '#2a2926',
  hairline: '#393733',
  edge: '#4d4a44',
  ink: '#e9e5dc',
  soft: '#b0a99c',
  faint: '#7d776c',
  accent: '#86c5d6',
  accentHover: '#a0d4e2',
  accentWash: '#243a40',
  onAccent: '#0f2228',
  stale: '#e9b866',
  staleWash: '#3b301b',
  carried: '#6d6036',
  edited: '#3f636c',
  done: '#8cc9a4',
  doneWash: '#25382d',
  bad: '#f0998a',
  badWash: '#43261f',
  shadow: '0 1px 2px rgba(0, 0, 0, 0.3), 0 6px 20px rgba(0, 0, 0, 0.3)',
};

/** Faces of the interface, and of the page with this PC's fallbacks. */
export const faces = {
  interface:
    '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif',
  fangsong:
    '"仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong, "方正仿宋_GBK", FandolFang, "Noto Serif CJK SC", serif',
  kaiti:
    '"楷体_GB2312", "KaiTi_GB2312", "楷体", KaiTi, STKaiti, "方正楷体_GBK", FandolKai, "Noto Serif CJK SC", serif',
  heiti: '"黑体", SimHei, STHeiti, "方正黑体_GBK", FandolHei, "Noto Sans CJK SC", sans-serif',
  title:
    '"方正小标宋简体", "方正小标宋_GBK", FZXiaoBiaoSong-B05S, "小标宋", "宋体", SimSun, STSong, "Noto Serif CJK SC", serif',
  digits: '"Noto Serif CJK SC", "Source Han Serif SC", "宋体", SimSun, Georgia, serif',
} as const;

/** antd's tokens of a palette: the only place where its colours are set. */
export function buildAntdTheme(palette: Palette, dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: dark ? 'nianbao-dark' : 'nianbao-light' },
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorPrimaryActive: palette.accent,
      colorPrimaryBg: palette.accentWash,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorSuccess: palette.done,
      colorWarning: palette.stale,
      colorError: palette.bad,
      colorText: palette.ink,
      colorTextSecondary: palette.soft,
      colorTextTertiary: palette.soft,
      colorTextDescription: palette.soft,
      colorTextPlaceholder: palette.soft,
      colorBgLayout: palette.desk,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.panel,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.hairline,
      colorSplit: palette.hairline,
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
      boxShadowTertiary: 'none',
      colorBgMask: dark ? 'rgba(0, 0, 0, 0.45)' : 'rgba(52, 46, 36, 0.22)',
      controlOutline: palette.accentWash,
      controlItemBgActive: palette.accentWash,
      controlItemBgActiveHover: palette.accentWash,
      fontFamily: faces.interface,
      fontSize: 14,
      controlHeight: 32,
      controlHeightSM: 28,
      borderRadius: 6,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryColor: palette.onAccent,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
      },
      Drawer: { colorBgElevated: palette.panel },
      Segmented: { itemSelectedBg: palette.paper, trackBg: palette.hairline },
    },
  };
}

/** `accentWash` → `--accent-wash`. */
export function toVariableName(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Puts a palette and the faces on the page as CSS variables, for our own style sheets. */
export function applyPalette(root: HTMLElement, palette: Palette, dark: boolean): void {
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  root.style.colorScheme = dark ? 'dark' : 'light';
  for (const [name, value] of Object.entries(palette)) {
    root.style.setProperty(toVariableName(name), value);
  }
  for (const [name, value] of Object.entries(faces)) {
    root.style.setProperty(`--face-${name}`, value);
  }
}
