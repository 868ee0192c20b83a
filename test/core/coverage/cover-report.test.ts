import { describe, expect, it } from 'vitest';
import { coverReport, frontId } from '../../../core/coverage/index.ts';
import {
  buildParagraph,
  buildReport,
  buildSubheading,
  createCountingIds,
} from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { outlines, shipped, template } from '../../templates/shipped-packs.ts';
import { buildCovered, idOf, type Outlined } from './build-covered.ts';

const packs = choosePacks(shipped.packs, 2024);

function see(outlined: Outlined, preamble: readonly string[] = []) {
  const report = buildCovered(outlined, preamble);
  const coverage = coverReport(report, packs);
  return {
    report,
    item: (name: string) =>
      coverage.items.find(
        ({ itemId }) => itemId === (name.startsWith('rule-') ? name : `2021-${name}`),
      ),
    outline: (ordinal: number) =>
      coverage.outline.find(({ itemId }) => itemId === `2021-${ordinal}`),
  };
}

describe('a question', () => {
  it('is answered by a sentence with the figure it asks for, and shows where', () => {
    const { report, item } = see({
      achievements: [['化解矛盾纠纷', '坚持预防为先。全年调解纠纷86件，成功率97%。']],
    });
    const section = report.parts[0]?.sections[0];
    expect(item('20-mediation')).toMatchObject({
      state: 'answered',
      where: [
        {
          partId: report.parts[0]?.id,
          sectionId: section?.id,
          blockId: section?.blocks[0]?.id,
          quote: '全年调解纠纷86件，成功率97%。',
        },
      ],
    });
  });

  it('is answered in part by a mention without a figure', () => {
    const { item } = see({ achievements: [['化解矛盾纠纷', '扎实做好矛盾纠纷调解。']] });
    expect(item('20-mediation')?.state).toBe('partly');
  });

  it('is missing when nothing speaks of it', () => {
    const { item } = see({ achievements: [['政务公开', '公开及时。']] });
    expect(item('20-mediation')).toMatchObject({ state: 'missing', where: [] });
  });

  it('is not answered by a plan for next year', () => {
    const { item } = see({ plan: [['化解矛盾纠纷', '明年调解纠纷100件。']] });
    expect(item('20-mediation')?.state).toBe('missing');
  });

  it('is touched, never answered, by a heading', () => {
    const { report, item } = see({ achievements: [['调解纠纷86件', '情况见上。']] });
    expect(item('20-mediation')).toMatchObject({
      state: 'partly',
      where: [{ sectionId: report.parts[0]?.sections[0]?.id, blockId: null }],
    });
  });

  it('is answered in part by an inserted phrase whose places are still open', () => {
    const { item } = see({
      achievements: [['政务公开', '主动公开政府信息〔条数〕条。']],
    });
    expect(item('27-disclosure')?.state).toBe('partly');
  });

  it('takes the year of a document number for no open place', () => {
    const { item } = see({
      achievements: [['政务公开', '按照青政发〔2024〕3号文件，主动公开政府信息120条。']],
    });
    expect(item('27-disclosure')?.state).toBe('answered');
  });

  it('is answered by saying that there was none', () => {
    const { item } = see({
      achievements: [['行政复议和应诉', '本年度未发生行政复议、行政诉讼案件。']],
    });
    expect(item('22-reconsideration')?.state).toBe('answered');
    expect(item('23-litigation')?.state).toBe('answered');
    expect(item('23-appearance')?.state).toBe('answered');
  });

  it('reads half-width marks and full-width digits', () => {
    const { item } = see({ achievements: [['政务公开', '主动公开信息 １２０ 条,答复及时.']] });
    expect(item('27-disclosure')?.state).toBe('answered');
  });

  it('reads the cells of a table', () => {
    const createId = createCountingIds('t');
    const report = buildCovered({ achievements: [['政务公开', '见表。']] });
    const [part] = report.parts;
    const rows = [['主动公开信息', '120条']];
    const table = { type: 'table', id: createId(), source: null, rows } as const;
    const changed = { ...report, parts: part ? [{ ...part, blocks: [table] }] : [] };
    const { items } = coverReport(changed, packs);
    expect(items.find(({ itemId }) => itemId === '2021-27-disclosure')?.state).toBe('answered');
  });
});

