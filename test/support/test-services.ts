import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input, MethodName, Output, Result } from '../../core/api/index.ts';
import { createCountingIds } from '../../core/model/index.ts';
import { createServices } from '../../electron/services/create-services.ts';
import type { Deliver, LogEntry } from '../../electron/services/deps.ts';
import { dispatch, type Handlers } from '../../electron/services/dispatch.ts';
import { type LoadedPacks, loadPacks } from '../../electron/services/load-packs.ts';
import { createReader, type Reader, readerSource } from '../../electron/services/reading/reader.ts';
import { openStore, type Store } from '../../electron/store/index.ts';
import { createTempFolder } from './temp-folder.ts';

const appRoot = resolve(import.meta.dirname, '../..');
/** Starting a worker costs more than most tests; an idle one keeps no process from ending. */
const warmReader = createReader({ entry: readerSource });

/** What a test may want otherwise. */
export interface TestServiceOptions {
  /** By default a new one that goes away after the test file. */
  readonly dataFolder?: string;
  /** Local calendar date, ISO. By default 2026-01-16. */
  readonly today?: string;
  readonly deliver?: Deliver;
  /** First letters of the counted ids, so that two services on one store do not meet. */
  readonly idPrefix?: string;
  /** In place of the shipped list, or the one in the data folder. */
  readonly loadPlaces?: LoadedPacks['loadPlaces'];
  /** By default none, so that nothing depends on the PC's fonts. */
  readonly fontFolders?: readonly string[];
  /** By default the worker of the sources, kept warm for all services of a test file. */
  readonly reader?: Reader;
}

/** Real services over a real store and the shipped packs. */
export interface TestServices {
  readonly handlers: Handlers;
  readonly store: Store;
  readonly dataFolder: string;
  /** Calls a method as a carrier would, with its types. */
  readonly call: <Name extends MethodName>(
    method: Name,
    input: Input<Name>,
  ) => Promise<Result<Output<Name>>>;
  /** Calls a method that must succeed, and gives its value. */
  readonly get: <Name extends MethodName>(
    method: Name,
    input: Input<Name>,
  ) => Promise<Output<Name>>;
  readonly delivered: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly logs: readonly LogEntry[];
  readonly close: () => void;
}

/** A clock at noon of `today` that goes on by a second at each look. */
function createTestClock(today: string): () => Date {
  let instant = new Date(`${today}T12:00:00`).getTime();
  return () => {
    instant += 1000;
    return new Date(instant);
  };
}

/** Puts real services together in a temporary folder. Close them when done. */
export async function createTestServices(options: TestServiceOptions = {}): Promise<TestServices> {
  const dataFolder = options.dataFolder ?? createTempFolder();
  const clock = createTestClock(options.today ?? '2026-01-16');
  const opened = openStore(dataFolder, { clock });
  if (!opened.ok) throw new Error(`store did not open: ${opened.error.code}`);
  const store = opened.value;
  const delivered: { fileName: string; bytes: Uint8Array }[] = [];
  const logs: LogEntry[] = [];
  const reader = options.reader ?? warmReader;
  const keepDelivered: Deliver = async (fileName, bytes) => {
    delivered.push({ fileName, bytes });
    const base64 = Buffer.from(bytes).toString('base64');
    return { ok: true, value: { kind: 'download', fileName, base64 } };
  };
  const packs = await loadPacks(join(appRoot, 'templates'), dataFolder);
  const { loadPlaces = packs.loadPlaces } = options;
  const handlers = createServices({
    store,
    library: Object.defineProperty(packs, 'loadPlaces', { value: loadPlaces }),
    clock,
    createId: createCountingIds(options.idPrefix ?? 'id-'),
    deliver: options.deliver ?? keepDelivered,
    deliverAll: async (name, files) => {
      delivered.push(...files);
      return { ok: true, value: { kind: 'written', path: name } };
    },
    printPdf: null,
    reader,
    info: { version: '0.0.0-test', edition: 'browser', dataFolder },
    ...(options.fontFolders ? { fontFolders: options.fontFolders } : {}),
    sampleText: readFileSync(join(appRoot, 'resources/sample-report.txt'), 'utf8'),
    log: (entry) => logs.push(entry),
  });
  const call: TestServices['call'] = async (method, input) =>
    (await dispatch(handlers, method, input)) as never;
  const get: TestServices['get'] = async (method, input) => {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  const close = () => {
    void options.reader?.close();
    store.close();
  };
  return { handlers, store, dataFolder, call, get, delivered, logs, close };
}
