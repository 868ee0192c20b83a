import { describe, expect, test } from 'vitest';
import {
  type Analysis,
  type AnalysisContext,
  createAnalysis,
  type Said,
} from '../../../core/analysis/index.ts';
import { listBlocks, type Report } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { mapBlocks } from '../../support/map-blocks.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { somePlaces } from '../places/some-places.ts';
import { buildRolled } from '../stale/rolled-draft.ts';

const nothingSaid: Said = { answers: {}, confirmed: [], outcomes: {} };
const chain = ['东江省', '临海市', '云岭县', '青石镇'];
const context: AnalysisContext = {
  packs: choosePacks(shipped.packs, 2026),
  places: somePlaces,
  chain,
};

function against(rolled: Report): AnalysisContext {
  return { ...context, lastYear: { base: { ...rolled, year: 2025 }, rolled } };
}

/** What is found in a text: carried over from last year, and in a draft begun blank. */
function lookBoth(text: string): { readonly rolled: Analysis; readonly blank: Analysis } {
  const draft = buildRolled([text]);
  return {
    rolled: createAnalysis(against(draft))(draft, nothingSaid),
    blank: createAnalysis(context)(draft, nothingSaid),
  };
}

const asChips = ({ stale }: Analysis) =>
  stale.flatMap(({ kind, text }) => (kind === 'title' || kind === 'place' ? [text] : []));
const rules = ['expired-document', 'outline-citation', 'foreign-place'];
const asFindings = ({ findings }: Analysis) =>
  findings.flatMap(({ rule, text }) => (rules.includes(rule) ? [text] : []));

describe('what is a chip and what a finding', () => {
  test.each([
    ['《中华人民共和国合同法》', '依据《中华人民共和国合同法》审查合同。'],
    ['石泉县', '经石泉县司法局指导，办结案件。'],
  ])('%s is a chip where there is a last year, else a finding', (words, text) => {
    const { rolled, blank } = lookBoth(text);
    expect([asChips(rolled), asFindings(rolled)]).toEqual([[words], []]);
    expect([asChips(blank), asFindings(blank)]).toEqual([[], [words]]);
  });

  test('last year’s writer’s word stands with its reason, beside what the text says', () => {
    const draft = buildRolled(['推进各项工作。']);
    const { lastYear } = against(draft);
    const [item] = context.packs.checklist.items;
    const id = item?.id ?? '';
    const said = { state: 'notApplicable', reason: '本镇没有这一项职权' } as const;
    const told = lastYear ? { ...lastYear, answers: { [id]: said } } : null;
    const find = (analysis: Analysis) =>
      analysis.lastYearItems?.find(({ itemId }) => itemId === id);
    expect(find(createAnalysis(against(draft))(draft, nothingSaid))?.state).not.toBe(said.state);
    const analysis = createAnalysis({ ...context, lastYear: told })(draft, nothingSaid);
    expect(find(analysis)).toMatchObject(said);
    expect(analysis.items.find(({ itemId }) => itemId === id)?.reason).toBe('');
  });

  test('words that were confirmed do not come back as a finding', () => {
    const draft = buildRolled(['学习《物权法》，宣传《物权法》。']);
    const look = createAnalysis(against(draft));
    const keys = look(draft, nothingSaid).stale.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    const { stale, confirmedStale, findings } = look(draft, { ...nothingSaid, confirmed: keys });
    expect([stale, confirmedStale.length]).toEqual([[], 2]);
    expect(findings.map(({ rule }) => rule)).not.toContain('expired-document');
  });

  test('a title that is told as past is neither', () => {
    const { rolled, blank } = lookBoth('修订清单，不再适用原《中华人民共和国合同法》的规定。');
    expect([asChips(rolled), asFindings(rolled)]).toEqual([[], []]);
    expect([asChips(blank), asFindings(blank)]).toEqual([[], []]);
  });

  test('the outline of earlier years is one of both, never two', () => {
    const { rolled } = lookBoth('按照《法治政府建设实施纲要（2015—2020年）》的要求，抓好落实。');
    expect(asChips(rolled).length + asFindings(rolled).length).toBe(1);
  });

  test('what stands where no chip can stays a finding', () => {
    const draft = { ...buildRolled(['办结案件。']), preambleHeading: '学习《物权法》' };
    expect(asFindings(createAnalysis(against(draft))(draft, nothingSaid))).toEqual(['《物权法》']);
  });
});

describe('what stands beside the draft', () => {
  const base = buildRolled(['全年调解纠纷86件。']);
  const draft = mapBlocks(base, (block) =>
    block.type === 'table'
      ? block
      : { ...block, text: '全年调解纠纷〔件数〕件，按青政发〔2026〕3号办理。' },
  );

  test('is how last year’s report answers this year’s questions, the same for every draft', () => {
    const look = createAnalysis(against(base));
    const first = look(draft, nothingSaid);
    const again = look(base, { ...nothingSaid, outcomes: {} });
    expect(first.lastYearItems).toBe(again.lastYearItems);
    expect(first.lastYearItems).toHaveLength(first.items.length);
    const stateIn = (items: Analysis['lastYearItems']) =>
      items?.find(({ itemId }) => itemId === '2021-20-mediation')?.state;
    expect([stateIn(first.lastYearItems), stateIn(first.items)]).toEqual(['answered', 'partly']);
    expect(createAnalysis(context)(draft, nothingSaid).lastYearItems).toBeNull();
  });

  test('is each blank nobody filled in, with where it stands', () => {
    const { blanks } = createAnalysis(context)(draft, nothingSaid);
    expect(blanks.map(({ name, start, end, place }) => [name, start, end, place.quote])).toEqual([
      ['件数', 6, 10, '〔件数〕'],
    ]);
  });

  test('is a review of the very items the analysis tells of', () => {
    const { items, review } = createAnalysis(against(base))(draft, nothingSaid);
    const counted = review.pieces
      .filter(({ sectionId }) => sectionId === null)
      .reduce((sum, { progress }) => sum + progress.total, 0);
    const required = new Set(
      context.packs.checklist.items.filter((item) => item.required).map(({ id }) => id),
    );
    const homed = items.filter(({ itemId, homeId }) => required.has(itemId) && homeId !== null);
    expect(counted).toBe(homed.length);
  });
});

test('an analysis that has answered before says the same as one asked for the first time', () => {
  const draft = buildRolled([
    '经石泉县司法局指导，全年办结案件13件，同比增长5%。',
    '落实“十三五”规划，调解纠纷20起，建立排查台帐。',
    '2025年荣获先进单位称号。',
  ]);
  const look = createAnalysis(against(draft));
  const changes: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace('13', '14'),
    (text) => `${text}又办结石泉县移送的2件。`,
    (text) => text,
  ];
  for (const change of changes) {
    const edited = mapBlocks(draft, (block) =>
      block.type === 'table' ? block : { ...block, text: change(block.text) },
    );
    expect(look(edited, nothingSaid)).toEqual(createAnalysis(against(draft))(edited, nothingSaid));
  }
  const renamed = { ...draft, issuers: ['石泉县青石镇人民政府'] };
  expect(look(renamed, nothingSaid)).toEqual(createAnalysis(against(draft))(renamed, nothingSaid));
  expect(listBlocks(draft)).toHaveLength(3);
});