describe('a pattern of a pack dropped in', () => {
  const [first] = packs.checklist.items;
  const coverWith = (answered: readonly string[], text: string) => {
    const items = first ? [{ ...first, answered, touched: [] }] : [];
    const report = buildCovered({ achievements: [['久久为功', text]] });
    const changed = { ...packs, checklist: { ...packs.checklist, items } };
    return coverReport(report, changed).items[0]?.state;
  };

  it('may refer to its own groups', () => {
    const answered = ['没有', '(镇|村)与同一个\\1'];
    expect(coverWith(answered, '青石镇与同一个镇结对。')).toBe('answered');
    expect(coverWith(answered, '青石镇与同一个村结对。')).toBe('missing');
    expect(coverWith(['(?<unit>镇|村)与同一个\\k<unit>'], '本村与同一个村结对。')).toBe('answered');
  });

  it('may be absent: then only a person answers', () => {
    expect(coverWith([], '青石镇结对。')).toBe('missing');
  });
});

describe('a sentence', () => {
  const mediation = (text: string) =>
    see({ achievements: [['化解矛盾纠纷', text]] }).item('20-mediation')?.state;
  const own = (answered: readonly string[], text: string, touched: readonly string[] = []) => {
    const [first] = packs.checklist.items;
    const items = first ? [{ ...first, parts: ['achievements' as const], answered, touched }] : [];
    const report = buildCovered({ achievements: [['久久为功', text]] });
    const changed = { ...packs, checklist: { ...packs.checklist, items } };
    return coverReport(report, changed).items[0];
  };

  it('of the plan counts where the shortcomings turn to it, not before', () => {
    const [first] = packs.checklist.items;
    const asked = { parts: ['plan' as const], answered: ['轮训'], touched: [] };
    const changed = {
      ...packs,
      checklist: { ...packs.checklist, items: first ? [{ ...first, ...asked }] : [] },
    };
    const stateOf = (...texts: readonly string[]) =>
      coverReport(buildCovered({ shortcomings: [['', ...texts]] }), changed).items[0]?.state;
    expect(stateOf('执法人手不足。', '2025年：一是轮训执法队员。')).toBe('answered');
    expect(stateOf('执法人手不足。2025年，我镇将轮训执法队员。')).toBe('answered');
    expect(stateOf('执法队员没有轮训。', '2025年：一是添置装备。')).toBe('missing');
  });

  it('is answered by the bare count in the next, and both are shown', () => {
    const answered = ['法治讲座.{0,20}\\d+次'];
    expect(own(answered, '开展法治讲座。全年共4次。', ['法治讲座'])).toMatchObject({
      state: 'answered',
      where: [{ quote: '开展法治讲座。全年共4次。' }],
    });
    expect(own(answered, '开展法治讲座；累计举办4次。')?.state).toBe('answered');
  });

  it('is not answered by the count of something else in the next', () => {
    const answered = ['法治讲座.{0,20}\\d+次'];
    expect(own(answered, '开展法治讲座。排查隐患4次。', ['法治讲座'])?.state).toBe('partly');
    expect(own(answered, '开展法治讲座。全年召开会议4次。', ['法治讲座'])?.state).toBe('partly');
  });

  it('ends where the next point is counted off after a comma', () => {
    const answered = ['政务公开.{0,20}\\d+件'];
    expect(own(answered, '一是推进政务公开，二是调解纠纷12件。', ['政务公开'])?.state).toBe(
      'partly',
    );
  });

  it('goes on over a line the page has broken', () => {
    const broken = '一年来坚持关口前移、预防为先，镇村两级共调解各类矛盾\n纠纷86件，成功率97%。';
    expect(mediation(broken)).toBe('answered');
  });

  it('that tells what was not done does not answer', () => {
    const answered = ['建立.{0,10}台账'];
    expect(own(answered, '建立纠纷台账。')?.state).toBe('answered');
    expect(own(answered, '尚未建立纠纷台账。')?.state).toBe('partly');
  });

  it('answers by saying that nothing was made, where that is looked for', () => {
    const answered = ['制定规范性文件\\d+件', '未制定规范性文件'];
    expect(own(answered, '全年未制定规范性文件。')?.state).toBe('answered');
  });

  it('of a table is its label with the unit in brackets and the number', () => {
    const createId = createCountingIds('t');
    const coverTable = (rows: readonly (readonly string[])[]) => {
      const report = buildCovered({ achievements: [['化解矛盾纠纷', '见表。']] });
      const table = { type: 'table', id: createId(), source: null, rows } as const;
      const [part] = report.parts;
      const parts = part ? [{ ...part, blocks: [table] }] : [];
      const { items } = coverReport({ ...report, parts }, packs);
      return items.find(({ itemId }) => itemId === '2021-20-mediation');
    };
    expect(
      coverTable([
        ['事项', '数量'],
        ['调解纠纷（件）', '86'],
      ]),
    ).toMatchObject({
      state: 'answered',
      where: [{ quote: '调解纠纷（件）\t86' }],
    });
    expect(
      coverTable([
        ['村', '调解纠纷（件）'],
        ['青石村', '86'],
      ])?.state,
    ).toBe('answered');
    expect(
      coverTable([
        ['村', '调解纠纷（件）'],
        ['青石村', ''],
      ])?.state,
    ).toBe('partly');
  });

  it('that is a heading within a section touches, unless text runs on from it', () => {
    const createId = createCountingIds('s');
    const stateOf = (runIn: boolean) => {
      const report = buildCovered({ achievements: [['化解矛盾纠纷', '情况如下。']] });
      const block = buildSubheading(createId, 3, '调解纠纷86件', runIn);
      const [part] = report.parts;
      const parts = part ? [{ ...part, blocks: [block] }] : [];
      const { items } = coverReport({ ...report, parts }, packs);
      return items.find(({ itemId }) => itemId === '2021-20-mediation')?.state;
    };
    expect([stateOf(false), stateOf(true)]).toEqual(['partly', 'answered']);
  });
});

