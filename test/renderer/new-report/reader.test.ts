import { expect, test } from 'vitest';
import type { ApiError, Call, ImportContent, Result } from '../../../core/api/index.ts';
import { fail } from '../../../core/api/index.ts';
import type { ImportStage } from '../../../renderer/features/new-report/reader.ts';
import { createReader } from '../../../renderer/features/new-report/reader.ts';

const content: ImportContent = { kind: 'text', text: '青石镇2025年法治政府建设年度报告' };

/** A promise and what settles it. */
function createGate<Value>() {
  const { promise, resolve } = Promise.withResolvers<Value>();
  return { promise, open: resolve };
}

/** A reader whose calls are written down; each reading waits for its answer. */
function startReader() {
  const calls: string[] = [];
  const stages: ImportStage[] = [];
  const answers: ((result: Result<never>) => void)[] = [];
  let made = 0;
  const call: Call = async (method, input) => {
    const id = 'readingId' in input ? input.readingId : '';
    calls.push(`${method} ${id}`);
    if (method !== 'import.read') return fail({ code: 'internal', reference: 'test' });
    const gate = createGate<Result<never>>();
    answers.push(gate.open);
    return gate.promise;
  };
  const reader = createReader({
    call,
    createId: () => {
      made += 1;
      return `r${made}`;
    },
    show: (stage) => stages.push(stage),
  });
  const shown = () => stages.at(-1)?.stage;
  return { reader, calls, answers, shown };
}

const cancelled: ApiError = { code: 'import/cancelled', name: '年报.docx' };

test('left while its file loads, a reading is never begun', async () => {
  const { reader, calls, shown } = startReader();
  const file = createGate<ImportContent>();
  const reading = reader.read('年报.docx', () => file.promise);
  expect(shown()).toBe('reading');
  reader.leave();
  file.open(content);
  await reading;
  expect(calls).toEqual([]);
  expect(shown()).toBe('none');
});

test('left while it runs, a reading is cancelled, and its answer changes nothing', async () => {
  const { reader, calls, answers, shown } = startReader();
  const reading = reader.read('年报.docx', async () => content);
  await Promise.resolve();
  reader.leave();
  expect(calls).toEqual(['import.read r1', 'import.cancel r1']);
  answers[0]?.(fail({ code: 'internal', reference: 'test' }));
  await reading;
  expect(shown()).toBe('none');
});

test('another file ends the reading under way', async () => {
  const { reader, calls, answers, shown } = startReader();
  const first = reader.read('甲.docx', async () => content);
  await Promise.resolve();
  const second = reader.read('乙.docx', async () => content);
  await Promise.resolve();
  answers[0]?.(fail(cancelled));
  await first;
  expect(shown()).toBe('reading');
  expect(calls).toEqual(['import.read r1', 'import.cancel r1', 'import.read r2']);
  answers[1]?.(fail({ code: 'internal', reference: 'test' }));
  await second;
  expect(shown()).toBe('refused');
});

test('a file that is refused ends the reading under way too', async () => {
  const { reader, calls, shown } = startReader();
  void reader.read('甲.docx', async () => content);
  await Promise.resolve();
  reader.refuse({ code: 'import/folder', name: '年报' });
  expect(calls).toEqual(['import.read r1', 'import.cancel r1']);
  expect(shown()).toBe('refused');
});

test('a reading that was stopped is no failure', async () => {
  const { reader, answers, shown } = startReader();
  const reading = reader.read('年报.docx', async () => content);
  await Promise.resolve();
  answers[0]?.(fail(cancelled));
  await reading;
  expect(shown()).toBe('none');
});

test('a file that went away is refused', async () => {
  const { reader, calls, shown } = startReader();
  await reader.read('年报.docx', async () => null);
  expect(calls).toEqual([]);
  expect(shown()).toBe('refused');
});

test('leaving when nothing is read asks for nothing', () => {
  const { reader, calls } = startReader();
  reader.leave();
  expect(calls).toEqual([]);
});
