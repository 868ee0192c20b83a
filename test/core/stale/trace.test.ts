import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceBackwards, traceForwards } from '../../../core/stale/trace.ts';

const text = fc
  .array(fc.constantFrom('检查', '检', '12', '次', '，', '。', '十二', 'A', '😀', ' '), {
    maxLength: 16,
  })
  .map((words) => words.join(''));
const reverse = (words: string) => words.split('').toReversed().join('');

describe('the trace of carried words', () => {
  it('goes from the end as it goes from the beginning of the texts turned round', () => {
    fc.assert(
      fc.property(text, text, (now, then) => {
        const turned = [...traceForwards(reverse(now), reverse(then))].toReversed();
        expect([...traceBackwards(now, then)]).toEqual(
          turned.map((at) => (at < 0 ? -1 : then.length - 1 - at)),
        );
      }),
    );
  });

  it('leads to the same sign, further on for a sign further on', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (now, then, isForwards) => {
        const map = isForwards ? traceForwards(now, then) : traceBackwards(now, then);
        let last = -1;
        map.forEach((at, offset) => {
          if (at < 0) return;
          expect(then[at]).toBe(now[offset]);
          expect(at).toBeGreaterThan(last);
          last = at;
        });
      }),
    );
  });

  it('takes the first of equal words, or the last', () => {
    expect([...traceForwards('检查', '检查，检查')]).toEqual([0, 1]);
    expect([...traceBackwards('检查', '检查，检查')]).toEqual([3, 4]);
  });
});