describe('a person’s word', () => {
  const report = buildCovered({ achievements: [['政务公开', '推进政务公开。']] });
  const stateOf = (answers: Parameters<typeof coverReport>[2]) =>
    coverReport(report, packs, answers).items.find(({ itemId }) => itemId === '2021-27-disclosure');

  it('closes a question the text does not answer', () => {
    expect(stateOf({ '2021-27-disclosure': { state: 'answered', reason: '' } })).toMatchObject({
      state: 'answered',
    });
  });

  it('closes a question that does not concern the unit, without places', () => {
    expect(
      stateOf({ '2021-27-disclosure': { state: 'notApplicable', reason: '本年度没有' } }),
    ).toMatchObject({
      state: 'notApplicable',
      found: 'partly',
      reason: '本年度没有',
      where: [],
    });
  });

  it('opens a question the text seems to answer, and keeps what was found and where', () => {
    const told = buildCovered({ achievements: [['政务公开', '主动公开信息80条。']] });
    const say = (state: 'missing' | 'partly') =>
      coverReport(told, packs, { '2021-27-disclosure': { state, reason: '数字是上年的' } });
    for (const state of ['missing', 'partly'] as const) {
      const { items, outline } = say(state);
      expect(items.find(({ itemId }) => itemId === '2021-27-disclosure')).toMatchObject({
        state,
        found: 'answered',
        reason: '数字是上年的',
        where: [{ quote: '主动公开信息80条。' }],
      });
      expect(outline.find(({ itemId }) => itemId === '2021-27')?.state).not.toBe('answered');
    }
  });

  it('that no question of an outline item applies makes the item not applicable', () => {
    const ids = packs.checklist.items
      .filter(({ outlineItem, under }) => outlineItem === '2021-27' || under.includes('2021-27'))
      .map(({ id }) => id);
    const none = { state: 'notApplicable', reason: '本年度没有' } as const;
    const said = Object.fromEntries(ids.map((id) => [id, none]));
    const { outline } = coverReport(report, packs, said);
    expect(outline.find(({ itemId }) => itemId === '2021-27')).toMatchObject({
      state: 'notApplicable',
      where: [],
    });
  });

  it('about another question changes nothing', () => {
    expect(stateOf({ '2021-27-requests': { state: 'answered', reason: '' } })).toEqual(stateOf({}));
  });
});

