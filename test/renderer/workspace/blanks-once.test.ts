import { describe, expect, test } from 'vitest';
import type { Finding, Place } from '../../../core/api/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  createCountingIds,
} from '../../../core/model/index.ts';
import type { OpenRow } from '../../../core/self-check/index.ts';
import { toDocument } from '../../../renderer/editor/index.ts';
import { findRow } from '../../../renderer/features/check/use-jump.ts';
import { listFindings } from '../../../renderer/features/workspace/open-points.ts';
import { findUnfilled } from '../../../renderer/features/workspace/step-to-blank.ts';

const text = '全镇开展活动3场。上半年检查〔次数〕次，下半年检查〔次数〕次。';
const sentence = '上半年检查〔次数〕次，下半年检查〔次数〕次。';
const block = buildParagraph(createCountingIds('b'), text);
const doc = toDocument(
  buildReport(2025, {
    parts: [buildPart(createCountingIds('p'), 'achievements', '成效', { blocks: [block] })],
  }),
);
const placeOf = (quote: string): Place => ({
  partId: 'p1',
  sectionId: null,
  blockId: block.id,
  quote,
});

const finding = (rule: string, words: string): Finding => ({
  rule,
  severity: 'error',
  text: words,
  message: '',
  place: placeOf(sentence),
  suggestion: '',
});

describe('blanks that nobody filled in', () => {
  test('are counted as blanks and not once more by 校对, which keeps every other mark', () => {
    const marks = finding('placeholder', '××村');
    const mixed = finding('placeholder', '〔次数〕次，××村');
    const other = finding('paragraph-end', '〔次数〕');
    const all = [finding('placeholder', '〔次数〕次，下半年检查〔次数〕'), marks, mixed, other];
    expect(listFindings(all)).toEqual([marks, mixed, other]);
    expect(listFindings(all), 'the same list for the same findings').toBe(listFindings(all));
    expect(listFindings(undefined)).toEqual([]);
  });

  test('of one name in one paragraph are each led to', () => {
    const within = '〔次数〕次，下半年检查〔次数〕';
    const row = (offset: number): OpenRow => ({
      key: `${offset}`,
      kind: 'blank',
      text: '〔次数〕',
      detail: '',
      place: placeOf(sentence),
      within,
      offset,
      homeId: null,
      refId: null,
      isBlocking: true,
    });
    const first = findRow(doc, row(0));
    const second = findRow(doc, row(within.lastIndexOf('〔')));
    const wordsAt = (range: typeof first) => range && doc.textBetween(range.from, range.to);
    expect([wordsAt(first), wordsAt(second)]).toEqual(['〔次数〕', '〔次数〕']);
    expect((second?.from ?? 0) - (first?.from ?? 0)).toBe(
      text.lastIndexOf('〔次数〕') - text.indexOf('〔次数〕'),
    );
  });

  test('a question answered by a sentence with blanks leads to the first of them', () => {
    const blank = findUnfilled(doc, [placeOf('全镇开展活动3场。'), placeOf(sentence)]);
    expect(blank && doc.textBetween(blank.from - 2, blank.to + 1)).toBe('检查〔次数〕次');
    expect(findUnfilled(doc, [placeOf('全镇开展活动3场。')])).toBeNull();
    const isGone = { ...placeOf('又检查〔件数〕件。'), blockId: 'gone' };
    expect(findUnfilled(doc, [isGone])).toBeNull();
  });
});
