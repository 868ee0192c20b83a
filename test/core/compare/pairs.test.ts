import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairBlocks, pairFigures } from '../../../core/compare/index.ts';
import { type Block, buildParagraph, createCountingIds } from '../../../core/model/index.ts';

const source = (blockId: string) => ({ reportId: 'base', blockId });

function paragraphs(
  prefix: string,
  texts: readonly (string | readonly [string, string])[],
): Block[] {
  const createId = createCountingIds(prefix);
  return texts.map((text) =>
    typeof text === 'string'
      ? buildParagraph(createId, text)
      : buildParagraph(createId, text[1], source(text[0])),
  );
}

const rows = (last: readonly Block[], now: readonly Block[]) =>
  pairBlocks(last, now).map((pair) => [pair.last?.id ?? '', pair.now?.id ?? '', pair.moved]);

describe('last year’s blocks beside this year’s', () => {
  test('by their source, however much was rewritten', () => {
    const last = paragraphs('a', ['全年组织执法培训四次。', '建立台账。']);
    const now = paragraphs('b', [
      ['a1', '完全另写的一段文字。'],
      ['a2', '建立台账。'],
    ]);
    expect(rows(last, now)).toEqual([
      ['a1', 'b1', false],
      ['a2', 'b2', false],
    ]);
  });

  test('by likeness where nothing was carried', () => {
    const last = paragraphs('a', ['召开会议研究法治建设工作。', '全年组织执法人员业务培训四次。']);
    const now = paragraphs('b', ['全年组织执法人员业务培训五次。']);
    expect(rows(last, now)).toEqual([
      ['a1', '', false],
      ['a2', 'b1', false],
    ]);
  });

  test('one that changed its place is said to have moved, the others are not', () => {
    const last = paragraphs('a', ['第一段话。', '第二段话。', '第三段话。']);
    const now = paragraphs('b', [
      ['a3', '第三段话。'],
      ['a1', '第一段话。'],
      ['a2', '第二段话。'],
    ]);
    expect(rows(last, now)).toEqual([
      ['a3', 'b1', true],
      ['a1', 'b2', false],
      ['a2', 'b3', false],
    ]);
  });

  test('what was left out stands where it stood, what is new where it stands', () => {
    const last = paragraphs('a', ['甲乙丙丁。', '戊己庚辛。', '子丑寅卯。']);
    const now = paragraphs('b', [['a1', '甲乙丙丁。'], '新写的一段。', ['a3', '子丑寅卯。']]);
    expect(rows(last, now)).toEqual([
      ['a1', 'b1', false],
      ['', 'b2', false],
      ['a2', '', false],
      ['a3', 'b3', false],
    ]);
  });

  test('every block of either side stands in exactly one pair', () => {
    const texts = fc.array(
      fc.tuple(
        fc.constantFrom('a1', 'a2', 'a3', 'a9', ''),
        fc.constantFrom('甲乙丙丁', '甲乙丙戊', '子丑', ''),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const last = paragraphs(
          'a',
          left.map(([, text]) => text),
        );
        const now = paragraphs(
          'b',
          right.map(([id, text]) => (id ? ([id, text] as const) : text)),
        );
        const pairs = pairBlocks(last, now);
        expect(pairs.flatMap((pair) => pair.now ?? [])).toEqual(now);
        const seen = pairs.flatMap((pair) => pair.last?.id ?? []);
        expect(seen.toSorted()).toEqual(last.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('figures side by side', () => {
  const compare = (last: string, now: string) =>
    pairFigures(paragraphs('a', [last]), paragraphs('b', [now])).map((pair) => [
      pair.name,
      pair.unit,
      pair.last?.value ?? null,
      pair.now?.value ?? null,
      pair.difference,
      pair.percent,
    ]);

  test('of one name and unit, with what has changed', () => {
    expect(
      compare('受理矛盾纠纷200件，调解成功率98%。', '受理矛盾纠纷250件，调解成功率99%。'),
    ).toEqual([
      ['受理矛盾纠纷', '件', 200, 250, 50, 25],
      ['调解成功率', '%', 98, 99, 1, null],
    ]);
  });

  test('those of one side alone stand there alone, the new ones last', () => {
    expect(compare('召开专题会议3次。', '公开政府信息118条。')).toEqual([
      ['召开专题会议', '次', 3, null, null, null],
      ['公开政府信息', '条', null, 118, null, null],
    ]);
  });

  test('a name written a little otherwise is the same figure, another unit is not', () => {
    const pairs = compare('发放宣传资料5200份。', '发放普法宣传资料6000份，宣传资料3种。');
    expect(pairs[0]?.slice(1)).toEqual(['份', 5200, 6000, 800, 15.384615]);
  });

  test('from nothing there is no percent', () => {
    expect(compare('行政应诉案件0件。', '行政应诉案件2件。')[0]?.slice(2)).toEqual([0, 2, 2, null]);
  });

  test('each side tells where it stands', () => {
    const [pair] = pairFigures(
      paragraphs('a', ['召开专题会议3次。']),
      paragraphs('b', ['全镇召开专题会议4次，研究事项。']),
    );
    expect(pair?.last).toEqual({ value: 3, blockId: 'a1', quote: '召开专题会议3次。' });
    expect(pair?.now).toMatchObject({ value: 4, blockId: 'b1' });
  });
});