describe('a question belongs under', () => {
  it('the heading that names its topic, though another section answers it', () => {
    const { report, item } = see({
      achievements: [
        ['坚持严格规范公正文明执法', '执法有序。'],
        ['全面推进政务公开', '主动公开信息80条。现有执法人员12名。'],
      ],
    });
    expect(item('13-team')?.homeId).toBe(idOf(report, '坚持严格规范公正文明执法'));
    expect(item('27-disclosure')?.homeId).toBe(idOf(report, '全面推进政务公开'));
  });

  it('the section that answers it, when no heading names its topic', () => {
    const { report, item } = see({
      achievements: [
        ['统筹发展', '经济平稳。'],
        ['久久为功', '主动公开信息80条。'],
      ],
    });
    expect(item('27-disclosure')?.homeId).toBe(idOf(report, '久久为功'));
  });

  it('no section, when none fits', () => {
    const { item } = see({ achievements: [['统筹发展', '经济平稳。']] });
    expect(item('27-disclosure')?.homeId).toBeNull();
  });

  it('the leaders’ part, though the act is told among the achievements', () => {
    const { report, item } = see({
      achievements: [['加强组织领导', '党委书记主持会议3次，听取法治工作汇报。']],
      leadership: [['', '主要负责人重视。']],
    });
    expect(item('rule-secretary')).toMatchObject({
      state: 'answered',
      homeId: idOf(report, '主要负责人履行第一责任人职责情况'),
    });
  });

  it('the section on the leaders, where a report has no part for them', () => {
    const { report, item } = see({
      achievements: [['落实第一责任人职责', '党委书记主持会议3次，听取法治工作汇报。']],
    });
    expect(item('rule-secretary')?.homeId).toBe(idOf(report, '落实第一责任人职责'));
  });

  it('the preamble, when it asks about the preamble', () => {
    const { item } = see({ achievements: [] }, ['现将2024年度法治政府建设情况报告如下：']);
    expect(item('rule-outline-title')).toMatchObject({ state: 'missing', homeId: frontId });
  });

  it('its own section each, where emergencies, disclosure and enforcement have one', () => {
    const { report, item } = see({
      achievements: [
        ['推进严格规范公正文明执法', '开展应急演练3次，主动公开信息80条，检查企业12家次。'],
        ['健全突发事件应对制度', '完善预案。'],
        ['推进政务公开，自觉接受监督', '公开及时。'],
      ],
    });
    expect(item('18-drills')?.homeId).toBe(idOf(report, '健全突发事件应对制度'));
    expect(item('27-disclosure')?.homeId).toBe(idOf(report, '推进政务公开，自觉接受监督'));
    expect(item('15-three')?.homeId).toBe(idOf(report, '推进严格规范公正文明执法'));
  });

  it('several sections of a blank report of the template, and never all under one', () => {
    const report = buildCovered(
      Object.fromEntries(
        template.parts.map(({ kind, sections }) => [kind, sections.map((s) => [s.heading])]),
      ),
    );
    const { items } = coverReport(report, packs);
    const required = new Set(
      packs.checklist.items.filter((item) => item.required).map(({ id }) => id),
    );
    expect(items.filter(({ itemId, homeId }) => required.has(itemId) && !homeId)).toEqual([]);
    const counts = Map.groupBy(items, ({ homeId }) => homeId);
    const achievements = report.parts[0]?.sections ?? [];
    for (const { id } of achievements) expect(counts.get(id)?.length ?? 0).toBeGreaterThan(1);
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBeLessThan(
      items.length / 6,
    );
  });
});

