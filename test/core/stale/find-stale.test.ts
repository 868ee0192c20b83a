import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildTable,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { findStale } from '../../../core/stale/index.ts';
import { buildRolled, chipsIn, chipsOf, contextOf, rewrite, sayChip } from './rolled-draft.ts';

const addBlock = (report: Report, text: string): Report => ({
  ...report,
  preamble: [buildParagraph(createCountingIds('x'), text)],
});

describe('what is carried over and may be stale', () => {
  test.each([
    [
      '全年办理案件62件，罚款1.8万元，参与2300余人次。',
      ['figure:62件', 'figure:1.8万元', 'figure:2300余人次'],
    ],
    ['开展巡查12轮，共计15。', ['figure:12轮', 'figure:15']],
    ['每村配备3—5名调解员。', ['figure:3—5名']],
    ['调处二十三起，接访十二次。', ['figure:二十三起', 'figure:十二次']],
    [
      '调解率98.5%，提高3个百分点，九成以上群众满意，占百分之八十。',
      ['percent:98.5%', 'percent:3个百分点', 'percent:九成以上', 'percent:百分之八十'],
    ],
    ['完成率保持在95%～98%。', ['percent:95%～98%']],
    [
      '2026年12月4日举行宪法宣誓，3月至5月开展整治，6月15日演练。',
      ['date:2026年12月4日', 'date:3月至5月', 'date:6月15日'],
    ],
    [
      '2021年以来，青石镇始终重视学法；2024年度被评为先进。',
      ['year:2021年', 'year:2024年度', 'award:被评为先进'],
    ],
    [
      '召开第三次会议，传达二十届三中全会和十四届全国人大四次会议精神。',
      ['ordinal:第三次会议', 'ordinal:二十届三中全会', 'ordinal:十四届全国人大四次会议'],
    ],
    [
      '落实“十四五”规划和“八五”普法要求（2021－2025年）。',
      ['period:“十四五”', 'period:“八五”普法', 'period:2021－2025年'],
    ],
    ['学习《中华人民共和国民法通则》。', ['title:《中华人民共和国民法通则》']],
    [
      '完成率达98%以上，考评得分96.5分，全县排名第3名，位列第二。',
      ['percent:98%以上', 'figure:96.5分', 'ordinal:第3名', 'ordinal:第二'],
    ],
    [
      '在第12个国家宪法日开展活动，为期2个月，建党100周年之际表彰。',
      ['ordinal:第12个', 'figure:2个月', 'figure:100周年'],
    ],
    ['办结率提高到3.5万，2026年1—11月累计。', ['figure:3.5万', 'date:1—11月']],
    ['公布《公开目录（2025年版）》，较2025年多一项。', ['year:2025年']],
    ['同2025年建成的广场一样好用。', ['year:2025年']],
    ['接受石泉县司法局的指导。', ['place:石泉县']],
    [
      '省委十二届三次全会召开，镇第十八届人民代表大会第二次会议审议。',
      ['ordinal:十二届三次全会', 'ordinal:第十八届人民代表大会第二次会议'],
    ],
    [
      '连续第三年零上访，连续五年增长，办理第一起林草案件，成立全县首家调解委员会，案件数居全县第二。',
      ['ordinal:连续第三年', 'ordinal:连续五年', 'ordinal:第一起', 'ordinal:首家', 'ordinal:第二'],
    ],
    [
      '办件48 216件，拆除4 125平方米，细化任务5大类32项。',
      ['figure:48 216件', 'figure:4 125平方米', 'figure:5大类', 'figure:32项'],
    ],
    [
      '设窗口九个，覆盖十八个村，共一百零八个。',
      ['figure:九个', 'figure:十八个', 'figure:一百零八个'],
    ],
    ['2026年1月—11月检查，拆除违建5600㎡。', ['date:2026年1月—11月', 'figure:5600㎡']],
    ['贯彻党的十九届历次全会精神', ['ordinal:党的十九届历次全会']],
    ['贯彻二十届三中全会和四中全会精神', ['ordinal:二十届三中全会和四中全会']],
    [
      '巡查120余次，拨打120和110，排名第5位，位居全县前三。',
      ['figure:120余次', 'ordinal:第5位', 'ordinal:前三'],
    ],
    ['执法人员平均年龄达47岁，18岁以上可报名。', ['figure:47岁']],
    ['贯彻二十届二中 、 三中全会精神', ['ordinal:二十届二中 、 三中全会']],
    [
      '纪念民法典颁布六周年，连续两年获评，首次引入评估，做好“九五”普法第二年工作。',
      ['ordinal:六周年', 'ordinal:连续两年', 'ordinal:首次', 'ordinal:第二年'],
    ],
    ['党的二十大期间零上访，贯彻党的二十大精神。', ['ordinal:党的二十大期间']],
    ['连续保持4年零上访。', ['ordinal:连续保持4年']],
    ['按照《普法通知》（云法办〔2025〕31号）要求。', ['year:〔2025〕31号']],
    [
      '龙口社区被命名为“法治示范社区”，青石镇荣获平安建设先进镇，成功创建“法治镇”。',
      ['award:被命名为“法治示范社区”', 'award:荣获平安建设先进镇', 'award:成功创建“法治镇”'],
    ],
  ])('is marked in “%s”', (text, chips) => {
    expect(chipsIn(text)).toEqual(chips);
  });

  test.each([
    '2026年，青石镇坚持依法行政，2027年继续推进。',
    '第一责任人第一时间到场，引入第三方评估。',
    '新一届班子集体宣誓，上一届班子离任。',
    '贯彻党的二十届历次全会和第三次中央新疆工作座谈会精神，迈向第二个百年奋斗目标。',
    '建成“1中心11站点36触角”服务矩阵，贯彻中央第七次西藏工作座谈会精神。',
    '编制第十五个五年规划，开展第七次全国人口普查。',
    '学习《治安管理处罚法》（2025年修订）。',
    '推行首问负责、首违不罚，首次违法且轻微的不罚。',
    '由一个部门牵头，解决一个问题，第一个环节是审核，四个意识不断增强。',
    '积极争创“全国文明镇”，力争获评先进。',
    '一是抓学习，二是抓落实，落实三项制度、四个亲自、“两个维护”。',
    '办理12345热线转办事项，落实“1+2+N”机制，与110联动。',
    '按照云政发〔2024〕12号文件要求办理。',
    '每年学法不少于4次，调解员3名以上，实现网格全覆盖。',
    '数据统计期为2026年1月1日至12月31日。',
    '到2035年基本建成法治政府。',
    '在15日内办结，24小时内响应，每年12月开展，12.4宪法日和“3·15”期间宣传，4个亲自，推行1对1服务。',
    '上午9时30分开会，放在第一位，面向90后，使用5G网络。',
    '落实“十五五”规划，学习党的二十大精神和《民法典》。',
    '与2025年相比有所好转，高于2025年，较去年(2025年)有进步。',
    '各村、各镇、本县和省市都参加。',
  ])('is not seen in “%s”', (text) => {
    expect(chipsIn(text)).toEqual([]);
  });

  test.each([
    ['in a sentence taken word for word from last year', null],
    ['in a paragraph brought back to last year', 'b0'],
  ])('is last year itself %s', (_, sourceBlock) => {
    const rolled = buildRolled(['2026年，青石镇把依法行政放在首位，三项制度全面落实。']);
    const text = '2025年，青石镇把依法行政放在首位，三项制度全面落实。';
    const source = sourceBlock === null ? null : { reportId: 'base', blockId: sourceBlock };
    const draft = { ...addBlock(rolled, ''), parts: [] };
    const block = buildParagraph(createCountingIds('x'), text, source);
    expect(chipsOf({ ...draft, preamble: [block] }, rolled).map(sayChip)).toEqual(['year:2025年']);
  });

  test('is what the plan said of the year that has come', () => {
    const text = '2026年是“十五五”规划开局之年，青石镇将抓好学法。在2026年工作基础上继续努力。';
    const rolled = buildRolled([text]);
    const asPlan: Report = {
      ...rolled,
      parts: rolled.parts.map((one) => ({ ...one, kind: 'plan' })),
    };
    expect(chipsOf(rolled, rolled)).toEqual([]);
    expect(chipsOf(asPlan, asPlan).map(sayChip)).toEqual(['year:2026年']);
  });

  test('is not last year named in this year’s own words', () => {
    const rolled = buildRolled(['2026年，青石镇把依法行政放在首位。']);
    const own = '2025年建成的调解中心今年全部投入使用。';
    expect(chipsOf({ ...addBlock(rolled, own), parts: [] }, rolled)).toEqual([]);
  });

  test('is told once where one token holds another', () => {
    expect(chipsIn('落实《法治政府建设实施纲要（2021－2025年）》。')).toEqual([
      'title:《法治政府建设实施纲要（2021－2025年）》',
    ]);
  });

  test('is looked for in title, headings and table cells too', () => {
    const table = buildTable(createCountingIds('t'), [
      ['指标', '数量'],
      ['调解', '62件'],
    ]);
    const rolled: Report = {
      ...buildRolled([], '2024年以来的举措'),
      title: '青石镇第三次报告',
      preamble: [{ ...table, source: { reportId: 'base', blockId: 'b0' } }],
    };
    expect(chipsOf(rolled, rolled).map(({ target, text }) => [target.field, text])).toEqual([
      ['title', '第三次'],
      ['cell-1-1', '62件'],
      ['heading', '2024年'],
    ]);
  });

  test('is a bare number in a table, and no column of the year before', () => {
    const table = buildTable(createCountingIds('t'), [
      ['指标', '2025年', '2026年'],
      ['罚款（万元）', '35.2', '1,263'],
      ['合计', '—', '3'],
    ]);
    const rolled: Report = {
      ...buildRolled([]),
      preamble: [{ ...table, source: { reportId: 'base', blockId: 'b0' } }],
    };
    expect(chipsOf(rolled, rolled).map(sayChip)).toEqual([
      'figure:35.2',
      'figure:1,263',
      'figure:3',
    ]);
  });

  test('comes with what may stand instead, where the packs know it', () => {
    const text =
      '召开第三次会议，落实“十四五”规划，学习《中华人民共和国物权法》，由白沙乡负责，传达二十届三中全会精神。';
    const rolled = buildRolled([text]);
    expect(chipsOf(rolled, rolled).map(({ proposals }) => proposals)).toEqual([
      ['第四次会议'],
      ['“十五五”'],
      ['《中华人民共和国民法典》'],
      ['青石镇'],
      ['二十届四中全会'],
    ]);
  });
});

