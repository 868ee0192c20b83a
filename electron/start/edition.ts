/** What decides which edition opens. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** Whether something can show windows; always so on Windows and macOS. */
  readonly hasDisplay: boolean;
  /** Whether the user is root, under whom Chromium refuses to run with its sandbox. */
  readonly isRoot: boolean;
  readonly browserOnly: boolean;
}

/** Why the browser edition opens instead of the desktop window. */
export type BrowserReason =
  | 'asked'
  | 'noDisplay'
  | 'root'
  | 'runtimeUnreachable'
  | 'runtimeTimeout'
  | 'runtimeFailed'
  | 'runtimeTriedBefore'
  | 'electronFailed';

/** Whether a process with these variables can show windows. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((value) => (value ?? '') !== '');
}

/** Why Electron is out of the question here before its runtime is even looked for; null when it is not. */
export function findObstacle(around: Surroundings): BrowserReason | null {
  if (around.browserOnly) return 'asked';
  if (!around.hasDisplay) return 'noDisplay';
  if (around.platform === 'linux' && around.isRoot) return 'root';
  return null;
}

const explanations: Readonly<Record<BrowserReason, string>> = {
  asked: '按要求打开浏览器版。',
  noDisplay: '没有找到图形界面，桌面窗口无法显示，改用浏览器版。',
  root: '当前是 root 用户，桌面窗口的安全沙箱不能启用，改用浏览器版。',
  runtimeUnreachable: '没有桌面版运行环境，现在也连不上下载地址，改用浏览器版。',
  runtimeTimeout: '桌面版运行环境在限定时间内没有下载完，改用浏览器版。',
  runtimeFailed: '桌面版运行环境没有装好，改用浏览器版。',
  runtimeTriedBefore: '没有桌面版运行环境，改用浏览器版。',
  electronFailed: '桌面窗口没有正常启动，改用浏览器版。',
};

/** The one sentence that says why. */
export function explainBrowserEdition(reason: BrowserReason): string {
  return explanations[reason];
}

/** What a person can do to get the desktop window; null where nothing can be done. */
export function adviseRuntime(reason: BrowserReason): string | null {
  return reason.startsWith('runtime')
    ? '需要桌面窗口时，请在联网后运行 npx install-electron，再运行 npm start。'
    : null;
}
