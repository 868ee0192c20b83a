import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberPieces } from '../../../core/memory/index.ts';

interface Piece {
  readonly id: string;
  readonly text: string;
}

const createReader = () => {
  const asked: string[] = [];
  const read = rememberPieces({
    keyOf: ({ id }: Piece) => id,
    isSame: (a, b) => a.text === b.text,
    read: ({ id, text }) => {
      asked.push(id);
      return { said: `${id}:${text}` };
    },
  });
  return { read, asked };
};

describe('pieces of one draft after another', () => {
  test('only what changed is read again, and what stayed is the very same value', () => {
    const { read, asked } = createReader();
    const before = read([
      { id: 'a', text: '一' },
      { id: 'b', text: '二' },
    ]);
    const after = read([
      { id: 'b', text: '二' },
      { id: 'a', text: '三' },
    ]);
    expect(asked).toEqual(['a', 'b', 'a']);
    expect(after[0]).toBe(before[1]);
    expect(after[1]).toEqual({ said: 'a:三' });
  });

  test('what left a draft is forgotten', () => {
    const { read, asked } = createReader();
    read([{ id: 'a', text: '一' }]);
    read([]);
    read([{ id: 'a', text: '一' }]);
    expect(asked).toEqual(['a', 'a']);
  });

  test('any row of drafts is read as if each were the first, ids that stand twice too', () => {
    const piece = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      text: fc.constantFrom('一', '二'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 6 }), (drafts) => {
        const { read } = createReader();
        for (const draft of drafts) expect(read(draft)).toEqual(createReader().read(draft));
      }),
    );
  });
});
