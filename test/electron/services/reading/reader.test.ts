import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createReader, type Reader } from '../../../../electron/services/reading/reader.ts';
import {
  limitReading,
  type ReadingLimits,
} from '../../../../electron/services/reading/reading-limits.ts';
import { shippedTemplate } from '../../../support/read-text.ts';

const entry = join(import.meta.dirname, 'odd-worker.mjs');
const template = shippedTemplate();
const memory = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
let reader: Reader | null = null;

function start(limits: Partial<ReadingLimits> = {}): Reader {
  reader = createReader({ entry, limits: { wallMs: 20_000, ...limits }, memory });
  return reader;
}

/** What the stand-in for the worker makes of a job of this name. */
const ask = (name: string, readingId?: string) => {
  if (!reader) throw new Error('not started');
  const content = { kind: 'text', text: '' } as const;
  return reader.read({ name, content, template, fallbackYear: 2024 }, readingId);
};
const titleOf = async (name: string) => {
  const read = await ask(name);
  return read.ok ? read.value.report.title : read.error.code;
};

afterEach(async () => {
  await reader?.close();
  reader = null;
});

test('keeps one worker warm from reading to reading', async () => {
  start();
  const first = await titleOf('tell');
  expect(await titleOf('tell')).toBe(first);
});

test('reads one after the other, in the order they came', async () => {
  start();
  expect(await Promise.all(['slow', 'print', 'slow', 'print'].map(titleOf))).toEqual([
    'slow',
    'print',
    'slow',
    'print',
  ]);
});

describe('a worker that comes to its end is replaced, and the reading ends', () => {
  test.each(['die', 'throw', 'reject', 'fault'])('%s: a bug of ours', async (name) => {
    start();
    const before = await titleOf('tell');
    await expect(ask(name)).rejects.toThrow('reading failed');
    const after = await titleOf('tell');
    expect(after).toMatch(/^\d+$/u);
    expect(after).not.toBe(before);
  });

  test('the bug is told by its class and frames, never by its words', async () => {
    start();
    const error: unknown = await ask('throw').catch((reason: unknown) => reason);
    if (!(error instanceof Error)) throw new Error('no error');
    expect(error.name).toBe('TypeError');
    expect(error.stack).toMatch(/\n\s+at .*odd-worker/u);
    expect(`${error.stack}${error.message}`).not.toContain('机密');
  });

  test('hoard: out of memory, which is the file’s doing', async () => {
    start();
    expect(await ask('hoard')).toEqual({
      ok: false,
      error: { code: 'import/damaged', name: 'hoard', detail: '读它要占用过多的内存' },
    });
    expect(await titleOf('tell')).toMatch(/^\d+$/u);
  });

  test('hang: too slow, and the next is read', async () => {
    start({ wallMs: 200 });
    const [slow, next] = await Promise.all([ask('hang'), titleOf('tell')]);
    expect(slow).toEqual({
      ok: false,
      error: { code: 'import/too-slow', name: 'hang', seconds: 0.2 },
    });
    expect(next).toMatch(/^\d+$/u);
  });
});

