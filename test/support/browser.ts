import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const candidates = [
  process.env['NIANBAO_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium on this machine; null, said aloud, when there is none. */
export function findChromium(): string | null {
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  console.warn(
    '找不到 Chromium：run npm run test:setup or set NIANBAO_CHROMIUM; browser tests are skipped.',
  );
  return null;
}

/** Starts a Chromium without its own background traffic. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    // in the C locale a download's Chinese name is lost
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Sizes a screen is looked at: the office PC's, and the same at 150 %. */
export const viewports = {
  full: { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  scaled: { viewport: { width: 911, height: 512 }, deviceScaleFactor: 1.5 },
} as const;

/** A new context of the office PC's size, in Chinese, that fails on any request beyond loopback. */
export async function openContext(
  browser: Browser,
  size: keyof typeof viewports = 'full',
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ readonly context: BrowserContext; readonly strayRequests: readonly string[] }> {
  const context = await browser.newContext({
    ...viewports[size],
    colorScheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const strayRequests: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
    if (!isOwn) strayRequests.push(request.url());
  });
  return { context, strayRequests };
}
