import { describe, expect, it } from 'vitest';
import { coverReport } from '../../../core/coverage/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { createReviewer, type RemarkKind, reviewReport } from '../../../core/review/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered, idOf, type Outlined } from '../coverage/build-covered.ts';

const chosen = choosePacks(shipped.packs, 2024, { issuers: ['青石镇人民政府'] });
const usual = {
  achievements: { from: 0.44, to: 0.67 },
  shortcomings: { from: 0.04, to: 0.08 },
  leadership: { from: 0.11, to: 0.32 },
  plan: { from: 0.12, to: 0.28 },
  other: undefined,
};
const parts = chosen.template.parts.map((part) => {
  const usualShare = usual[part.kind];
  return usualShare ? { ...part, usualShare } : part;
});
const packs = { ...chosen, template: { ...chosen.template, parts } };

function review(report: Report, lastYear: Report | null = null) {
  return reviewReport(report, packs, coverReport(report, packs).items, lastYear);
}

const remarksOn = (outlined: Outlined, lastYear: Outlined | null = null) =>
  review(buildCovered(outlined), lastYear && buildCovered(lastYear)).remarks;
const kindsOn = (outlined: Outlined, lastYear: Outlined | null = null) =>
  remarksOn(outlined, lastYear).map(({ kind }) => kind);

const long = (words: string, letters: number) =>
  words.repeat(Math.ceil(letters / words.length)).slice(0, letters);

const good: Outlined = {
  achievements: [
    ['推进政务公开', `主动公开信息80条。${long('公开栏按月更新，群众看得见。', 700)}`],
    ['化解矛盾纠纷', `调解纠纷86件。${long('镇村两级逐户走访。', 500)}`],
  ],
  shortcomings: [
    [
      '',
      `一是普法针对性不强。主要原因是对不同人群的需要摸得不细。${long('宣讲内容大同小异。', 80)}`,
    ],
    ['', `二是执法力量薄弱。原因是编制少。${long('一人多岗的情况还有。', 80)}`],
  ],
  leadership: [
    ['', `镇党委书记主持召开会议4次。镇长听取汇报3次。${long('亲自过问重点案件。', 500)}`],
  ],
  plan: [['', `一是分人群开展普法宣讲。二是申请增加执法编制。${long('逐项明确时限。', 450)}`]],
};

it('a sound report gets no remarks', () => {
  expect(remarksOn(good)).toEqual([]);
});

