import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { readOutline, toDocument, toPieces } from '../../../renderer/editor/index.ts';
import {
  carryBlock,
  collectRolled,
  matchPassage,
} from '../../../renderer/features/workspace/base-match.ts';
import {
  describeChange,
  formatFigure,
} from '../../../renderer/features/workspace/last-year-numbers.ts';
import { markSentences } from '../../../renderer/features/workspace/last-year-sentences.ts';

const createId = createCountingIds('old');
const paragraph = (text: string) => buildParagraph(createId, text);
const law = buildSection(createId, '规范执法', [paragraph('办案62件。')]);
const peace = buildSection(createId, '化解纠纷', [paragraph('调解152件。')]);
const base = buildReport(2025, {
  preambleHeading: '引 言',
  preamble: [paragraph('现将情况报告如下。')],
  parts: [
    buildPart(createId, 'achievements', '主要成效', { sections: [law, peace] }),
    buildPart(createId, 'plan', '安排', { blocks: [paragraph('培训4次。')] }),
  ],
});

const textsOf = (blocks: readonly Block[] | undefined) =>
  blocks?.map((block) => (block.type === 'table' ? '' : block.text));

function match(report: Report, kind: string, at = 0) {
  const doc = toDocument(report);
  const stop = readOutline(doc).filter((each) => each.kind === kind)[at];
  if (!stop) throw new Error(`no ${kind}`);
  return matchPassage(base, toPieces(doc), stop);
}

describe('the passage of last year’s that matches the caret’s place', () => {
  const newId = createCountingIds('new');
  const own = (text: string, blockId?: string) =>
    buildParagraph(newId, text, blockId ? { reportId: 'base', blockId } : null);
  const report = buildReport(2026, {
    preamble: [own('现将本年情况报告如下。')],
    parts: [
      buildPart(newId, 'achievements', '成效', {
        sections: [
          buildSection(newId, '严格规范公正文明执法', [own('办案70件。', law.blocks[0]?.id)]),
          buildSection(newId, '化解纠纷', [own('调解160件。')]),
          buildSection(newId, '政务公开', [own('公开118条。')]),
        ],
      }),
      buildPart(newId, 'plan', '2027年安排', { blocks: [own('培训5次。')] }),
    ],
  });

  test('for the front is the preamble', () => {
    const found = match(report, 'front');
    expect(found?.heading).toBe('引 言');
    expect(textsOf(found?.last)).toEqual(['现将情况报告如下。']);
    expect(textsOf(found?.now)).toEqual(['现将本年情况报告如下。']);
  });

  test('for a renamed section is the one its text was carried from', () => {
    expect(match(report, 'section')?.heading).toBe('规范执法');
  });

  test('for a section written anew is that of the same heading, else none', () => {
    expect(textsOf(match(report, 'section', 1)?.last)).toEqual(['调解152件。']);
    expect(match(report, 'section', 2)).toBeNull();
  });

  test('for a part whose text stands in sections is all of that, on both sides', () => {
    const found = match(report, 'part');
    expect(textsOf(found?.last)).toEqual(['办案62件。', '调解152件。']);
    expect(textsOf(found?.now)).toEqual(['办案70件。', '调解160件。', '公开118条。']);
  });

  test('for a part without sections is its paragraphs', () => {
    expect(textsOf(match(report, 'part', 1)?.last)).toEqual(['培训4次。']);
    expect(textsOf(match(report, 'part', 1)?.now)).toEqual(['培训5次。']);
  });

  test('for the closing is none', () => {
    expect(match(report, 'closing')).toBeNull();
  });
});

describe('a block of last year’s put into this year’s', () => {
  const rolledId = createCountingIds('rolled');
  const table: Block = { type: 'table', id: 't', source: null, rows: [['2025年', '62件']] };
  const text = buildParagraph(createId, '2025年办案62件。');
  const source = (blockId: string) => ({ reportId: 'base', blockId });
  const rolled = collectRolled(
    buildReport(2026, {
      preamble: [
        { ...table, id: rolledId(), source: source('t'), rows: [['2026年', '62件']] },
        buildParagraph(rolledId, '2026年办案62件。', source(text.id)),
        buildParagraph(rolledId, '新的一段。'),
      ],
    }),
  );

  test('is as rolling forward made it, a table too', () => {
    expect(carryBlock('base', table, rolled, 'a')).toEqual({
      type: 'table',
      id: 'a',
      source: source('t'),
      rows: [['2026年', '62件']],
    });
    expect(carryBlock('base', text, rolled, 'b')).toMatchObject({
      id: 'b',
      source: source(text.id),
      text: '2026年办案62件。',
    });
  });
});