describe.each(outlines.map((outline) => [outline.citation, outline] as const))(
  'in a report headed by the chapters of %s',
  (_, outline) => {
    const report = buildCovered({ achievements: outline.chapters.map(({ title }) => [title]) });
    const applied = choosePacks(shipped.packs, outline.years.to ?? 0);
    const { items } = coverReport(report, applied);
    const homes = new Map(items.map(({ itemId, homeId }) => [itemId, homeId]));
    // Court cases stand as well under 纠纷, supervision of enforcement under 执法, plans under 领导.
    const elsewhere =
      /-(?:litigation|appearance|advice|supervision|complaints|goals|responsibility|fines|overall)$/u;
    const questions = outline.chapters.flatMap((chapter) =>
      applied.checklist.items
        .filter(({ parts }) => parts[0] === 'achievements')
        .filter(({ outlineItem }) => chapter.items.some(({ id }) => id === outlineItem))
        .map(({ id }) => [id, chapter.title] as const),
    );

    it.each(questions)('%s belongs under %s', (id, title) => {
      const home = homes.get(id);
      if (elsewhere.test(id)) expect(home).toEqual(expect.any(String));
      else expect(home).toBe(idOf(report, title));
    });
  },
);

describe('an outline item', () => {
  it('is answered when all its required questions are', () => {
    const { outline } = see({
      achievements: [['政务公开', '主动公开信息80条，依申请公开2件，全部按期答复。']],
    });
    expect(outline(27)?.state).toBe('answered');
  });

  it('is answered in part when some are', () => {
    const { outline } = see({ achievements: [['政务公开', '主动公开信息80条。']] });
    expect(outline(27)?.state).toBe('partly');
  });

  it('is answered by one optional question where it has no required one', () => {
    const { outline } = see({ achievements: [['数据', '推进数据共享和电子证照应用。']] });
    expect(outline(30)?.state).toBe('answered');
  });

  it('of county level is left out unless the text speaks of it', () => {
    expect(see({ achievements: [['统筹发展', '经济平稳。']] }).outline(7)).toBeUndefined();
    expect(see({ achievements: [['立法', '反馈立法意见6条。']] }).outline(7)).toMatchObject({
      state: 'answered',
    });
  });

  it('without questions is answered in part at most, by its keywords', () => {
    const items = packs.checklist.items.filter((item) => item.outlineItem !== '2021-8');
    const { outline } = coverReport(
      buildCovered({ achievements: [['立法', '配合小切口立法调研，讨论热烈。']] }),
      { ...packs, checklist: { ...packs.checklist, items } },
    );
    expect(outline.find(({ itemId }) => itemId === '2021-8')).toMatchObject({
      state: 'partly',
      where: [{ quote: '配合小切口立法调研，讨论热烈。' }],
    });
  });

  it('names a sentence once, however many questions it answers', () => {
    const { outline } = see({
      achievements: [['执法', '现有执法人员12名，承接执法事项30项。']],
    });
    expect(outline(13)?.where).toHaveLength(1);
  });
});

it.each([
  ['《法治政府建设实施纲要（2021－2025年）》', 'answered'],
  ['《法治政府建设实施纲要(2021—2025年)》', 'answered'],
  ['《法治政府建设实施纲要（2021-2025年）》', 'answered'],
  ['《法治政府建设实施纲要（2022—2025年）》', 'partly'],
  ['《法治政府建设实施纲要（20212025年）》', 'partly'],
  ['《法治政府建设实施纲要（2015－2020年）》', 'partly'],
  ['《法治政府建设实施纲要（2027－2031年）》', 'partly'],
  ['《法治政府建设实施纲要（2021年—2025年）》', 'answered'],
  ['《纲要》', 'partly'],
])('the outline cited as %s is %s', (citation, state) => {
  const { item } = see({ achievements: [] }, [`对照${citation}推进各项工作。`]);
  expect(item('rule-outline-title')?.state).toBe(state);
});

