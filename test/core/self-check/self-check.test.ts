import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, createAnalysis, type Said } from '../../../core/analysis/index.ts';
import { type Answer, itemStateSchema } from '../../../core/api/index.ts';
import {
  buildMatrix,
  isSettled,
  lacksReason,
  sectionProgress,
} from '../../../core/coverage/index.ts';
import { buildParagraph, createCountingIds, type Report } from '../../../core/model/index.ts';
import { type AppliedPacks, choosePacks } from '../../../core/packs/index.ts';
import { locateWords } from '../../../core/proofread/index.ts';
import { startBlank } from '../../../core/roll-forward/index.ts';
import {
  buildSelfCheck,
  countOpen,
  listOpen,
  namePlaces,
  openKinds,
  type SelfCheck,
  unreadBasis,
} from '../../../core/self-check/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered, idOf } from '../coverage/build-covered.ts';

const nothingSaid: Said = { answers: {}, confirmed: [], outcomes: {} };
const packsOf = (year: number, unit = '青石镇人民政府') =>
  choosePacks(shipped.packs, year, { issuers: [unit] });

/** A report with `texts` as the paragraphs of its preamble, so that something is found in it. */
function withTexts(report: Report, texts: readonly string[]): Report {
  const createId = createCountingIds('said-');
  const told = texts.map((text) => buildParagraph(createId, text));
  return { ...report, preamble: [...report.preamble, ...told] };
}

const someText = fc.constantFrom(
  '全年召开会议专题研究法治政府建设工作4次。',
  '组织执法培训3次96人次，全镇持有有效执法证人员11名。',
  '受理矛盾纠纷152件，调解成功149件，成功率98%。',
  '全年开展普法宣传活动〔场次〕场，受教育〔人次〕人次。',
);

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  state: fc.constantFrom(...itemStateSchema.options),
  reason: fc.constantFrom('', '本单位没有这一项职权'),
});

/** Some of the questions of a year, with what a writer may say of them. */
const anyAnswers = fc
  .tuple(fc.constantFrom(2019, 2024, 2026), fc.infiniteStream(fc.option(anyAnswer, { freq: 2 })))
  .map(([year, stream]) => {
    const said = packsOf(year).checklist.items.flatMap(({ id }) => {
      const { value } = stream.next();
      return value ? [[id, value] as const] : [];
    });
    return { year, answers: Object.fromEntries(said) };
  });

/** The panel shows the state of each question under its home, and counts them by home. */
function expectPanelAgrees(
  report: Report,
  packs: AppliedPacks,
  { items }: Analysis,
  { rows, settled }: SelfCheck,
): void {
  const names = namePlaces(report);
  const panel = new Map(items.map((item) => [item.itemId, item]));
  const progress = sectionProgress(items, packs.checklist);
  expect([settled, rows.length]).toEqual([progress.answered, progress.total]);
  for (const { itemId, state, reason, home } of rows) {
    const shown = panel.get(itemId);
    expect({ state, reason }).toEqual({ state: shown?.state, reason: shown?.reason });
    expect(home).toBe(names.ofStop(shown?.homeId ?? null));
  }
}

/** The map has each question in a row, and in the columns that the sheet names as its places. */
function expectMapAgrees(
  report: Report,
  packs: AppliedPacks,
  { items, coverage }: Analysis,
  { rows }: SelfCheck,
): void {
  const matrix = buildMatrix(report, packs, { items, outline: coverage });
  const labels = new Map(matrix.columns.map(({ id, label }) => [id, label]));
  const shown = new Set(matrix.rows.flatMap((row) => row.items));
  for (const { itemId, places, home, state, reason } of rows) {
    expect(shown.has(itemId)).toBe(true);
    const columns = matrix.rows.flatMap(({ cells }) =>
      Object.entries(cells).flatMap(([id, cell]) =>
        cell.items.includes(itemId) ? [labels.get(id)] : [],
      ),
    );
    const named = places.map(({ label }) => label);
    const wanted = named.length > 0 ? named : [home].filter((label) => label !== '');
    expect(new Set(columns)).toEqual(new Set(wanted));
    const row = matrix.rows.find(({ kind, id }) => kind === 'question' && id === itemId);
    if (row) expect(row.state).toBe(lacksReason({ state, reason }) ? 'missing' : state);
  }
}

