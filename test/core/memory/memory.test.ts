import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory, remember } from '../../../core/memory/index.ts';

/** A reader that tells how often it read. */
function createReader() {
  const asked: string[] = [];
  const read = (text: string) => {
    asked.push(text);
    return text.length;
  };
  return { asked, read };
}

describe('a reading that remembers', () => {
  it('reads a text once', () => {
    const { asked, read } = createReader();
    const lengthOf = remember(read);
    expect([lengthOf('甲'), lengthOf('甲'), lengthOf('乙丙')]).toEqual([1, 1, 2]);
    expect(asked).toEqual(['甲', '乙丙']);
  });

  it('remembers a value of nothing, naught and no words as well', () => {
    let made = 0;
    const memory = createMemory<null | number | string>();
    for (const value of [null, 0, '']) {
      const make = () => {
        made += 1;
        return value;
      };
      expect(memory.get(`${value}!`, make)).toBe(value);
      expect(memory.get(`${value}!`, make)).toBe(value);
    }
    expect(made).toBe(3);
  });

  it('never forgets what is asked for again and again', () => {
    const { asked, read } = createReader();
    const lengthOf = remember(read, 4);
    for (let round = 0; round < 100; round += 1) {
      lengthOf('沿用');
      lengthOf(`改写${round}`);
    }
    expect(asked.filter((text) => text === '沿用')).toHaveLength(1);
  });

  it('keeps the texts asked for last, and forgets what was not asked for in a long time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 200 }),
        fc.integer({ min: 1, max: 8 }),
        (texts, most) => {
          const { asked, read } = createReader();
          const lengthOf = remember(read, most);
          texts.forEach((text, at) => {
            asked.length = 0;
            expect(lengthOf(text)).toBe(text.length);
            const between = new Set(texts.slice(texts.lastIndexOf(text, at - 1) + 1, at));
            const wasAsked = at > 0 && texts.lastIndexOf(text, at - 1) >= 0;
            if (wasAsked && between.size < most) expect(asked).toEqual([]);
            if (!wasAsked || between.size >= 2 * most) expect(asked).toEqual([text]);
          });
        },
      ),
    );
  });
});