it('an empty report answers nothing and asks everything', () => {
  const coverage = coverReport(buildReport(2024), packs);
  expect(coverage.items).toHaveLength(packs.checklist.items.length);
  expect(coverage.items.every(({ state }) => state === 'missing')).toBe(true);
  expect(coverage.outline.every(({ state }) => state === 'missing')).toBe(true);
});

it('the template’s own preamble names the outline and the period of the data', () => {
  const createId = createCountingIds();
  const preamble = template.preamble.map((text) =>
    buildParagraph(
      createId,
      text.replaceAll('{outline}', `《${packs.outline.citation}》`).replaceAll('{year}', '2024'),
    ),
  );
  const { items } = coverReport(buildReport(2024, { preamble }), packs);
  const stateOf = (id: string) => items.find(({ itemId }) => itemId === id)?.state;
  expect(stateOf('rule-outline-title')).toBe('answered');
  expect(stateOf('rule-data-period')).toBe('answered');
});

describe('the question for the outline’s title', () => {
  const stateIn = (applied: ReturnType<typeof choosePacks>, citation: string) => {
    const report = buildCovered({ achievements: [] }, [`对照${citation}推进各项工作。`]);
    const { items } = coverReport(report, applied);
    return items.find(({ itemId }) => itemId.endsWith('rule-outline-title'))?.state;
  };
  const laterOutline = outlines.slice(1).map((outline) => ({
    ...outline,
    id: 'later',
    citation: '法治政府建设实施纲要（2026－2030年）',
    years: { from: 2026, to: 2030 },
  }));

  it('is never answered where no outline of the year is known', () => {
    const unknown = choosePacks(shipped.packs, 2026);
    expect(stateIn(unknown, '《法治政府建设实施纲要（2021－2025年）》')).toBe('partly');
    expect(stateIn(unknown, '《法治政府建设实施纲要（2026－2030年）》')).toBe('partly');
  });

  it('follows an outline dropped in as a file, though it has no checklist', () => {
    const known = choosePacks([...shipped.packs, ...laterOutline], 2026);
    expect(stateIn(known, '《法治政府建设实施纲要（2026—2030年）》')).toBe('answered');
    expect(stateIn(known, '《法治政府建设实施纲要（2021－2025年）》')).toBe('partly');
  });

  it('is still closed by what a person says', () => {
    const { items } = coverReport(buildReport(2026), choosePacks(shipped.packs, 2026), {
      'rule-outline-title': { state: 'answered', reason: '' },
    });
    expect(items.find(({ itemId }) => itemId === 'rule-outline-title')?.state).toBe('answered');
  });
});

describe('a plan told among what was done', () => {
  const lectures = (sentence: string, kind: 'achievements' | 'leadership' = 'achievements') =>
    see({ [kind]: [['提升法治能力', sentence]] }).item('34-lectures')?.state;

  it.each([
    '2025年计划举办法治讲座4次。',
    '明年举办法治专题讲座4次。',
    '下一步，举办法治专题讲座4次。',
    '镇党委计划于9月举办法治专题讲座4次。',
    '拟举办法治专题讲座4次。',
    '将继续举办法治专题讲座4次。',
    '普法工作扎实开展，来年再举办法治专题讲座4次。',
  ])('only touches the question: %s', (sentence) => {
    expect(lectures(sentence)).toBe('partly');
    expect(lectures(sentence, 'leadership')).toBe('partly');
  });

  it.each([
    '全年举办法治专题讲座4次。',
    '全年举办法治专题讲座4次，2025年计划举办6次。',
    '按计划举办法治专题讲座4次。',
    '落实年度普法计划，举办法治专题讲座4次。',
    '将举办法治专题讲座4次作为硬任务抓落实。',
    '把法治学习列入2025年计划之前，已举办法治专题讲座4次。',
  ])('does not hide what was done: %s', (sentence) => {
    expect(lectures(sentence)).toBe('answered');
  });

  it('is taken at its word in the plan', () => {
    const { item } = see({ plan: [['', '2025年计划于6月底前举办执法培训4次。']] });
    expect(item('rule-plan-targets')?.state).toBe('answered');
  });
});
