import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { choosePacks, type RulesPack, rulesPackSchema } from '../../../core/packs/index.ts';
import { proofread, rules } from '../../../core/proofread/index.ts';
import { startBlank } from '../../../core/roll-forward/index.ts';
import { applySuggestion } from '../../support/apply-suggestion.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { somePlaces } from '../places/some-places.ts';
import { buildDraft, type Change } from './draft-report.ts';
import { packsOf } from './seed-report.ts';

interface Example {
  readonly rule: string;
  readonly wrong: Change;
  /** Words the finding must hold; empty for what is missing altogether. */
  readonly words: string;
  readonly right: Change;
  /** The passage after the suggestion, where a machine can tell. */
  readonly mended?: string;
}

const text = (...paragraphs: string[]): Change => ({ text: paragraphs });

const examples: readonly Example[] = [
  {
    rule: 'sum-mismatch',
    wrong: text('全年受理纠纷50件，其中邻里纠纷20件、婚姻纠纷15件、土地纠纷10件。'),
    words: '50件，其中邻里纠纷20件、婚姻纠纷15件、土地纠纷10件',
    right: text('全年受理纠纷50件，其中邻里纠纷20件、婚姻纠纷15件、土地纠纷15件。'),
  },
  {
    rule: 'contradictory-figures',
    wrong: text('全年调解矛盾纠纷120件。', '今年以来，全镇推动化解各类矛盾纠纷135件。'),
    words: '调解矛盾纠纷120件',
    right: text('全年调解矛盾纠纷120件。', '2024年调解矛盾纠纷135件。'),
  },
  {
    rule: 'percent-over-hundred',
    wrong: text('纠纷调解成功率达到102%。'),
    words: '102%',
    right: text('合同审查数量同比增长150%，调解成功率达到99%。'),
  },
  {
    rule: 'unbalanced-marks',
    wrong: text('学习《青石镇法治建设规划（2021—2025年》。'),
    words: '（2021—2025年',
    right: text('学习《青石镇法治建设规划（2021—2025年）》，坚持“谁执法谁普法”。'),
    mended: '学习《青石镇法治建设规划（2021—2025年）》。',
  },
  {
    rule: 'book-title-nesting',
    wrong: text('印发《关于落实《青石镇学法制度》的通知》。'),
    words: '《青石镇学法制度》',
    right: text('印发《关于落实〈青石镇学法制度〉的通知》。'),
    mended: '印发《关于落实〈青石镇学法制度〉的通知》。',
  },
  {
    rule: 'half-width-punctuation',
    wrong: text('开展检查,发现问题(共3处);已整改.'),
    words: ',',
    right: text('系统3.0版自8:30开放，发放资料1,200份。'),
    mended: '开展检查，发现问题（共3处）；已整改。',
  },
  {
    rule: 'leftover-label',
    wrong: { sections: [{ heading: '（9）推进政务公开', text: ['公开信息。'] }] },
    words: '（9）',
    right: { sections: [{ heading: '推进政务公开', text: ['公开信息。'] }] },
  },
  {
    rule: 'irregular-label',
    wrong: text('(1)加强学习。'),
    words: '(1)',
    right: text('（1）加强学习。', '1.加强学习。'),
    mended: '（1）加强学习。',
  },
  {
    rule: 'arabic-ordinal',
    wrong: text('1、加强学习。'),
    words: '1、',
    right: text('在1、2号楼开展宣传。'),
    mended: '1.加强学习。',
  },
  {
    rule: 'exact-number-with-more',
    wrong: text('化解矛盾188余件。'),
    words: '188余件',
    right: text('化解矛盾180余件，发放资料2000余份。'),
    mended: '化解矛盾180余件。',
  },
  {
    rule: 'double-hedge',
    wrong: text('参加群众近300余人。'),
    words: '近300余人',
    right: text('近年来参加群众300余人。'),
    mended: '参加群众300余人。',
  },
  {
    rule: 'cut-off-word',
    wrong: text('截止2025年12月31日，共办结20件。'),
    words: '截止2025年',
    right: text('截至2025年12月31日，共办结20件，报名截止日期已公布。'),
    mended: '截至2025年12月31日，共办结20件。',
  },
  {
    rule: 'legal-term',
    wrong: text('开展法制宣传。'),
    words: '法制宣传',
    right: text('做好法制审核，发挥政府法制机构作用，落实《法制教育办法》。'),
    mended: '开展法治宣传。',
  },
  {
    rule: 'law-review-term',
    wrong: text('开展重大执法决定法治审核。'),
    words: '法治审核',
    right: text('开展重大执法决定法制审核。'),
    mended: '开展重大执法决定法制审核。',
  },
  {
    rule: 'confused-words',
    wrong: text('建立排查台帐。'),
    words: '台帐',
    right: text('建立排查台账，做到的的确确见效。'),
    mended: '建立排查台账。',
  },
  {
    rule: 'people-rights',
    wrong: text('维护群众合法权力。'),
    words: '群众合法权力',
    right: text('规范行政权力运行，维护群众合法权利。'),
    mended: '维护群众合法权利。',
  },
  {
    rule: 'heading-year',
    wrong: { headings: { plan: '2025年度主要安排' } },
    words: '2025',
    right: { headings: { achievements: '贯彻纲要（2021—2025年）的举措和成效' } },
  },
  {
    rule: 'preamble-year',
    wrong: { preamble: '现将青石镇2024年法治政府建设情况报告如下：' },
    words: '2024',
    right: { preamble: '2024年工作的基础上，现将青石镇2025年法治政府建设情况报告如下：' },
  },
  {
    rule: 'signed-date',
    wrong: { signedDate: '2024-02-05' },
    words: '',
    right: { signedDate: '2026-02-05' },
  },
  {
    rule: 'outline-citation',
    wrong: text('贯彻《法治政府建设实施纲要（2022—2025年）》。'),
    words: '（2022—2025年）',
    right: text('贯彻《法治政府建设实施纲要（2021—2025年）》。'),
    mended: '贯彻《法治政府建设实施纲要（2021－2025年）》。',
  },
  {
    rule: 'superseded-plan',
    wrong: text('推进“七五”普法各项任务。'),
    words: '“七五”普法',
    right: text('推进“八五”普法，落实“十四五”规划。', '“七五”普法总结验收为优秀。'),
  },
  {
    rule: 'congress',
    wrong: { ...text('学习党的二十大精神。'), year: 2021 },
    words: '党的二十大',
    right: text('学习党的二十大和二十届四中全会精神。'),
  },
  {
    rule: 'township-verb',
    wrong: text('全年受理行政诉讼案件3件。'),
    words: '受理行政诉讼',
    right: text('被提起行政诉讼3件，县法院受理行政诉讼案件均已审结。'),
    mended: '全年被提起行政诉讼案件3件。',
  },
  { rule: 'missing-part', wrong: { without: 'shortcomings' }, words: '', right: {} },
  { rule: 'empty-part', wrong: { leadership: '' }, words: '第一责任人职责情况', right: {} },
  {
    rule: 'empty-section',
    wrong: {
      sections: [
        { heading: '规范执法', text: ['全年办理案件62件。'] },
        { heading: '推进政务公开', text: [] },
      ],
    },
    words: '推进政务公开',
    right: {},
  },
  {
    rule: 'request-in-report',
    wrong: text('恳请增加执法人员编制。'),
    words: '恳请增加执法人员编制',
    right: text('已报请批准。特此报告。'),
  },
  {
    rule: 'range-mark',
    wrong: text('落实2021-2025年规划。'),
    words: '2021-2025年',
    right: text('落实2021—2025年规划，电话0571-8888。'),
    mended: '落实2021—2025年规划。',
  },
  {
    rule: 'chinese-year-zero',
    wrong: text('二○二五年完成。'),
    words: '二○二五',
    right: text('二〇二五年完成。'),
    mended: '二〇二五年完成。',
  },
  {
    rule: 'lost-dash',
    wrong: text('落实20212025年规划。'),
    words: '20212025',
    right: text('落实2021—2025年规划。'),
    mended: '落实2021—2025年规划。',
  },
  {
    rule: 'comma-between-titles',
    wrong: text('学习《宪法》、《民法典》。'),
    words: '》、《',
    right: text('学习《宪法》《民法典》（以下简称《典》）、《乡规》。'),
    mended: '学习《宪法》《民法典》。',
  },
  {
    rule: 'duplicate-heading',
    wrong: {
      sections: [
        { heading: '推进政务公开', text: ['公开信息。'] },
        { heading: '推进政务公开', text: ['公开目录。'] },
      ],
    },
    words: '推进政务公开',
    right: {},
  },
  {
    rule: 'duplicate-paragraph',
    wrong: text(
      '全镇干部每季度集中学习法律知识并开展讨论。',
      '全镇干部每季度集中学习法律知识并开展讨论。',
    ),
    words: '全镇干部',
    right: text(
      '全镇干部每季度集中学习法律知识并开展讨论。',
      '各村干部每季度集中学习法律知识并开展讨论。',
    ),
  },
  {
    rule: 'announced-parts',
    wrong: {
      preamble:
        '全文包括“2025年度主要举措和成效”“存在的问题”“党政主要负责人履行第一责任人职责情况”“2026年度主要安排”。',
    },
    words: '存在的问题',
    right: {
      preamble:
        '全文包括“2025年度主要举措和成效”“存在的不足和原因”“党政主要负责人履行第一责任人职责情况”“2026年度主要安排”。',
    },
  },
  {
    rule: 'placeholder',
    wrong: text('全年办理案件〔件数〕件。'),
    words: '〔件数〕',
    right: text('按照青政发〔2025〕12号文件办理。'),
  },
  {
    rule: 'double-punctuation',
    wrong: text('加强培训，，提高能力。。'),
    words: '，，提高能力。。',
    right: text('加强培训，提高能力……'),
    mended: '加强培训，提高能力。',
  },
  {
    rule: 'etc-ellipsis',
    wrong: text('开展讲座、竞赛等……'),
    words: '等……',
    right: text('开展讲座、竞赛等。'),
  },
  {
    rule: 'inner-spaces',
    wrong: text('加强 培训。'),
    words: '加强 培训',
    right: text('坚持“谁执法谁普法 谁主管谁负责”，使用 WPS 办公。'),
    mended: '加强培训。',
  },
  {
    rule: 'heading-end',
    wrong: { sections: [{ heading: '推进政务公开，', text: ['公开信息。'] }] },
    words: '，',
    right: { sections: [{ heading: '推进政务公开，提高质量', text: ['公开信息。'] }] },
  },
  {
    rule: 'paragraph-end',
    wrong: text(
      '镇综合行政执法队围绕农村住房、环境保护、道路交通等重点领域开展联合检查，及时督促责任单位整改到位，',
    ),
    words: '，',
    right: text('检查后整改。'),
  },
  {
    rule: 'foreign-voice',
    wrong: text('我县加强执法监督。'),
    words: '我县',
    right: text('我镇加强执法监督。'),
  },
  {
    rule: 'foreign-place',
    wrong: text('经石泉县司法局指导，办结案件。'),
    words: '石泉县',
    right: text('经县司法局指导，青石镇办结案件。'),
  },
  {
    rule: 'expired-document',
    wrong: text('依据《合同法》审查合同。'),
    words: '《合同法》',
    right: text('依据《民法典》审查合同，不再适用已经废止的《合同法》。'),
    mended: '依据《民法典》审查合同。',
  },
];