describe('last year’s sentences with what has become of them', () => {
  const draw = (last: string, now: string | null, rolled = last) =>
    markSentences(last, rolled, now).map(({ pieces }) =>
      pieces
        .map(({ kind, text }) =>
          kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
        )
        .join(''),
    );

  test('each keeps its own changes; a sentence that is new goes with the one before it', () => {
    expect(draw('办案62件。培训3次。', '办案70件。新招2名。培训3次。')).toEqual([
      '办案[-62-]{+70+}件。{+新招2名。+}',
      '培训3次。',
    ]);
  });

  test('alone they stand as they were', () => {
    expect(draw('办案62件。培训3次。', null)).toEqual(['办案62件。', '培训3次。']);
  });

  test('each comes with this year’s wording, where it has one', () => {
    const [first, second] = markSentences(
      '2025年办案62件。培训3次。',
      '2026年办案62件。培训3次。',
      null,
    );
    expect(first).toMatchObject({ text: '2025年办案62件。', rolled: '2026年办案62件。' });
    expect(second?.rolled).toBe('培训3次。');
  });

  const wordings = (last: string, rolled: string) =>
    markSentences(last, rolled, null).map((sentence) => sentence.rolled);

  test('none comes with the wording of another, also where one was put in or taken out', () => {
    expect(wordings('办案62件。培训3次。', '新招2名。2026年办案62件。培训3次。')).toEqual([
      '新招2名。2026年办案62件。',
      '培训3次。',
    ]);
    expect(wordings('办案62件。培训3次。走访5户。', '办案62件。走访5户。')).toEqual([
      '办案62件。',
      '',
      '走访5户。',
    ]);
    expect(wordings('办案62件。培训3次。', '培训3次。走访5户。')).toEqual([
      '',
      '培训3次。走访5户。',
    ]);
  });

  test('a word put in before a sentence belongs to that sentence', () => {
    expect(wordings('办案62件。培训3次。走访5户。', '办案62件。今年培训3次。走访；5户。')).toEqual([
      '办案62件。',
      '今年培训3次。',
      '走访；5户。',
    ]);
  });

  test('the wordings together are all that rolling forward made', () => {
    const words = fc
      .array(fc.constantFrom('办案', '2025年', '62', '件', '。', '；', '，', '《规划》'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (last, rolled) => {
        expect(wordings(last, rolled).join('')).toBe(rolled);
      }),
    );
  });

  test('together they are last year’s text, and this year’s', () => {
    const word = fc.constantFrom(
      '办案',
      '62',
      '件',
      '。',
      '；',
      '培训',
      '，',
      '《规划》',
      ' ',
      '\n',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (last, now) => {
        const pieces = markSentences(last, last, now).flatMap((sentence) => sentence.pieces);
        const side = (other: string) =>
          pieces.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
        expect(side('added')).toBe(last);
        expect(side('removed')).toBe(now);
      }),
    );
  });
});

describe('figures of both years', () => {
  const side = (value: number) => ({ value, blockId: 'b', quote: '' });
  const pair = (difference: number | null, percent: number | null, unit = '件') => ({
    name: '案件',
    unit,
    last: null,
    now: null,
    difference,
    percent,
  });

  test('are written plainly, — where a year has none', () => {
    expect(formatFigure(side(62), '件')).toBe('62');
    expect(formatFigure(side(98.5), '%')).toBe('98.5%');
    expect(formatFigure(null, '件')).toBe('—');
  });

  test('say what has changed', () => {
    expect(describeChange(pair(50, 25))).toBe('+50（25%）');
    expect(describeChange(pair(-3, -4.76))).toBe('−3（4.8%）');
    expect(describeChange(pair(1, null, '%'))).toBe('+1 个百分点');
    expect(describeChange(pair(2, null))).toBe('+2');
    expect(describeChange(pair(0, 0))).toBe('持平');
    expect(describeChange(pair(null, null))).toBe('');
  });
});