describe('what a reading may cost', () => {
  test('work of its own thread: a worker that only waits spends none', async () => {
    start({ cpuMs: 200 });
    expect(await titleOf('hang')).toBe('import/too-slow');
    expect(await titleOf('slow')).toBe('slow');
    expect(await ask('hang')).toMatchObject({ error: { seconds: 0.2 } });
  });

  test('memory outside the heap, which no limit of the worker counts', async () => {
    start({ heldBytes: 200 * 1024 * 1024 });
    const before = process.memoryUsage.rss();
    expect(await ask('hoardBytes')).toMatchObject({
      error: { code: 'import/damaged', detail: '读它要占用过多的内存' },
    });
    expect(await titleOf('tell')).toMatch(/^\d+$/u);
    await vi.waitFor(() =>
      expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024),
    );
  });

  test('a worker that a reading left large is not kept', async () => {
    start();
    const before = await titleOf('tell');
    expect(await titleOf('bloat')).toBe('bloat');
    expect(await titleOf('tell')).not.toBe(before);
  });

  const file = (head: string, bytes: number) => ({
    content: {
      kind: 'file' as const,
      base64: Buffer.concat([Buffer.from(head), Buffer.alloc(bytes)]).toString('base64'),
    },
  });

  test('is five seconds of work, and for a large PDF more by its size', () => {
    const megabyte = 1024 * 1024;
    const seconds = (head: string, bytes: number) => limitReading(file(head, bytes)).cpuMs / 1000;
    expect(seconds('PK', 20 * megabyte)).toBe(5);
    expect(seconds('%PDF-1.4', 200_000)).toBe(5);
    expect(seconds('%PDF-1.4', 1.25 * megabyte)).toBe(11);
    expect(seconds('%PDF-1.4', 20 * megabyte)).toBe(15);
    expect(limitReading({ content: { kind: 'text', text: '' } }).cpuMs).toBe(5000);
  });
});

describe('cancelling', () => {
  test('ends a reading at once, and the next one works', async () => {
    const { cancel, progress } = start();
    const hanging = ask('hang', 'r1');
    await vi.waitFor(() => expect(progress('r1').stage).toBe('reading'));
    const begun = performance.now();
    cancel('r1');
    expect(await hanging).toEqual({
      ok: false,
      error: { code: 'import/cancelled', name: 'hang' },
    });
    expect(performance.now() - begun).toBeLessThan(200);
    expect(await titleOf('tell')).toMatch(/^\d+$/u);
  });

  test('takes a reading that waits out of the queue and leaves the one under way', async () => {
    const { cancel, progress } = start();
    const [slow, waiting] = [ask('slow', 'r1'), ask('tell', 'r2')];
    expect(progress('r2')).toEqual({ stage: 'waiting', elapsedMs: 0 });
    cancel('r2');
    expect(await waiting).toMatchObject({ error: { code: 'import/cancelled' } });
    expect((await slow).ok).toBe(true);
    expect(progress('r2')).toEqual({ stage: 'done', elapsedMs: 0 });
  });

  test('does nothing to a reading that ended, that nobody knows, or that has no id', async () => {
    const { cancel } = start();
    await ask('tell', 'r1');
    cancel('r1');
    cancel('nobody');
    const slow = ask('slow');
    cancel('');
    expect((await slow).ok).toBe(true);
  });
});

describe('progress', () => {
  test('waits for a reading nobody knows, and is done once it ended either way', async () => {
    const { progress } = start();
    expect(progress('r1')).toEqual({ stage: 'waiting', elapsedMs: 0 });
    await ask('slow', 'r1');
    await ask('fault', 'r2').catch(() => {});
    expect(progress('r1').elapsedMs).toBeGreaterThan(250);
    expect(progress('r1').stage).toBe('done');
    expect(progress('r2').stage).toBe('done');
  });

  test('remembers the latest hundred readings and no more', async () => {
    const { progress } = start();
    for (let index = 0; index <= 100; index += 1) await ask('tell', `r${index}`);
    expect(progress('r0').stage).toBe('waiting');
    expect(progress('r1').stage).toBe('done');
  });
});

test('closing ends what is under way and what waits, and nothing is read afterwards', async () => {
  const { close } = start();
  const readings = [ask('hang'), ask('tell')];
  await close();
  for (const read of await Promise.all([...readings, ask('tell')])) {
    expect(read).toMatchObject({ ok: false, error: { code: 'import/cancelled' } });
  }
});

test('what a library prints inside the worker is heard by nobody', async () => {
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  start();
  await titleOf('print');
  await titleOf('print');
  for (const spy of spies) {
    expect(JSON.stringify(spy.mock.calls)).not.toContain('机密');
    spy.mockRestore();
  }
});