function findings(change: Change, rule: string) {
  const report = buildDraft(change);
  const context = { packs: packsOf(report.year), year: report.year, places: somePlaces };
  return proofread(report, context).filter((finding) => finding.rule === rule);
}

/** Rules in code, and in place of the one that reads word lists, the lists. */
const ids = rules.flatMap(({ id }) =>
  id === 'word-lists'
    ? packsOf(2025).rules.flatMap(({ wordLists }) => wordLists.map((list) => list.id))
    : [id],
);

describe('each rule', () => {
  test('has an example, and each example a rule', () => {
    expect(new Set(examples.map(({ rule }) => rule))).toEqual(new Set(ids));
  });

  test.each(examples)('$rule objects to its wrong example', ({ rule, wrong, words }) => {
    const found = findings(wrong, rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.text).toContain(words);
    expect(found[0]?.message).toMatch(/。$/u);
  });

  test.each(examples)('$rule lets its right example pass', ({ rule, right }) => {
    expect(findings(right, rule)).toEqual([]);
  });

  test.each(examples.filter(({ mended }) => mended !== undefined))(
    '$rule mends its wrong example',
    ({ rule, wrong, mended }) => {
      const [finding] = findings(wrong, rule);
      if (!finding) throw new Error('no finding');
      const block = applySuggestion(buildDraft(wrong), finding).parts[0]?.sections[0]?.blocks[0];
      expect(block).toMatchObject({ text: mended });
    },
  );

  test('the sound report has no finding at all', () => {
    const report = buildDraft({ signedDate: '2026-02-05' });
    expect(proofread(report, { packs: packsOf(2025), year: 2025 })).toEqual([]);
  });
});

