import { describe, expect, test } from 'vitest';
import type { ApiError, Result } from '../../../core/api/index.ts';
import { buildReport, type Piece, splitReport } from '../../../core/model/index.ts';
import {
  createSaver,
  IDLE_MS,
  LONGEST_MS,
  type SaveState,
} from '../../../renderer/features/workspace/saver.ts';

type Answer = Result<{ readonly revision: number; readonly savedAt: string }>;

const titled = (title: string): readonly Piece[] => splitReport(buildReport(2026, { title }));
const full: ApiError = { code: 'store/full', file: 'nianbao.db' };

/** A saver over a clock that only a test moves, and a store that answers when a test says so. */
function openDesk() {
  let now = 0;
  let next = 1;
  let title = '';
  let timers: { readonly id: number; readonly at: number; readonly run: () => void }[] = [];
  const states: SaveState[] = [];
  const sent: {
    readonly title: string;
    readonly baseRevision: number;
    readonly overwrite?: boolean;
  }[] = [];
  const waiting: PromiseWithResolvers<Answer>[] = [];
  const saver = createSaver(
    {
      read: () => titled(title),
      send: (plan) => {
        const front = plan.changed.find((piece) => piece.kind === 'front');
        const over = plan.overwrite ? { overwrite: true } : {};
        sent.push({ title: front?.title ?? '', baseRevision: plan.baseRevision, ...over });
        const answer = Promise.withResolvers<Answer>();
        waiting.push(answer);
        return answer.promise;
      },
      timers: {
        now: () => now,
        set: (run, ms) => {
          next += 1;
          timers.push({ id: next, at: now + ms, run });
          return next;
        },
        clear: (id) => {
          timers = timers.filter((timer) => timer.id !== id);
        },
      },
      onState: (state) => states.push(state),
    },
    { pieces: titled(''), revision: 3 },
  );
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    saver,
    states,
    sent,
    settle,
    type: (words: string) => {
      title += words;
      saver.touch();
    },
    undo: (words: string) => {
      title = title.slice(0, -words.length);
      saver.touch();
    },
    pass: async (ms: number) => {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        now = due.at;
        timers = timers.filter(({ id }) => id !== due.id);
        due.run();
        await settle();
      }
      now = end;
      await settle();
    },
    answer: async (answer: Answer) => {
      waiting.shift()?.resolve(answer);
      await settle();
    },
    breakOff: async () => {
      waiting.shift()?.reject(new TypeError('the carrier broke'));
      await settle();
    },
    now: () => now,
  };
}

const saved = (revision: number): Answer => ({
  ok: true,
  value: { revision, savedAt: '2027-01-15T06:03:22.000Z' },
});

