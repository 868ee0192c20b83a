import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatError, ok, type Result } from '../../core/api/index.ts';
import { createServices } from '../services/create-services.ts';
import { findDataFolder } from '../services/data-folder.ts';
import type { Deliver, DeliverAll } from '../services/deps.ts';
import { listFontFolders } from '../services/faces/font-folders.ts';
import { loadPacks } from '../services/load-packs.ts';
import { createReader, type Reader, readerSource } from '../services/reading/reader.ts';
import { zipFiles } from '../services/zip-files.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Host, startHost } from './server.ts';

/** What the browser edition may be told. */
export interface BrowserEditionOptions {
  readonly dataFolder: string;
  readonly port?: number;
  /** Folder with templates/, resources/, dist/ and package.json. By default the app's own. */
  readonly appRoot?: string;
}

/** A running browser edition. */
export interface BrowserEdition {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const ownRoot = resolve(import.meta.dirname, '../..');

function readVersion(appRoot: string): string {
  const content: unknown = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8'));
  const hasVersion = typeof content === 'object' && content !== null && 'version' in content;
  return hasVersion ? String(content.version) : '';
}

/** The browser has its own way of saving a file: it is given as a download. */
const deliverAsDownload: Deliver = async (fileName, bytes) =>
  ok({ kind: 'download', fileName, base64: Buffer.from(bytes).toString('base64') });

const clock = (): Date => new Date();

/** A browser takes one file at a time. */
const deliverAllAsDownload: DeliverAll = (name, files) =>
  deliverAsDownload(`${name}.zip`, zipFiles(files, clock()));

async function serve(
  store: Store,
  reader: Reader,
  options: Required<BrowserEditionOptions>,
): Promise<Host> {
  const { dataFolder, appRoot, port } = options;
  const handlers = createServices({
    store,
    library: await loadPacks(join(appRoot, 'templates'), dataFolder),
    clock,
    createId: randomUUID,
    deliver: deliverAsDownload,
    deliverAll: deliverAllAsDownload,
    printPdf: null,
    reader,
    info: { version: readVersion(appRoot), edition: 'browser', dataFolder },
    fontFolders: listFontFolders({ platform: process.platform, home: homedir(), env: process.env }),
    sampleText: await readFile(join(appRoot, 'resources/sample-report.txt'), 'utf8'),
    log: (entry) => console.error(JSON.stringify(entry)),
  });
  return startHost({ handlers, rendererRoot: join(appRoot, 'dist/renderer'), port });
}

/**
 * Puts store, services and host together over a data folder. Gives the store's error when it does
 * not open; rejects when the port is taken. `port` 0, the default, lets the system choose.
 */
export async function startBrowserEdition(
  options: BrowserEditionOptions,
): Promise<Result<BrowserEdition>> {
  const opened = openStore(options.dataFolder, { clock });
  if (!opened.ok) return opened;
  const store = opened.value;
  const reader = createReader({ entry: readerSource });
  try {
    const host = await serve(store, reader, { appRoot: ownRoot, port: 0, ...options });
    const close = async () => {
      await host.close();
      await reader.close();
      store.close();
    };
    return ok({ url: host.url, close });
  } catch (error) {
    store.close();
    throw error;
  }
}

const usage = '用法：node electron/host/host.ts [--data 文件夹] [--port 端口] [--print-url]';

interface HostArguments {
  readonly dataFolder: string;
  readonly port: number;
  readonly printUrl: boolean;
}

function parseHostArguments(words: readonly string[]): HostArguments | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      strict: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        'print-url': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.data === '') return null;
    const dataFolder = values.data === undefined ? findDataFolder() : resolve(values.data);
    return { dataFolder, port, printUrl: values['print-url'] };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isPortTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^EA(?:DDRINUSE|CCES)$/u.test(String(error.code))
  );
}

/** Says it on stderr and gives the exit code. */
function stop(words: string, code: number): number {
  console.error(words);
  return code;
}

/** Runs the browser edition until the process is ended. Gives an exit code when it cannot start. */
async function main(): Promise<number | null> {
  const asked = parseHostArguments(process.argv.slice(2));
  if (!asked) return stop(usage, 2);
  if (!existsSync(join(ownRoot, 'dist/renderer/index.html'))) {
    console.error('界面还没有生成，请先运行 npm run build。');
  }
  try {
    const started = await startBrowserEdition(asked);
    if (!started.ok) return stop(formatError(started.error), 1);
    const { url, close } = started.value;
    // with --print-url the address stands alone, for the program that started this one
    console.log(asked.printUrl ? url : `年报助手已打开，请用浏览器访问：${url}`);
    const end = () => {
      void close().then(() => process.exit(0));
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    return null;
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return stop(`端口 ${asked.port} 正被占用，请换一个，或不指定端口。`, 1);
  }
}

if (import.meta.main) {
  const code = await main();
  if (code !== null) process.exitCode = code;
}
