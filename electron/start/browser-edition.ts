import { formatError } from '../../core/api/index.ts';
import { startBrowserEdition } from '../host/host.ts';
import type { Launch } from './open-browser.ts';

/** What opening the browser edition needs. */
export interface BrowserEditionTools {
  readonly dataFolder: string;
  /** What shows an address in the person's browser; null where nothing can. */
  readonly launchFor: (address: string) => Launch | null;
  /** Starts a program; false when it is not there. */
  readonly launch: (launch: Launch) => Promise<boolean>;
  readonly say: (sentence: string) => void;
  readonly complain: (sentence: string) => void;
  /** Settles when the person wants to end it. */
  readonly waitForEnd: () => Promise<void>;
}

/** Runs the browser edition until the person ends it. Gives the exit code. */
export async function runBrowserEdition(tools: BrowserEditionTools): Promise<number> {
  const started = await startBrowserEdition({ dataFolder: tools.dataFolder });
  if (!started.ok) {
    tools.complain(formatError(started.error));
    return 1;
  }
  const { url, close } = started.value;
  // listened for before the way to end it is told
  const ended = tools.waitForEnd();
  const launch = tools.launchFor(url);
  const opened = launch !== null && (await tools.launch(launch));
  tools.say(opened ? `正在打开浏览器；如果没有出现，请自己打开：${url}` : `请用浏览器打开：${url}`);
  tools.say('用完后在这里按 Ctrl+C 退出；写好的内容随时都已存下。');
  await ended;
  await close();
  tools.say('年报助手已退出。');
  return 0;
}
