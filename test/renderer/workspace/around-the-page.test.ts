import { describe, expect, test } from 'vitest';
import type { Place } from '../../../core/api/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
} from '../../../core/model/index.ts';
import { readOutline, toDocument, toPieces } from '../../../renderer/editor/index.ts';
import { carryBlock, matchPassage } from '../../../renderer/features/workspace/base-match.ts';
import { findPlace, findWordsAt } from '../../../renderer/features/workspace/jump.ts';
import { buildOutline } from '../../../renderer/features/workspace/outline-rows.ts';
import { formatMoment } from '../../../renderer/features/workspace/status-line.tsx';
import {
  buildCheckItem,
  buildChecklist,
  buildItemResult as result,
} from '../../support/checklists.ts';
import { buildSampleReport } from '../editor/editor-harness.ts';

const item = (id: string, required = true) => buildCheckItem({ id, required });
const checklist = buildChecklist([item('a'), item('b'), item('c'), item('d', false)]);

describe('the outline beside the page', () => {
  const report = buildSampleReport();
  const [part] = report.parts;
  const [section] = part?.sections ?? [];
  const stops = readOutline(toDocument(report));
  const items = [
    result('a', 'answered', section?.id ?? ''),
    result('b', 'partly', part?.id ?? ''),
    result('c', 'missing', null),
    result('d', 'missing', section?.id ?? ''),
  ];

  test('counts required questions at their section, together at the part, and apart when homeless', () => {
    const { rows, homeless, total } = buildOutline(stops, items, checklist);
    const progressOf = (id: string | undefined) =>
      rows.find(({ stop }) => stop.id === id)?.progress;
    expect(progressOf(section?.id)).toEqual({ answered: 1, total: 1 });
    expect(progressOf(part?.id)).toEqual({ answered: 1, total: 2 });
    const part1 = rows.find(({ stop }) => stop.id === part?.id);
    expect(part1?.own, 'what stands under the part itself').toEqual({ answered: 0, total: 1 });
    expect(homeless).toEqual({ answered: 0, total: 1 });
    expect(total).toEqual({ answered: 1, total: 3 });
  });

  test('says 缺 of a required part without text and names those that are not there at all', () => {
    const id = createCountingIds();
    const draft = buildReport(2026, {
      parts: [
        buildPart(id, 'achievements', '主要举措', { sections: [buildSection(id, '一条')] }),
        buildPart(id, 'plan', '安排', { blocks: [buildParagraph(id, '继续。')] }),
      ],
    });
    const { rows, missing } = buildOutline(readOutline(toDocument(draft)), [], checklist);
    expect(rows.filter(({ isLacking }) => isLacking).map(({ name }) => name)).toEqual([
      '一、主要举措',
    ]);
    expect(missing).toEqual(['shortcomings', 'leadership']);
  });
});

describe('last year’s passage', () => {
  const id = createCountingIds('old');
  const old = buildReport(2025, {
    parts: [
      buildPart(id, 'achievements', '成效', {
        sections: [
          buildSection(id, '执法', [buildParagraph(id, '2025年办案50件。')]),
          buildSection(id, '调解', [buildParagraph(id, '调解30件。')]),
        ],
      }),
    ],
  });
  const [oldSection, oldOther] = old.parts[0]?.sections ?? [];
  const base = { year: 2025, report: old, rolled: old };

  test('is the section it was carried from, even under another heading', () => {
    const fresh = createCountingIds('new');
    const section = {
      ...buildSection(fresh, '调解'),
      source: { reportId: 'base', blockId: oldSection?.id ?? '' },
    };
    const doc = toDocument(
      buildReport(2026, {
        parts: [buildPart(fresh, 'achievements', '成效', { sections: [section] })],
      }),
    );
    const stop = readOutline(doc).find(({ kind }) => kind === 'section');
    expect(stop && matchPassage(base.report, toPieces(doc), stop)?.heading).toBe('执法');
  });

  test('is the section of the same heading where none was carried, else none', () => {
    const fresh = createCountingIds('new');
    const sections = [buildSection(fresh, '调解'), buildSection(fresh, '普法')];
    const doc = toDocument(
      buildReport(2026, { parts: [buildPart(fresh, 'achievements', '成效', { sections })] }),
    );
    const found = readOutline(doc)
      .filter(({ kind }) => kind === 'section')
      .map((stop) => matchPassage(base.report, toPieces(doc), stop)?.last);
    expect(found).toEqual([oldOther?.blocks, undefined]);
  });

  test('goes into this year with the words rolled forward and its origin', () => {
    const block = oldSection?.blocks[0];
    if (!block) throw new Error('no block');
    const text = '2026年办案50件。';
    const rolled = new Map([[block.id, buildParagraph(createCountingIds('new'), text)]]);
    expect(carryBlock('base', block, rolled, 'x')).toEqual({
      type: 'paragraph',
      id: 'x',
      source: { reportId: 'base', blockId: block.id },
      text: '2026年办案50件。',
    });
  });
});

describe('jumping to a place', () => {
  const report = buildSampleReport();
  const doc = toDocument(report);
  const section = report.parts[0]?.sections[1];
  const block = section?.blocks[0];
  const place: Place = {
    partId: report.parts[0]?.id ?? null,
    sectionId: section?.id ?? null,
    blockId: block?.id ?? null,
    quote: '案件62件',
  };
  const words = (range: { from: number; to: number } | null) =>
    range && doc.textBetween(range.from, range.to);

  test('finds the quoted words within their block', () => {
    expect(words(findPlace(doc, place))).toBe('案件62件');
    expect(words(findWordsAt(doc, place, '62'))).toBe('62');
  });

  test('finds the line when the words were changed since, and the words when the line is gone', () => {
    expect(words(findPlace(doc, { ...place, quote: '旧话' }))).toBe('办理案件62件。');
    expect(words(findPlace(doc, { ...place, blockId: 'gone' }))).toBe('案件62件');
    expect(findPlace(doc, { ...place, blockId: 'gone', quote: '旧话' })).toBeNull();
  });

  test('finds words of the title, which has no id', () => {
    const title = { partId: null, sectionId: null, blockId: null, quote: '2026年度' };
    expect(words(findPlace(doc, title))).toBe('2026年度');
  });
});

test('the moment of a save is a time of day, with its date when that is not today', () => {
  const now = new Date(2027, 0, 15, 14, 30, 0);
  expect(formatMoment(new Date(2027, 0, 15, 14, 3, 22).toISOString(), now)).toBe('14:03:22');
  expect(formatMoment(new Date(2027, 0, 9, 8, 0, 5).toISOString(), now)).toBe('1 月 9 日 08:00:05');
});