describe('severity and grouping', () => {
  test('many half-width marks in one paragraph are one finding with their number', () => {
    const [finding, ...others] = findings(text('甲,乙,丙,丁。'), 'half-width-punctuation');
    expect(others).toEqual([]);
    expect(finding?.message).toContain('3处');
  });

  test('a list closed with 等 and two kinds out of many are no error', () => {
    expect(findings(text('受理50件，其中邻里纠纷20件、婚姻纠纷15件等。'), 'sum-mismatch')).toEqual(
      [],
    );
    expect(
      findings(text('受理纠纷50件，其中邻里20件、婚姻15件。'), 'sum-mismatch')[0]?.severity,
    ).toBe('advice');
  });

  test('an outline pack that does not cover the year keeps silent', () => {
    const change = { year: 2026, ...text('贯彻《法治政府建设实施纲要（2026—2030年）》。') };
    expect(findings(change, 'outline-citation')).toEqual([]);
  });

  test('where no outline of the year is known, one that does not cover it is to be looked up', () => {
    const cite = (words: string) => ({ year: 2026, ...text(words) });
    expect(
      findings(cite('贯彻《法治政府建设实施纲要（2021—2025年）》。'), 'outline-citation'),
    ).toMatchObject([
      {
        severity: 'advice',
        suggestion: '',
        message: expect.stringContaining('请核对最新纲要名称'),
      },
    ]);
    expect(
      findings(cite('《法治政府建设实施纲要（2021—2025年）》圆满收官。'), 'outline-citation'),
    ).toEqual([]);
  });

  test('an expired outline is pointed out unless it is spoken of as past', () => {
    expect(
      findings(text('贯彻《法治政府建设实施纲要（2015—2020年）》。'), 'outline-citation')[0]
        ?.severity,
    ).toBe('warning');
    expect(
      findings(
        text('《法治政府建设实施纲要（2015—2020年）》收官以来，工作持续推进。'),
        'outline-citation',
      ),
    ).toEqual([]);
  });

  test('a blank draft has its empty parts told, one error each, and no word on its sections', () => {
    const issuers = ['青石镇人民政府'];
    const packs = choosePacks(shipped.packs, 2025, { issuers });
    const report = startBlank({ year: 2025, issuers, packs, createId: createCountingIds() });
    const found = proofread(report, { packs, year: 2025 });
    const told = found.filter(({ severity }) => severity !== 'advice').map(({ rule }) => rule);
    expect(told).toEqual(Array.from({ length: 4 }, () => 'empty-part'));
  });

  test('a part folded into another is a warning, not an error', () => {
    const change: Change = {
      without: 'leadership',
      sections: [{ heading: '主要负责人履行第一责任人职责', text: ['书记、镇长带头学法。'] }],
    };
    expect(findings(change, 'missing-part')[0]?.severity).toBe('warning');
  });

  test('old congress wording is pointed out only where the new one is nowhere', () => {
    expect(findings(text('学习党的十九大精神。'), 'congress')).toHaveLength(1);
    expect(findings(text('学习党的十九大、二十大精神。'), 'congress')).toEqual([]);
  });
});

