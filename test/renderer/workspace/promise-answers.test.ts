import { describe, expect, test } from 'vitest';
import {
  type Call,
  fail,
  type Input,
  type OpenedReport,
  type OutcomePatch,
  ok,
  type Result,
} from '../../../core/api/index.ts';
import { buildReport } from '../../../core/model/index.ts';
import type { Outcome } from '../../../core/promises/index.ts';
import { createDeskStore } from '../../../renderer/features/workspace/desk-state.ts';
import { createPromiseAnswers } from '../../../renderer/features/workspace/promise-answers.ts';
import { createReasonKeeper } from '../../../renderer/features/workspace/promise-keeper.ts';
import { buildSummary } from '../../support/fake-call.ts';

type Said = Input<'report.answerPromise'>;

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Merges as the program does. */
function merge(kept: Outcome | undefined, patch: OutcomePatch | null): Outcome | null {
  if (!patch) return null;
  const { state = kept?.state, note = kept?.note ?? '', blockId = kept?.blockId ?? null } = patch;
  return state ? { state, note, blockId } : null;
}

/** A program that answers only when it is let; several windows may talk to it. */
function createProgram() {
  const kept = new Map<string, Outcome>();
  const waiting: (() => void)[] = [];
  const said: OutcomePatch[] = [];
  const at = { once: 0, most: 0, isLost: false };
  const answer = ({ promiseId, outcome: patch }: Said): Result<unknown> => {
    if (at.isLost) return fail({ code: 'connection/lost', reason: 'unreachable' });
    const outcome = merge(kept.get(promiseId), patch);
    if (patch && !outcome) {
      return fail({ code: 'input/invalid', path: 'outcome.state', reason: '要先选落实情况' });
    }
    if (outcome) kept.set(promiseId, outcome);
    else kept.delete(promiseId);
    return ok({ savedAt: '', outcome });
  };
  const call = (_: string, input: Said) => {
    said.push(input.outcome ?? {});
    at.once += 1;
    at.most = Math.max(at.most, at.once);
    return new Promise<Result<unknown>>((resolve) => {
      waiting.push(() => {
        at.once -= 1;
        resolve(answer(input));
      });
    });
  };
  const openWindow = () => {
    const store = createDeskStore({
      summary: buildSummary(2026),
      report: buildReport(2026),
      outcomes: Object.fromEntries(kept),
      answers: {},
      confirmed: [],
    } as unknown as OpenedReport);
    const deps = { call: call as unknown as Call, reportId: 'r', store };
    return { store, ...createPromiseAnswers(deps, () => {}) };
  };
  const answerAll = async () => {
    for (let rounds = 0; rounds < 20; rounds += 1) {
      waiting.shift()?.();
      await settle();
    }
  };
  return { kept, said, at, openWindow, answerAll };
}

function createKeeper({
  store,
  say,
  heldReason,
}: ReturnType<ReturnType<typeof createProgram>['openWindow']>) {
  return createReasonKeeper(
    {
      timers: { set: () => 0, clear: () => {} },
      readKept: () => store.getState().outcomes['p']?.note ?? null,
      async send(words) {
        await say('p', (kept) => kept && { note: words });
      },
    },
    heldReason('p'),
  );
}

const partly: Outcome = { state: 'partly', note: '', blockId: null };

describe('answers to promises', () => {
  test('a state chosen while the reason is being kept keeps both', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const desk = program.openWindow();
    const keeper = createKeeper(desk);
    keeper.type('经费未到位');
    keeper.keep();
    void desk.say('p', () => ({ state: 'not' }));
    await program.answerAll();
    const both = { state: 'not', note: '经费未到位', blockId: null };
    expect(program.kept.get('p')).toEqual(both);
    expect(desk.store.getState().outcomes).toEqual({ p: both });
  });

  test('a reason kept while the state is under way does not bring the old state back', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const desk = program.openWindow();
    const keeper = createKeeper(desk);
    void desk.say('p', () => ({ state: 'not' }));
    keeper.type('经费未到位');
    keeper.keep();
    await program.answerAll();
    expect(program.kept.get('p')).toEqual({ state: 'not', note: '经费未到位', blockId: null });
  });

  test('are sent one after the other for a promise, side by side for two', async () => {
    const program = createProgram();
    const desk = program.openWindow();
    for (const state of ['done', 'partly', 'not'] as const) void desk.say('p', () => ({ state }));
    expect(program.at.most).toBe(1);
    void desk.say('q', () => ({ state: 'done' }));
    expect(program.at.most).toBe(2);
    await program.answerAll();
    expect(program.said).toHaveLength(4);
    expect(program.at.most).toBe(2);
    expect(program.kept.get('p')?.state).toBe('not');
  });

  test('a place accepted just behind a state does not change the state', async () => {
    const program = createProgram();
    const desk = program.openWindow();
    void desk.say('p', () => ({ state: 'not' }));
    void desk.say('p', (kept) => (kept ? { blockId: 'b' } : { state: 'done', blockId: 'b' }));
    await program.answerAll();
    expect(program.kept.get('p')).toEqual({ state: 'not', note: '', blockId: 'b' });
  });

  test('given in two windows are both kept, and shown with the next answer', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const [one, other] = [program.openWindow(), program.openWindow()];
    void one.say('p', () => ({ note: '经费未到位' }));
    void other.say('p', () => ({ state: 'not' }));
    await program.answerAll();
    const both = { state: 'not', note: '经费未到位', blockId: null };
    expect(program.kept.get('p')).toEqual(both);
    expect(other.store.getState().outcomes['p']).toEqual(both);
  });

  test('a reason that was not kept is told, held, and sent again', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const desk = program.openWindow();
    program.at.isLost = true;
    desk.holdReason('p', '经费未到位');
    const keeper = createKeeper(desk);
    keeper.keep();
    await program.answerAll();
    expect(desk.store.getState().message?.tone).toBe('bad');
    expect(desk.heldReason('p')).toBe('经费未到位');
    program.at.isLost = false;
    // the field was left and comes back: another keeper takes the held words over
    createKeeper(desk).keep();
    await program.answerAll();
    expect(program.kept.get('p')?.note).toBe('经费未到位');
    expect(desk.heldReason('p')).toBeNull();
  });

  test('one that fails does not hold up those behind it', async () => {
    const program = createProgram();
    const desk = program.openWindow();
    const refused = desk.say('p', () => ({ note: '没有状态' }));
    const kept = desk.say('p', () => ({ state: 'done' }));
    await program.answerAll();
    expect([await refused, await kept]).toEqual([false, true]);
    expect(program.kept.get('p')?.state).toBe('done');
  });

  test('a reason for an answer that another window took back is told in its own words', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const desk = program.openWindow();
    program.kept.delete('p');
    desk.holdReason('p', '经费未到位');
    createKeeper(desk).keep();
    await program.answerAll();
    expect(desk.store.getState().message?.text).toContain('另一个窗口里撤销');
    expect(desk.heldReason('p')).toBe('经费未到位');
  });

  test('taken back while a reason waits is taken back, and the reason is not sent', async () => {
    const program = createProgram();
    program.kept.set('p', partly);
    const desk = program.openWindow();
    void desk.say('p', (kept) => kept && null);
    const keeper = createKeeper(desk);
    keeper.type('经费未到位');
    keeper.keep();
    await program.answerAll();
    expect(program.kept.has('p')).toBe(false);
    expect(program.said).toHaveLength(1);
    expect(desk.store.getState().message).toBeNull();
  });
});