describe('sheet, panel and map', () => {
  test('agree on every question of any report, whatever the writer says', () => {
    fc.assert(
      fc.property(
        anyReport,
        anyAnswers,
        fc.array(someText, { maxLength: 4 }),
        (any, said, texts) => {
          const report = withTexts({ ...any, year: said.year }, texts);
          const packs = packsOf(said.year);
          const look = createAnalysis({ packs });
          const analysis = look(report, { ...nothingSaid, answers: said.answers });
          const sheet = buildSelfCheck(report, packs, analysis);
          expectPanelAgrees(report, packs, analysis, sheet);
          expectMapAgrees(report, packs, analysis, sheet);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the sheet lists every required question once, and no other', () => {
    const report = buildCovered({});
    for (const year of [2018, 2024, 2026]) {
      const packs = packsOf(year);
      const analysis = createAnalysis({ packs })({ ...report, year }, nothingSaid);
      const { rows } = buildSelfCheck({ ...report, year }, packs, analysis);
      const required = packs.checklist.items.filter((item) => item.required);
      expect(rows.map(({ itemId }) => itemId)).toEqual(required.map(({ id }) => id));
    }
  });
});

describe('what is open', () => {
  const look = (report: Report, said: Partial<Said> = {}) => {
    const packs = packsOf(report.year);
    const analysis = createAnalysis({ packs })(report, { ...nothingSaid, ...said });
    return { packs, analysis, sheet: buildSelfCheck(report, packs, analysis) };
  };

  test('the counts of the sheet are those of the rows, kind by kind', () => {
    fc.assert(
      fc.property(anyReport, fc.array(someText, { maxLength: 4 }), (any, texts) => {
        const report = withTexts(any, texts);
        const { packs, analysis, sheet } = look(report);
        const rows = listOpen(analysis, packs, report.closing.signedDate === null);
        expect(sheet.open).toEqual(countOpen(rows));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        const order = rows.map(({ kind }) => openKinds.indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(sheet.canFile).toBe(!rows.some(({ isBlocking }) => isBlocking));
        expect(sheet.verdict.startsWith('可以报送')).toBe(sheet.canFile);
      }),
      { numRuns: 60 },
    );
  });

  test('every blank of a paragraph counts, and no other error is told twice', () => {
    const report = buildCovered({
      achievements: [
        ['加强普法宣传', '全年开展活动〔场次〕场，受教育〔人次〕人次。依据〔2021〕33号文件。'],
      ],
    });
    const { packs, analysis } = look(report);
    const rows = listOpen(analysis, packs, true);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ text }) => text);
    expect(of('blank')).toEqual(['〔场次〕', '〔人次〕']);
    expect(of('finding').filter((text) => text.includes('〔'))).toEqual([]);
    expect(of('date')).toHaveLength(1);
    expect(of('part').length).toBeGreaterThan(0);
  });

  test('of two blanks of one name in a paragraph each row knows its own', () => {
    const text = '上半年检查〔次数〕次，下半年检查〔次数〕次。';
    const { packs, analysis } = look(buildCovered({ achievements: [['规范行政执法', text]] }));
    const blanks = listOpen(analysis, packs, false).filter(({ kind }) => kind === 'blank');
    const starts = blanks.map(({ within, offset, place }) => {
      const found = locateWords([text], place?.quote ?? '', within);
      return (found?.start ?? 0) + offset;
    });
    expect(starts).toEqual([text.indexOf('〔次数〕'), text.lastIndexOf('〔次数〕')]);
    expect(new Set(blanks.map(({ key }) => key)).size).toBe(2);
  });

  test('parts that are not there keep a report from being filed; a date alone does too', () => {
    const { sheet } = look(buildCovered({}));
    expect(sheet.open.map(({ kind }) => kind)).toContain('part');
    expect(sheet.canFile).toBe(false);
    expect(sheet.verdict).toContain('缺少的部分');
    expect(sheet.verdict).toContain('无成文日期');
  });

  test('four parts that stand without a word are empty, not lacking, and keep the report back', () => {
    const packs = packsOf(2025);
    const createId = createCountingIds();
    const report = startBlank({ year: 2025, issuers: ['青石镇人民政府'], packs, createId });
    const { sheet } = look(report);
    expect(sheet.open.map(({ kind }) => kind)).not.toContain('part');
    expect(sheet.open.find(({ kind }) => kind === 'emptyPart')?.text).toBe('空的部分 4 个');
    expect(sheet.canFile).toBe(false);
  });

  test('open questions whose basis nobody read again are told in the words of the list', () => {
    const report = buildCovered({ achievements: [['执法', '开展检查4次。']] });
    const { packs, analysis, sheet } = look(report);
    const rows = listOpen(analysis, packs, false);
    const soft = rows.filter(({ kind, isBlocking }) => kind === 'missing' && !isBlocking);
    expect(sheet.verdict).toContain(`未答必答项 ${soft.length} 项（${unreadBasis}）`);
  });

  test('a question that does not apply is settled, with its reason on the sheet', () => {
    const report = buildCovered({ achievements: [['执法', '开展检查4次。']] });
    const first = look(report).sheet.rows.find(({ state }) => state === 'missing');
    const answer = { state: 'notApplicable', reason: '没有承接执法事项' } as const;
    const said = look(report, { answers: { [first?.itemId ?? '']: answer } }).sheet;
    const row = said.rows.find(({ itemId }) => itemId === first?.itemId);
    expect(row).toMatchObject({ ...answer, places: [] });
    expect(isSettled(row ?? { state: 'missing', reason: '' })).toBe(true);
    expect(said.settled).toBe(look(report).sheet.settled + 1);
  });

  test('a question said not to apply without a reason stays open, and the sheet says so', () => {
    const report = buildCovered({ achievements: [['执法', '开展检查4次。']] });
    const before = look(report);
    const first = before.sheet.rows.find(({ state }) => state === 'missing');
    const answer = { state: 'notApplicable', reason: ' ' } as const;
    const { packs, sheet, analysis } = look(report, { answers: { [first?.itemId ?? '']: answer } });
    expect(sheet.settled).toBe(before.sheet.settled);
    expect(sheet.open).toEqual(before.sheet.open);
    const row = listOpen(analysis, packs, false).find(({ refId }) => refId === first?.itemId);
    expect(row?.detail).toMatch(/^不适用，还没有写理由；/u);
  });

  test('a report in which all is settled may be filed, and says of how many questions', () => {
    const parts = {
      achievements: [['依法履职', '全年研究法治建设4次。']],
      shortcomings: [['', '执法力量不足，主要原因是编制少。']],
      leadership: [['', '镇党委书记主持会议4次，镇长听取汇报3次。']],
      plan: [['', '2025年充实执法力量。']],
    } as const;
    const plain = buildCovered(parts, ['按照《法治政府建设实施纲要（2021－2025年）》，报告如下。']);
    const closing = { ...plain.closing, signature: ['青石镇人民政府'], signedDate: '2025-01-16' };
    const report = { ...plain, closing };
    const { packs } = look(report);
    const answers = Object.fromEntries(
      packs.checklist.items.map(({ id }) => [id, { state: 'answered', reason: '' } as const]),
    );
    const { sheet, analysis } = look(report, { answers });
    expect(analysis.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sheet.open).toEqual([]);
    expect(sheet.verdict).toBe(
      `可以报送：必答 ${sheet.rows.length} 项都有了着落，没有未了的事项。`,
    );
  });

  test('a question whose source is unconfirmed advises and does not block', () => {
    const { packs, analysis } = look(buildCovered({}));
    const rows = listOpen(analysis, packs, true).filter(({ kind }) => kind === 'missing');
    const items = new Map(packs.checklist.items.map((item) => [item.id, item]));
    for (const { refId, isBlocking } of rows) {
      expect(isBlocking).toBe(items.get(refId ?? '')?.confidence !== 'unconfirmed');
    }
  });
});

test('places are named as the export numbers them', () => {
  const report = buildCovered({
    achievements: [
      ['加强领导', '研究4次。'],
      ['规范执法', '检查4次。'],
    ],
    plan: [['', '明年开展检查。']],
  });
  const names = namePlaces(report);
  expect(names.ofStop('front')).toBe('引言');
  expect(names.ofStop(idOf(report, '规范执法'))).toBe('一（二）');
  expect(names.ofStop(idOf(report, '下一年度主要安排'))).toBe('二');
  const nowhere = { partId: null, sectionId: null, blockId: null, quote: '' };
  expect(names.ofAnswer(nowhere)).toBe('引言');
  expect(names.ofPlace(nowhere)).toBe('');
});