describe('new words', () => {
  const rolled = buildRolled(['全年办理案件62件，化解纠纷30件。']);

  test('have no chips but for titles and places', () => {
    const draft = addBlock(
      rolled,
      '新建广场18处，获评95%好评，参照《民法通则》，与石泉县司法局共建。',
    );
    expect(chipsOf(draft, rolled).map(sayChip)).toEqual([
      'title:《民法通则》',
      'place:石泉县',
      'figure:62件',
      'figure:30件',
    ]);
  });

  test('in place of a number take its chip away, and no other', () => {
    const draft = rewrite(rolled, 0, (text) => text.replace('62件', '3件'));
    expect(chipsOf(draft, rolled).map(({ text }) => text)).toEqual(['30件']);
  });

  test('that leave a part of a number are a new number', () => {
    const base = buildRolled(['全年办理案件13件，化解纠纷130件。']);
    const draft = rewrite(base, 0, () => '全年办理案件3件，化解纠纷30件。');
    expect(chipsOf(draft, base)).toEqual([]);
  });

  test('taken from last year bring their chips along', () => {
    const draft = addBlock(rolled, '另外，全年办理案件62件，今年新增5件。');
    expect(chipsOf(draft, rolled).map(({ text }) => text)).toEqual(['62件', '62件', '30件']);
  });

  test('edited to say what another clause says are not taken for that one', () => {
    const base = buildRolled(['镇里办理案件62件。', '另外，镇里办理案件15件。']);
    const draft = rewrite(base, 0, () => '镇里办理案件15件。');
    expect(chipsOf(draft, base).map(({ text }) => text)).toEqual(['15件']);
  });

  test('beside a date with a year that moved leave the date', () => {
    const base = buildRolled(['2026年12月4日举行活动。']);
    const draft = rewrite(base, 0, (text) => text.replace('举行', '在广场举行'));
    expect(chipsOf(draft, base).map(({ text }) => text)).toEqual(['2026年12月4日']);
  });

  test('all over a long block keep what was left', () => {
    const long = Array.from(
      { length: 60 },
      (_, n) => `第${n}项工作做了${100 + n}件，群众反映较好`,
    ).join('。');
    const base = buildRolled([long]);
    const draft = rewrite(base, 0, (text) =>
      text.replace('101件', '901件').replace('158件', '958件').replaceAll('较好', '很好'),
    );
    const kept = chipsOf(draft, base).map(({ text }) => text);
    expect(kept).toContain('130件');
    expect(kept).not.toContain('901件');
    expect(kept).toHaveLength(58);
  });
});

