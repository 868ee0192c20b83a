import { type BrowserReason, findObstacle, type Surroundings } from './edition.ts';
import type { FetchOutcome } from './runtime.ts';

/** Which edition opens. */
export type Edition =
  | { readonly kind: 'electron'; readonly program: string }
  | { readonly kind: 'browser'; readonly reason: BrowserReason };

/** What choosing needs of the machine. */
export interface ChoiceTools {
  /** Path of Electron's program, or null. */
  readonly find: () => string | null;
  readonly fetch: () => Promise<FetchOutcome>;
  /** Whether fetching this version failed at an earlier start; it is tried by itself only once. */
  readonly triedBefore: () => boolean;
  readonly rememberTry: () => void;
  readonly say: (sentence: string) => void;
}

/** Takes Electron where it can run, fetching its runtime once if need be; the browser otherwise. */
export async function chooseEdition(around: Surroundings, tools: ChoiceTools): Promise<Edition> {
  const obstacle = findObstacle(around);
  if (obstacle !== null) return { kind: 'browser', reason: obstacle };
  const installed = tools.find();
  if (installed !== null) return { kind: 'electron', program: installed };
  if (tools.triedBefore()) return { kind: 'browser', reason: 'runtimeTriedBefore' };
  tools.say('第一次启动，正在下载桌面版运行环境，最多等待一分钟。');
  const outcome = await tools.fetch();
  const program = outcome === 'fetched' ? tools.find() : null;
  if (program !== null) return { kind: 'electron', program };
  tools.rememberTry();
  return { kind: 'browser', reason: reasons[outcome] };
}

const reasons: Readonly<Record<FetchOutcome, BrowserReason>> = {
  unreachable: 'runtimeUnreachable',
  timeout: 'runtimeTimeout',
  fetched: 'runtimeFailed',
  failed: 'runtimeFailed',
};