describe('the pieces of a report', () => {
  const report = buildCovered(good, ['现将情况报告如下。']);
  const reviewed = review(report, buildCovered({ ...good, plan: [['', '短。']] }));

  it('are the preamble, the parts and their sections, each with its share of the whole', () => {
    expect(reviewed.pieces.map(({ label }) => label)).toEqual([
      '引言',
      '一',
      '一（一）',
      '一（二）',
      '二',
      '三',
      '四',
    ]);
    const whole = reviewed.pieces.filter(({ sectionId }) => sectionId === null);
    expect(whole.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(whole.reduce((sum, { characters }) => sum + characters, 0)).toBe(reviewed.characters);
  });

  it('hold last year’s length, the usual share and the progress of the sections in the part', () => {
    const plan = reviewed.pieces.find(({ kind }) => kind === 'plan');
    expect(plan).toMatchObject({ lastYear: '下一年度主要安排短。'.length, usual: usual.plan });
    const [part, ...sections] = reviewed.pieces.filter(({ kind }) => kind === 'achievements');
    const answered = sections.reduce((sum, { progress }) => sum + progress.answered, 0);
    expect(part?.progress.answered).toBe(answered);
    expect(sections.map(({ usual: range }) => range)).toEqual([null, null]);
  });

  it('are found in last year’s by their heading', () => {
    const before = buildCovered({
      achievements: [
        ['化解矛盾纠纷和信访', '调解。'],
        ['经济平稳', '平稳。'],
      ],
    });
    const { pieces } = review(report, before);
    expect(pieces.find(({ id }) => id === idOf(report, '化解矛盾纠纷'))?.lastYear).toBe(12);
    expect(pieces.find(({ id }) => id === idOf(report, '推进政务公开'))?.lastYear).toBeNull();
  });
});

describe('it is remarked', () => {
  it('that a part is missing, or empty', () => {
    const { plan: _, ...rest } = good;
    expect(remarksOn(rest)[0]).toMatchObject({ kind: 'part-missing', part: 'plan', partId: null });
    expect(kindsOn({ ...good, plan: [] })).toEqual<RemarkKind[]>(['empty']);
  });

  it('that a section is empty, but not that a point is told by its heading', () => {
    const achievements = [...(good.achievements ?? []), ['规范执法', ''] as const];
    expect(kindsOn({ ...good, achievements })).toEqual<RemarkKind[]>(['empty']);
    const plan = [...(good.plan ?? []), ['开展分人群普法宣讲活动'] as const];
    expect(kindsOn({ ...good, plan })).toEqual([]);
  });

  it('that shortcomings have no causes, or are a mere line', () => {
    const shortcomings = [['', '一是普法针对性不强。二是执法力量薄弱。']] as const;
    expect(kindsOn({ ...good, shortcomings })).toEqual<RemarkKind[]>([
      'no-causes',
      'thin-shortcomings',
      'share-low',
    ]);
  });

  it('which shortcomings the plan leaves open', () => {
    const plan = [['', `一是分人群开展普法宣讲。${long('逐项明确时限。', 450)}`]] as const;
    const [remark, ...others] = remarksOn({ ...good, plan });
    expect(others).toEqual([]);
    expect(remark).toMatchObject({
      kind: 'plan-leaves-open',
      part: 'shortcomings',
      quote: '执法力量薄弱',
    });
    expect(remark?.text).toContain('执法力量薄弱');
  });

  it('that the plan answers none of them', () => {
    const plan = [['', `一是办好便民服务站。${long('逐项明确时限。', 450)}`]] as const;
    expect(kindsOn({ ...good, plan })).toEqual<RemarkKind[]>([
      'plan-answers-none',
      'plan-leaves-open',
      'plan-leaves-open',
    ]);
  });

  it.each<readonly [string, readonly RemarkKind[]]>([
    ['全镇认真落实第一责任人职责，制定工作要点，召开推进会4次。', ['no-own-acts']],
    ['成立由党委书记、镇长为组长的领导小组，定期召开会议4次。', ['no-own-acts']],
    ['压实党政主要负责人第一责任人职责，法治摆在重要位置。', ['no-own-acts']],
    ['副镇长主持召开会议2次。', ['no-own-acts']],
    ['镇党委书记主持召开会议4次。', ['one-leader']],
    ['镇长出庭应诉2次，听取汇报3次。', ['one-leader']],
    ['镇党委书记、镇长分别主持会议4次。', []],
    ['党政主要负责人带头讲法治课2次。', []],
    ['党委书记亲自部署，每季度听取一次汇报；镇长带头学法，旁听庭审1次。', []],
  ])('who of the leaders acted: %s', (text, kinds) => {
    const leadership = [['', `${text}${long('层层压实。', 520)}`]] as const;
    expect(kindsOn({ ...good, leadership })).toEqual(kinds);
  });

  it('that a section of what was done has no figures; of many such in one remark', () => {
    const quiet = (heading: string) => [heading, long('扎实推进各项举措。', 90)] as const;
    const one = [...(good.achievements ?? []), quiet('规范执法')];
    expect(kindsOn({ ...good, achievements: one })).toEqual<RemarkKind[]>(['no-figures']);
    const many = [...one, quiet('依法决策'), quiet('优化服务'), quiet('应急处置')];
    const [remark, ...others] = remarksOn({ ...good, achievements: many });
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ kind: 'no-figures', sectionId: null });
    expect(remark?.text).toContain('4 条');
  });

  it('that a part takes far more than its usual share', () => {
    const shortcomings = [
      ...(good.shortcomings ?? []),
      ['', long('原因还在于人手少。', 700)] as const,
    ];
    expect(kindsOn({ ...good, shortcomings })).toContain('share-high');
  });

  it('nothing on shares while a required part is still empty', () => {
    const kinds = kindsOn({ ...good, plan: [], shortcomings: [['', '主要原因是人手少。']] });
    expect(kinds).not.toContain('share-low');
  });

  it('that a piece is far shorter than last year: the part, or else its sections', () => {
    const before = { ...good, leadership: [['', long('镇党委书记主持会议4次。', 1300)] as const] };
    expect(kindsOn(good, before)).toEqual<RemarkKind[]>(['shorter']);
    const [first] = good.achievements ?? [];
    const grown = [first ?? [''], ['化解矛盾纠纷', long('调解纠纷86件。', 1100)] as const];
    const [remark, ...others] = remarksOn(good, { ...good, achievements: grown });
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ kind: 'shorter', sectionId: expect.any(String) });
  });
});

it('a reviewer that has answered before says the same as a new one', () => {
  const report = buildCovered(good);
  const { items } = coverReport(report, packs);
  const reviewer = createReviewer(packs, report);
  const changed = buildCovered({ ...good, leadership: [['', '层层压实责任。']] });
  for (const draft of [report, changed, report]) {
    expect(reviewer(draft, items)).toEqual(reviewReport(draft, packs, items, report));
  }
});

it('an empty report is told what is missing, and nothing else', () => {
  expect(kindsOn({})).toEqual<RemarkKind[]>(Array.from({ length: 4 }, () => 'part-missing'));
});