describe('a draft that is compared with nothing', () => {
  test('has titles and places only', () => {
    const draft = buildRolled(['办理案件62件，参照《民法通则》，由石泉县司法局指导。']);
    expect(chipsOf(draft, null).map(({ kind }) => kind)).toEqual(['title', 'place']);
  });

  test('has no places while the list is not there', () => {
    const draft = buildRolled(['由石泉县司法局指导。']);
    expect(findStale(draft, contextOf(null, { places: null }), new Set())).toEqual([]);
  });

  test('knows the chain of the settings', () => {
    const draft = buildRolled(['由石泉县司法局指导。']);
    const context = contextOf(null, { chain: ['西山省', '安康市', '石泉县', '青石镇'] });
    expect(findStale(draft, context, new Set())).toEqual([]);
  });
});

test('a congress of any number is followed by the one the packs know', () => {
  const rolled = buildRolled(['学习党的二十四大精神，评选党的二十四大员。']);
  const { packs } = contextOf(rolled);
  const held = { ordinal: 25, year: 2025, plenums: [], confidence: 'verified' } as const;
  const rules = packs.rules.map((one) => ({ ...one, congresses: [held] }));
  const found = findStale(rolled, contextOf(rolled, { packs: { ...packs, rules } }), new Set());
  expect(found.map(({ text, proposals }) => [text, ...proposals])).toEqual([
    ['党的二十四大', '党的二十五大'],
  ]);
});

test('a plan of a pack of one’s own is told from others by its family and name', () => {
  const cycle = { family: 'road-action', noun: '行动', confidence: 'verified' } as const;
  const cycles = [
    { ...cycle, find: '“三年攻坚”', name: '三年攻坚', from: 2023, to: 2025 },
    { ...cycle, find: '“三年巩固”', name: '三年巩固', from: 2026, to: 2028 },
  ];
  const rolled = buildRolled(['继续开展“三年攻坚”行动。', '落实“八五”普法规划。']);
  const { packs } = contextOf(rolled);
  const [one] = packs.rules;
  if (!one) throw new Error('no pack of rules is shipped');
  const own = { ...one, wordLists: [], cycles };
  const context = contextOf(rolled, { packs: { ...packs, rules: [...packs.rules, own] } });
  const found = findStale(rolled, context, new Set());
  expect(found.map(({ text, proposals }) => [text, ...proposals])).toEqual([
    ['“三年攻坚”', '“三年巩固”'],
    ['“八五”普法', '“九五”普法'],
  ]);
});
