import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookmarkToTag,
  type FormMark,
  formatBookmark,
  formatMark,
  parseMark,
} from '../../../core/forms/index.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/u);
const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
const mark: fc.Arbitrary<FormMark> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'question' as const,
      'answer' as const,
      'figure' as const,
      'department' as const,
    ),
    id,
  }) as fc.Arbitrary<FormMark>,
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 1990, max: 2199 }) }),
  fc.record({ kind: fc.constant('last' as const), id, printed: fc.constantFrom('', '12', '1.5') }),
  fc.record({
    kind: fc.constant('note' as const),
    id: fc.constantFrom('returnBy' as const, 'contact' as const),
    printed: fc.constantFrom('2027 年 1 月 10 日', '王芳：12:30 前'),
  }),
);

describe('marks of printed words', () => {
  it('read back from a tag as they were written', () => {
    fc.assert(
      fc.property(mark, (wanted) => {
        const tag = formatMark(wanted);
        expect(tag && parseMark(tag)).toEqual(tag && wanted);
      }),
    );
  });

  it('read back from the name of a bookmark, which Word takes', () => {
    fc.assert(
      fc.property(mark, (wanted) => {
        const name = formatBookmark(wanted);
        if (name === null) return;
        expect(name).toMatch(/^[a-z]\w{0,39}$/u);
        expect(parseMark(bookmarkToTag(name) ?? '')).toEqual(wanted);
      }),
    );
  });

  it.each(['', 'nb', 'nb:q:', 'nb:x:1', 'other:q:1', 'nb:y:今年', 'nb:n:filler:甲'])(
    'are none in %j',
    (tag) => expect(parseMark(tag)).toBeNull(),
  );

  it.each(['_GoBack', 'OLE_LINK1', 'nb', 'nb_x_1', 'nbq'])(
    'are none in the bookmark %s',
    (name) => {
      expect(bookmarkToTag(name)).toBeNull();
    },
  );

  it('are left out where Word would cut them off', () => {
    const long = { kind: 'question', id: 'a'.repeat(80) } as const;
    expect([formatMark(long), formatBookmark(long)]).toEqual([null, null]);
  });
});
