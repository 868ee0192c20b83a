import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPiece, diffText } from '../../../core/compare/index.ts';

/** 减[-4-]加{+5+}: a difference as one line. */
function draw(pieces: readonly DiffPiece[]): string {
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
    })
    .join('');
}

const diff = (last: string, now: string) => draw(diffText(last, now));

describe('a difference reads as a person would mark it', () => {
  test.each([
    [
      'a number is whole',
      '投入1,200元，成功率98.5%。',
      '投入1,350元，成功率99%。',
      '投入[-1,200-]{+1,350+}元，成功率[-98.5%-]{+99%+}。',
    ],
    ['a year is whole', '2024年召开会议。', '2025年召开会议。', '[-2024-]{+2025+}年召开会议。'],
    [
      'a Latin word is whole',
      '通过APP公开信息。',
      '通过APEC公开信息。',
      '通过[-APP-]{+APEC+}公开信息。',
    ],
    [
      'a title is whole',
      '按照《普法规划》组织活动。',
      '按照《普法宣传规划》组织活动。',
      '按照[-《普法规划》-]{+《普法宣传规划》+}组织活动。',
    ],
    [
      'a unit stays with its number',
      '办理行政处罚案件18件。',
      '办理行政处罚案件62件，其中简易程序55件。',
      '办理行政处罚案件[-18-]{+62+}件{+，其中简易程序55件+}。',
    ],
    [
      'what is left out goes with its comma',
      '加强培训，加强监督，落实责任。',
      '加强培训，落实责任。',
      '加强培训，[-加强监督，-]落实责任。',
    ],
    [
      'a sentence that is added is marked as one',
      '召开会议三次。',
      '召开会议三次。研究事项十件。',
      '召开会议三次。{+研究事项十件。+}',
    ],
    [
      'single letters are not scattered',
      '组织宪法宣传周活动，发放资料若干。',
      '依托赶集日做普法宣讲，解答咨询若干。',
      '[-组织宪法宣传周活动，发放资料-]{+依托赶集日做普法宣讲，解答咨询+}若干。',
    ],
  ])('%s', (_, last, now, drawn) => {
    expect(diff(last, now)).toBe(drawn);
  });

  test('equal texts are one piece, empty ones none', () => {
    expect(diffText('依法行政。', '依法行政。')).toEqual([{ kind: 'same', text: '依法行政。' }]);
    expect(diffText('', '')).toEqual([]);
    expect(diffText('', '新写。')).toEqual([{ kind: 'added', text: '新写。' }]);
  });

  test.each([
    ['《规划》62\n62', '《规划》62'],
    ['62\n《规划》62', '《规划》62'],
    ['办案62件。办案', '办案'],
  ])('a change that leaves an end of the text drops nothing there: %j, %j', (then, now) => {
    const pieces = diffText(then, now);
    const side = (other: string) =>
      pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
    expect([side('added'), side('removed')]).toEqual([then, now]);
  });

  test('a sentence between two rewritten ones stays as it is', () => {
    const drawn = diff(
      '全年召开会议三次，研究事项十件。坚持依法行政。宣传活动形式单一。',
      '党委会专题学习法治思想两回。坚持依法行政。拍摄普法短视频12期。',
    );
    expect(drawn).toContain('坚持依法行政。');
    expect(drawn).not.toContain('-坚持');
  });
});

const word = fc.constantFrom(
  '依法行政',
  '执法',
  '培训',
  '18',
  '1,200',
  '98.5%',
  '次',
  '件',
  '，',
  '。',
  '；',
  '\n',
  ' ',
  '《普法规划》',
  'APP',
  '培',
  '训',
  '建立台账',
  '的',
  '“一村一顾问”',
  '𠮷',
  '（',
  '）',
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
/** Two texts with much in common, as last year’s and this year’s are. */
const pair = fc
  .array(fc.tuple(word, fc.integer({ min: 0, max: 9 }), word), { maxLength: 60 })
  .map((steps) => ({
    last: steps.map(([one, dice]) => (dice === 0 ? '' : one)).join(''),
    now: steps.map(([one, dice, other]) => (dice === 1 ? '' : dice === 2 ? other : one)).join(''),
  }));
const anyPair = fc.oneof(pair, fc.record({ last: text, now: text }));

const side = (pieces: readonly DiffPiece[], kind: 'removed' | 'added') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map((piece) => piece.text)
    .join('');

describe('laws', () => {
  test('same and removed are last year’s text, same and added this year’s', () => {
    fc.assert(
      fc.property(anyPair, ({ last, now }) => {
        const pieces = diffText(last, now);
        expect(side(pieces, 'removed')).toBe(last);
        expect(side(pieces, 'added')).toBe(now);
      }),
      { numRuns: 500 },
    );
  });

  test('no piece is empty, none follows one of its kind, removed stands before added', () => {
    fc.assert(
      fc.property(anyPair, ({ last, now }) => {
        const kinds = diffText(last, now).map((piece) => {
          expect(piece.text).not.toBe('');
          return piece.kind;
        });
        expect(kinds.join(' ')).not.toMatch(/same same|removed removed|added (?:added|removed)/u);
      }),
    );
  });

  test('swapping the texts swaps removed and added and nothing else', () => {
    const inOrder = (pieces: readonly DiffPiece[]) =>
      draw(pieces).replaceAll(/\[-([^\]]*)-\]\{\+([^}]*)\+\}/gu, '<$1|$2>');
    fc.assert(
      fc.property(anyPair, ({ last, now }) => {
        const back = diffText(now, last);
        const swapped = back.flatMap((piece, index): DiffPiece[] => {
          const next = back[index + 1];
          const previous = back[index - 1];
          if (piece.kind === 'same') return [piece];
          if (piece.kind === 'removed') {
            const added: DiffPiece = { kind: 'added', text: piece.text };
            return next?.kind === 'added' ? [{ kind: 'removed', text: next.text }, added] : [added];
          }
          return previous?.kind === 'removed' ? [] : [{ kind: 'removed', text: piece.text }];
        });
        expect(inOrder(diffText(last, now))).toBe(inOrder(swapped));
      }),
    );
  });

  test('no number is cut', () => {
    const parted = fc.array(fc.constantFrom('18', '2025', '1,200', '98.5%'), { maxLength: 20 });
    fc.assert(
      fc.property(parted, parted, (last, now) => {
        const pieces = diffText(last.join('件'), now.join('件'));
        for (const { text: words } of pieces) {
          for (const number of words.match(/[\d.,%]+/gu) ?? []) {
            expect(['18', '2025', '1,200', '98.5%']).toContain(number);
          }
        }
      }),
    );
  });

  test('hostile pairs come to an end, whole', () => {
    const letters = Array.from({ length: 12_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 7919) % 499)),
    ).join('');
    const backwards = [...letters].toReversed().join('');
    const pieces = diffText(letters, backwards);
    expect(side(pieces, 'removed')).toBe(letters);
    expect(side(pieces, 'added')).toBe(backwards);
  });
});
