import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildPart,
  buildReport,
  createCountingIds,
} from '../../../core/model/index.ts';
import { listPromises, type Outcome } from '../../../core/promises/index.ts';
import { createReasonKeeper } from '../../../renderer/features/workspace/promise-keeper.ts';
import {
  countPromises,
  describeCounts,
  groupPromises,
  isSameReview,
  listReviews,
} from '../../../renderer/features/workspace/promise-list.ts';

const createId = createCountingIds();
const text = '一是每季度评查案卷1次。二是建成法治广场1处。三是培训调解员36名。';
const base = buildReport(2025, {
  parts: [buildPart(createId, 'plan', '安排', { blocks: [buildParagraph(createId, text)] })],
});
const promises = listPromises(base);
const [first = '', second = '', third = ''] = promises.map(({ id }) => id);
const done: Outcome = { state: 'done', note: '', blockId: null };
const not: Outcome = { state: 'not', note: '经费未到位', blockId: null };
const reviews = listReviews(base, undefined);
const idsOf = (list: readonly { readonly promise: { readonly id: string } }[]) =>
  list.map(({ promise }) => promise.id);

describe('the list of last year’s promises', () => {
  test('is there before anything was analysed', () => {
    expect(idsOf(reviews)).toEqual([first, second, third]);
    expect(idsOf(listReviews(base, []))).toEqual([first, second, third]);
  });

  test('says how many were answered', () => {
    const say = (outcomes: Readonly<Record<string, Outcome>>) =>
      describeCounts(countPromises(promises, outcomes));
    expect(say({})).toBe('上年安排了 3 件事，还都没有答。');
    expect(say({ [first]: done, [second]: not })).toBe('上年安排了 3 件事：已答 2，还有 1。');
    expect(say({ [first]: done, [second]: not, [third]: done })).toBe(
      '上年安排的 3 件事，都有了交代。',
    );
  });

  test('an answer to a promise that the base no longer makes is not counted', () => {
    expect(countPromises(promises, { gone: done })).toEqual({ total: 3, answered: 0, unkept: 0 });
  });

  test('what was answered before lies folded, what is answered now stays in place', () => {
    const outcomes = { [first]: done, [second]: not };
    const groups = groupPromises(reviews, outcomes, { filter: 'all', folded: new Set([first]) });
    expect(idsOf(groups.inHand)).toEqual([second, third]);
    expect(idsOf(groups.folded)).toEqual([first]);
  });

  test('an answer taken back brings its promise up again', () => {
    const groups = groupPromises(reviews, {}, { filter: 'all', folded: new Set([first]) });
    expect(idsOf(groups.inHand)).toEqual([first, second, third]);
  });

  test('a card is drawn anew only when it would look different', () => {
    const [review] = reviews;
    if (!review) throw new Error('no review');
    const place = { partId: null, sectionId: null, blockId: 'b', quote: '评查案卷4次。' };
    expect(isSameReview(review, structuredClone(review))).toBe(true);
    expect(isSameReview(review, { ...review, suggestions: [place] })).toBe(false);
  });

  test('is filtered to what is open, or to what was not wholly kept', () => {
    const outcomes = { [first]: done, [second]: not };
    const folded = new Set([first, second]);
    const show = (filter: 'open' | 'unkept') =>
      idsOf(groupPromises(reviews, outcomes, { filter, folded }).inHand);
    expect(show('open')).toEqual([third]);
    expect(show('unkept')).toEqual([second]);
  });
});

describe('a reason', () => {
  /** A keeper over a store that takes what is sent, unless it is out of order. */
  function createKeeper(note: string | null = '') {
    const sent: string[] = [];
    const store = { note, isOutOfOrder: false };
    let waiting: (() => void) | null = null;
    const keeper = createReasonKeeper({
      readKept: () => store.note,
      send: async (words) => {
        sent.push(words);
        await Promise.resolve();
        if (!store.isOutOfOrder) store.note = words;
      },
      timers: {
        set: (run) => {
          waiting = run;
          return 1;
        },
        clear: () => {
          waiting = null;
        },
      },
    });
    return { keeper, sent, store, pause: () => waiting?.() };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  test('is kept after a pause', () => {
    const { keeper, sent, pause } = createKeeper();
    keeper.type('经费');
    keeper.type('经费未到位 ');
    expect(sent).toEqual([]);
    pause();
    expect(sent).toEqual(['经费未到位']);
  });

  test('is kept at once when the field is left, and only once', async () => {
    const { keeper, sent, pause } = createKeeper();
    keeper.type('经费未到位');
    keeper.keep();
    keeper.keep();
    await settle();
    keeper.keep();
    pause();
    expect(sent).toEqual(['经费未到位']);
  });

  test('that reads as before is not sent', () => {
    const { keeper, sent } = createKeeper('经费未到位');
    keeper.keep();
    keeper.type('经费');
    keeper.type('经费未到位');
    keeper.keep();
    expect(sent).toEqual([]);
  });

  test('that was not kept is sent again the next time', async () => {
    const { keeper, sent, store } = createKeeper();
    store.isOutOfOrder = true;
    keeper.type('经费未到位');
    keeper.keep();
    await settle();
    store.isOutOfOrder = false;
    keeper.keep();
    await settle();
    expect(sent).toEqual(['经费未到位', '经费未到位']);
    expect(store.note).toBe('经费未到位');
  });

  test('taken back while it is being kept is taken back', async () => {
    const { keeper, sent, store } = createKeeper();
    keeper.type('经费');
    keeper.keep();
    keeper.type('');
    keeper.keep();
    await settle();
    expect(sent).toEqual(['经费', '']);
    expect(store.note).toBe('');
  });

  test('waits while an input method is at work', () => {
    const { keeper, sent, pause } = createKeeper();
    keeper.type('经');
    keeper.wait();
    pause();
    expect(sent).toEqual([]);
    keeper.type('经费');
    pause();
    expect(sent).toEqual(['经费']);
  });

  test('belongs to an answer: where that was taken back nothing is sent', () => {
    const { keeper, sent } = createKeeper(null);
    keeper.type('经费未到位');
    keeper.keep();
    expect(sent).toEqual([]);
  });
});
