import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
} from '../../../core/model/index.ts';
import {
  createShareMeter,
  measureShares,
  provenanceOf,
  toPercents,
} from '../../../core/roll-forward/index.ts';

const source = '全年办理行政处罚案件62件，其中简易程序55件。开展案卷评查4次，发现问题3个。';

describe('the provenance of a block', () => {
  test.each([
    ['another mark', source.replace('，', '；')],
    ['a half-width mark', source.replaceAll('，', ',')],
    ['full-width digits', source.replace('62', '６２')],
    ['a doubled full stop', source.replace('。', '。。')],
    ['a missing mark', source.replaceAll('，', '')],
    ['blanks', ` ${source.replace('案件', ' 案件　')}`],
  ])('is carried over when only %s tells it from its source', (_, text) => {
    expect(provenanceOf(text, source)).toBe('carried');
    expect(provenanceOf(source, text)).toBe('carried');
  });

  test.each([
    ['3.5倍的增长率', '35倍的增长率'],
    ['办结率99%，满意', '办结率99，满意'],
    ['2025-01开始实行', '202501开始实行'],
  ])('%s is not %s', (then, now) => {
    expect(provenanceOf(now, then)).toBe('edited');
  });

  test('is edited for either half of what was split, and where much was added', () => {
    const [first = '', second = ''] = source.split('。');
    expect(provenanceOf(`${first}。`, source)).toBe('edited');
    expect(provenanceOf(second, source)).toBe('edited');
    expect(provenanceOf(source + '甲乙丙丁'.repeat(50), source)).toBe('edited');
  });

  test('blanks on either side mean nothing', () => {
    const blanks = fc.array(fc.constantFrom(' ', '\t', '　', '\n'), { maxLength: 3 });
    const letters = fc.array(fc.constantFrom(...'依法治镇62件，。%.a'), { maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, blanks, fc.nat(20), (now, then, space, at) => {
        const loose = now.toSpliced(at, 0, ...space).join('');
        const [a, b] = [now.join(''), then.join('')];
        expect(provenanceOf(loose, b)).toBe(provenanceOf(a, b));
        expect(provenanceOf(b, loose)).toBe(provenanceOf(b, a));
        expect(measureShares(loose, b)).toEqual(measureShares(a, b));
      }),
    );
  });
});

describe('the shares of a block', () => {
  test('count what is carried letter by letter, the rest as rewritten', () => {
    expect(measureShares(source.replace('62', '71'), source)).toEqual({
      carried: 34,
      edited: 2,
      new: 0,
    });
  });

  test('runs of three are nobody’s', () => {
    expect(measureShares('甲乙丙丁子丑寅卯', '甲乙丙戊子丑寅辰').carried).toBe(0);
    expect(measureShares('甲乙丙丁子丑寅卯', '甲乙丙丁丑子寅卯').carried).toBe(4);
  });

  test('what stands once in the source is carried over once', () => {
    expect(measureShares('严格规范执法严格规范执法', '严格规范执法').carried).toBe(6);
  });

  test('sentences that changed places are carried over', () => {
    const [first = '', second = ''] = source.split('。');
    expect(measureShares(`${second}。${first}。`, source)).toMatchObject({ edited: 0, new: 0 });
  });

  test('twenty thousand characters with nothing but repetitions are measured too', () => {
    const now = '甲乙甲甲乙'.repeat(4000);
    const { carried, edited } = measureShares(now, '甲甲乙甲乙乙'.repeat(4000));
    expect(carried).toBeGreaterThan(0);
    expect(carried + edited).toBe(now.length);
  });
});

const id = createCountingIds('b');
const sentence = fc
  .array(fc.constantFrom(...'依法治镇办件次年度'), { minLength: 4, maxLength: 16 })
  .map((letters) => `${letters.join('')}。`);
const foreign = '新写的句子和原来全不相同，';

function build(texts: readonly string[]) {
  return texts.map((text, index) => buildParagraph(id, text, from(`old${index}`)));
}
const from = (blockId: string) => ({ reportId: 'base', blockId });

function buildDraft(texts: readonly string[]) {
  const blocks = build(texts);
  return buildReport(2026, {
    preamble: blocks.slice(0, 1),
    parts: [
      buildPart(id, 'achievements', '成效', {
        blocks: blocks.slice(1, 2),
        sections: [buildSection(id, '执法', blocks.slice(2))],
      }),
    ],
  });
}

describe('the shares of a report', () => {
  test('are all carried over in a draft nobody touched, none where all was replaced', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (texts) => {
        const measure = createShareMeter(buildDraft(texts));
        expect(toPercents(measure(buildDraft(texts)).whole)?.carried).toBe(100);
        expect(measure(buildDraft(texts.map(() => foreign))).whole.carried).toBe(0);
      }),
    );
  });

  test('never grow when one more sentence is replaced', () => {
    const blocks = fc.array(sentence, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(blocks, fc.infiniteStream(fc.nat()), (sentences, order) => {
        const measure = createShareMeter(buildDraft([sentences.join('')]));
        const now = [...sentences];
        const left = now.map((_, index) => index);
        let last = 1;
        while (left.length > 0) {
          const [at = 0] = left.splice((order.next().value ?? 0) % left.length, 1);
          now[at] = foreign;
          const { carried, edited, new: fresh } = measure(buildDraft([now.join('')])).whole;
          const share = carried / (carried + edited + fresh);
          expect(share).toBeLessThanOrEqual(last);
          last = share;
        }
        expect(last).toBe(0);
      }),
    );
  });

  test('a section is counted in its part, and moving it changes neither its share nor the whole’s', () => {
    const draft = buildDraft([source, source, source]);
    const measure = createShareMeter(draft);
    const [part] = draft.parts;
    const [section] = part?.sections ?? [];
    const { byHome, whole } = measure(draft);
    expect(byHome[section?.id ?? '']?.carried).toBe(36);
    expect(byHome[part?.id ?? '']?.carried).toBe(72);
    expect([byHome['front']?.carried, whole.carried]).toEqual([36, 108]);
    const other = buildPart(id, 'plan', '安排', { sections: part?.sections ?? [] });
    const parts = [{ ...(part ?? other), sections: [] }, other];
    const moved = measure({ ...draft, parts });
    expect(moved.byHome[section?.id ?? '']).toEqual(byHome[section?.id ?? '']);
    expect(moved.byHome[other.id]?.carried).toBe(36);
    expect(moved.whole).toEqual(whole);
  });

  test('a block whose source or text changed is measured anew', () => {
    const draft = buildDraft([source]);
    const measure = createShareMeter(draft);
    const [block] = draft.preamble;
    if (!block) throw new Error('no block');
    expect(measure(draft).whole.carried).toBe(36);
    const orphan = { ...draft, preamble: [{ ...block, source: null }] };
    expect(measure(orphan).whole).toEqual({ carried: 0, edited: 0, new: 36 });
    expect(measure(draft).whole.carried).toBe(36);
  });
});

test('percents always make a hundred', () => {
  const count = fc.nat(100_000);
  fc.assert(
    fc.property(count, count, count, (carried, edited, fresh) => {
      const percents = toPercents({ carried, edited, new: fresh });
      if (!percents) return expect(carried + edited + fresh).toBe(0);
      expect(percents.carried + percents.edited + percents.new).toBe(100);
      expect(Math.min(percents.carried, percents.edited, percents.new)).toBeGreaterThanOrEqual(0);
    }),
  );
});