describe('what rule-makers change is data', () => {
  const wording: RulesPack = rulesPackSchema.parse({
    kind: 'rules',
    id: 'own-wording',
    title: '本县用语',
    format: 1,
    source: '测试',
    date: '2026-01-01',
    confidence: 'unconfirmed',
    wordLists: [
      {
        id: 'own-words',
        severity: 'advice',
        message: '“{words}”应写作“{instead}”。',
        where: 'body',
        source: '测试',
        confidence: 'unconfirmed',
        entries: [
          { find: '综治(中心|办)', replace: '平安$1', except: ['综治中心大楼'] },
          { find: '跨越式', replace: null },
        ],
      },
    ],
    cycles: [{ find: '“三年行动”', to: 2024, confidence: 'unconfirmed' }],
    pastWords: ['收官'],
    congresses: [{ ordinal: 21, year: 2026, plenums: [2026], confidence: 'unconfirmed' }],
  });
  const packs = { ...packsOf(2025), rules: [...packsOf(2025).rules, wording] };
  const find = (change: Change, rule: string, deadlines = {}) => {
    const report = buildDraft(change);
    return proofread(report, { packs, year: report.year, deadlines }).filter(
      (finding) => finding.rule === rule,
    );
  };

  test('a word list dropped in as a file is looked for, with its exceptions', () => {
    expect(find(text('建好综治中心和综治办。'), 'own-words')).toMatchObject([
      {
        text: '综治中心和综治办',
        suggestion: '平安中心和平安办',
        message: '“综治中心”应写作“平安中心”。本段共2处。',
      },
    ]);
    expect(find(text('综治中心大楼已经建成。'), 'own-words')).toEqual([]);
    expect(find(text('实现跨越式发展。'), 'own-words')[0]?.suggestion).toBe('');
  });

  test('a list that was not read at its source is no error, whatever it says of itself', () => {
    const [list] = wording.wordLists;
    if (!list) throw new Error('no list');
    const hard = { ...wording, wordLists: [{ ...list, severity: 'error' as const }] };
    const report = buildDraft(text('建好综治中心。'));
    const context = { packs: { ...packs, rules: [hard] }, year: report.year };
    const severities = proofread(report, context).map(({ rule, severity }) => [rule, severity]);
    expect(severities).toEqual([['own-words', 'warning']]);
  });

  test('titles in 《》 are let pass, and words from them are never put elsewhere', () => {
    expect(find(text('印发《综治中心办法》。'), 'own-words')).toEqual([]);
  });

  test('a cycle and a congress dropped in as a file are known', () => {
    expect(find(text('推进“三年行动”。'), 'superseded-plan')).toHaveLength(1);
    expect(find(text('“三年行动”收官。'), 'superseded-plan')).toEqual([]);
    expect(find(text('学习党的二十一大精神。'), 'congress')).toHaveLength(1);
    expect(find({ year: 2026, ...text('学习党的二十一大精神。') }, 'congress')).toEqual([]);
  });

  test('the deadlines are the template’s, and the county’s own in their place', () => {
    const messagesAt = (signedDate: string, deadlines = {}) =>
      find({ signedDate }, 'signed-date', deadlines).map(({ message }) => message);
    expect(messagesAt('2026-02-28')).toEqual([]);
    expect(messagesAt('2026-03-01')).toEqual([
      '成文日期已过期限：年度报告应在3月1日前报送上一级党委、政府。',
    ]);
    expect(messagesAt('2026-04-02')).toEqual([
      '成文日期已过期限：年度报告应在3月1日前报送上一级党委、政府，4月1日前向社会公开。',
    ]);
    expect(messagesAt('2026-02-01', { submit: '01-31' })[0]).toContain('1月31日前');
    expect(messagesAt('2026-04-02', { submit: '05-01' })).toEqual([
      '成文日期已过期限：年度报告应在4月1日前向社会公开。',
    ]);
  });
});
