import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../core/api/index.ts';
import { buildMatrix, coverReport, homeOf, listHomes } from '../../../core/coverage/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { fillPhrase, shipped } from '../../templates/shipped-packs.ts';
import { buildCovered, idOf, type Outlined } from './build-covered.ts';

const packs = choosePacks(shipped.packs, 2024, { issuers: ['青石镇人民政府'] });
const ids = packs.checklist.items.map(({ id }) => id);
const phrases = packs.checklist.items.flatMap((item) => item.phrases.map(fillPhrase));

function draw(outlined: Outlined, answers: Readonly<Record<string, Answer>> = {}) {
  const report = buildCovered(outlined, ['现将2024年度法治政府建设情况报告如下。']);
  const coverage = coverReport(report, packs, answers);
  return { report, coverage, matrix: buildMatrix(report, packs, coverage) };
}

describe('the columns of the map', () => {
  it('are named as the page numbers them', () => {
    const report = buildCovered({
      achievements: [['政务公开'], ['规范执法']],
      shortcomings: [['', '力量不足。']],
    });
    expect(listHomes(report).map(({ label }) => label)).toEqual([
      '引言',
      '一',
      '一（一）',
      '一（二）',
      '二',
    ]);
  });

  it('leave out a part whose sections hold its text, unless its heading tells something', () => {
    const { report, coverage, matrix } = draw({ plan: [['政务公开', '主动公开信息80条。']] });
    const [part] = report.parts;
    const quiet = coverage.items.map((item) => ({
      ...item,
      where: item.where.filter((place) => homeOf(place) !== part?.id),
      homeId: item.homeId === part?.id ? null : item.homeId,
    }));
    const labels = (items: typeof quiet) =>
      buildMatrix(report, packs, { ...coverage, items }).columns.map(({ label }) => label);
    expect(labels(quiet)).toEqual(['引言', '一（一）']);
    expect(matrix.columns.map(({ label }) => label)).toEqual(['引言', '一', '一（一）']);
  });
});

describe('a row of the map', () => {
  it('shows what is told where, and what is to be told where', () => {
    const { report, matrix } = draw({ achievements: [['政务公开', '主动公开信息80条。']] });
    const row = matrix.rows.find(({ id }) => id === '2021-27');
    expect(row).toMatchObject({ kind: 'outline', state: 'partly', level: expect.any(String) });
    const cell = row?.cells[idOf(report, '政务公开')];
    expect(cell?.items).toContain('2021-27-disclosure');
    expect(cell?.items).toContain('2021-27-requests');
    expect(cell?.quotes.map(({ quote }) => quote)).toContain('主动公开信息80条。');
  });

  it('asks in each cell for no more than the questions of that cell require', () => {
    const { matrix } = draw({ achievements: [['政务公开', '主动公开信息80条。']] });
    const required = new Set(packs.checklist.items.flatMap((one) => (one.required ? one.id : [])));
    const cells = matrix.rows.flatMap((row) => Object.values(row.cells));
    expect(new Set(cells.map((cell) => cell.required))).toEqual(new Set([true, false]));
    for (const cell of cells) expect(cell.required).toBe(cell.items.some((id) => required.has(id)));
  });

  it('is there for each question of a rule, under the rule', () => {
    const { matrix } = draw({ achievements: [] });
    const own = matrix.rows.filter(({ kind }) => kind === 'question');
    const rules = packs.checklist.items.filter(({ outlineItem }) => outlineItem === null);
    expect(own.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const titles = new Set(packs.sources.map(({ title }) => title));
    expect(own.filter(({ chapter }) => !titles.has(chapter))).toEqual([]);
  });
});

const section = fc
  .tuple(
    fc.constantFrom('推进政务公开', '规范执法', '化解矛盾纠纷', ''),
    fc.array(fc.constantFrom(...phrases), { maxLength: 4 }),
  )
  .map(([head, texts]) => [head, ...texts] as const);
const sections = fc.array(section, { maxLength: 4 });
const outlined = fc
  .tuple(sections, sections, sections)
  .map(([achievements, leadership, plan]): Outlined => ({ achievements, leadership, plan }));
const answer = fc.record({
  state: fc.constantFrom('answered', 'partly', 'missing', 'notApplicable'),
  reason: fc.constant('本年度没有'),
});
const answers = fc.dictionary(fc.constantFrom(...ids), answer, { maxKeys: 6 });

describe('the map', () => {
  it('says of every row what coverage says, and of every cell what its questions say', () => {
    fc.assert(
      fc.property(outlined, answers, (content, said) => {
        const { coverage, matrix } = draw(content, said);
        const results = new Map(coverage.items.map((item) => [item.itemId, item]));
        const outline = matrix.rows.filter(({ kind }) => kind === 'outline');
        expect(outline.map(({ id, state }) => [id, state])).toEqual(
          coverage.outline.map(({ itemId, state }) => [itemId, state]),
        );
        const columns = matrix.columns.map(({ id }) => id);
        const questions = matrix.rows.filter(({ kind }) => kind === 'question');
        expect(questions.map(({ state }) => state)).toEqual(
          questions.map(({ id }) => results.get(id)?.state),
        );
        const cells = matrix.rows.flatMap((row) => Object.entries(row.cells));
        for (const [home, { state, items, quotes }] of cells) {
          expect(columns).toContain(home);
          expect(quotes.filter((place) => homeOf(place) !== home)).toEqual([]);
          const states = new Set(items.map((id) => results.get(id)?.state));
          if (states.size === 1) expect(states).toEqual(new Set([state]));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows every sentence of every question of its rows, once in its column', () => {
    fc.assert(
      fc.property(outlined, (content) => {
        const { coverage, matrix } = draw(content);
        const shown = new Set(matrix.rows.flatMap(({ items }) => items));
        for (const { itemId, where } of coverage.items) {
          if (!shown.has(itemId)) continue;
          const row = matrix.rows.find(({ items }) => items.includes(itemId));
          const quotes = Object.values(row?.cells ?? {}).flatMap((cell) => cell.quotes);
          for (const place of where) expect(quotes).toContainEqual(place);
        }
      }),
      { numRuns: 20 },
    );
  });
});