describe('autosave', () => {
  test('is sent shortly after the last key and says 已保存 only when it is true', async () => {
    const desk = openDesk();
    desk.type('甲');
    expect(desk.states.at(-1)?.kind).toBe('unsaved');
    await desk.pass(IDLE_MS);
    expect(desk.sent).toEqual([{ title: '甲', baseRevision: 3 }]);
    expect(desk.states.at(-1)?.kind).toBe('saving');
    await desk.answer(saved(4));
    expect(desk.states.at(-1)).toEqual({ kind: 'saved', savedAt: '2027-01-15T06:03:22.000Z' });
    expect(desk.saver.isDirty()).toBe(false);
  });

  test('does not wait for the end of continuous typing', async () => {
    const desk = openDesk();
    while (desk.sent.length === 0 && desk.now() < 5000) {
      desk.type('字');
      await desk.pass(100);
    }
    expect(desk.now()).toBeLessThanOrEqual(LONGEST_MS + 100);
  });

  test('has one save in flight and then sends what was typed meanwhile, on the new revision', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    desk.type('乙');
    await desk.pass(5000);
    expect(desk.sent).toHaveLength(1);
    await desk.answer(saved(4));
    expect(desk.states.at(-1)?.kind).not.toBe('saved');
    await desk.pass(IDLE_MS);
    expect(desk.sent.at(-1)).toEqual({ title: '甲乙', baseRevision: 4 });
  });

  test('saves what stood before an input method began, and the rest when it ends', async () => {
    const desk = openDesk();
    desk.type('甲');
    desk.saver.hold();
    await desk.settle();
    expect(desk.sent).toEqual([{ title: '甲', baseRevision: 3 }]);
    await desk.answer(saved(4));
    desk.type('pin');
    await desk.pass(3000);
    expect(desk.sent).toHaveLength(1);
    desk.saver.release();
    await desk.settle();
    expect(desk.sent.at(-1)?.title).toBe('甲pin');
  });

  test('tries again after a failure, ever more patiently, and keeps everything', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.answer({ ok: false, error: full });
    expect(desk.states.at(-1)).toEqual({ kind: 'failed', error: full });
    expect(desk.saver.isDirty()).toBe(true);
    await desk.pass(1000);
    expect(desk.sent).toHaveLength(2);
    await desk.answer({ ok: false, error: full });
    await desk.pass(1000);
    expect(desk.sent).toHaveLength(2);
    await desk.pass(1000);
    expect(desk.sent).toHaveLength(3);
    await desk.answer(saved(4));
    expect(desk.states.at(-1)?.kind).toBe('saved');
  });

  test('does not knock again where nothing can open', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.answer({ ok: false, error: { code: 'report/not-found', reportId: 'x' } });
    await desk.pass(120_000);
    expect(desk.sent).toHaveLength(1);
    expect(desk.saver.isDirty()).toBe(true);
  });

  test('goes on saving when what could not be saved was taken back', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.answer({ ok: false, error: full });
    desk.undo('甲');
    await desk.pass(1000);
    expect(desk.states.at(-1)?.kind).toBe('saved');
    desk.type('乙');
    await desk.pass(IDLE_MS);
    expect(desk.sent.at(-1)?.title).toBe('乙');
  });

  test('tries a corrected text again after one that the store would not take', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.answer({ ok: false, error: { code: 'report/malformed', detail: '缺少落款' } });
    await desk.pass(60_000);
    expect(desk.sent).toHaveLength(1);
    desk.type('乙');
    await desk.pass(IDLE_MS);
    expect(desk.sent.at(-1)?.title).toBe('甲乙');
  });

  test('counts a call that breaks off as a failed save, and tries again', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.breakOff();
    expect(desk.states.at(-1)).toMatchObject({
      kind: 'failed',
      error: { code: 'connection/lost' },
    });
    const flushed = desk.saver.flush();
    await desk.answer(saved(4));
    expect(await flushed).toBe(true);
  });

  test('stops at a conflict until the writer chooses, and then saves over the other state', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    await desk.answer({ ok: false, error: { code: 'report/conflict', revision: 9 } });
    desk.type('乙');
    await desk.pass(60_000);
    expect(desk.sent).toHaveLength(1);
    expect(desk.states.at(-1)).toEqual({ kind: 'conflict', revision: 9 });
    const done = desk.saver.overwrite({ pieces: titled('那边'), revision: 9 });
    await desk.settle();
    expect(desk.sent.at(-1)).toEqual({ title: '甲乙', baseRevision: 9, overwrite: true });
    await desk.answer({ ok: false, error: full });
    expect(await done).toBe(false);
    await desk.pass(1000);
    expect(desk.sent.at(-1)).toEqual({ title: '甲乙', baseRevision: 9, overwrite: true });
    await desk.answer(saved(10));
    desk.type('丙');
    await desk.pass(IDLE_MS);
    expect(desk.sent.at(-1)).toEqual({ title: '甲乙丙', baseRevision: 10 });
  });

  test('saving now waits for a save in flight and for what came after it', async () => {
    const desk = openDesk();
    desk.type('甲');
    await desk.pass(IDLE_MS);
    desk.type('乙');
    const flushed = desk.saver.flush();
    await desk.answer(saved(4));
    expect(desk.sent.at(-1)?.title).toBe('甲乙');
    await desk.answer(saved(5));
    expect(await flushed).toBe(true);
  });

  test('sends nothing when the text is back where it was saved', async () => {
    const desk = openDesk();
    desk.saver.touch();
    await desk.pass(IDLE_MS);
    expect(desk.sent).toEqual([]);
    expect(desk.states.at(-1)?.kind).toBe('saved');
  });
});
