import { describe, expect, test } from 'vitest';
import { findDisclosures, generaliseAll } from '../../../core/disclosure/index.ts';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'disclosure');
const reportOf = (text: string) => {
  const preamble = [buildParagraph(createCountingIds(), text)];
  return buildReport(2026, { preamble });
};
const find = (text: string) => findDisclosures(reportOf(text), [], packs);
const told = (text: string) => find(text).map(({ rule, text: words }) => [rule, words]);
const worst = (text: string) => {
  const found = find(text).map(({ severity }) => severity);
  return found.includes('block') ? 'block' : (found[0] ?? 'none');
};
/** The text with the best proposal of everything that was found. */
const best = (text: string) => {
  const hits = find(text).map((hit) => ({ ...hit, severity: 'block' as const }));
  const [block] = generaliseAll(reportOf(text), hits).report.preamble;
  return block?.type === 'paragraph' ? block.text : '';
};

describe('the number of an internal paper', () => {
  test.each([
    ['按照青委办发〔2026〕5号要求开展工作。', '按照有关文件要求开展工作。'],
    ['根据青政法〔2026〕5号文件落实。', '根据有关文件落实。'],
    ['依据中共青石镇委员会印发的青委〔2026〕8号文件。', '依据中共青石镇委员会印发的有关文件。'],
    ['传达学习青石镇委发〔2026〕9号精神。', '传达学习有关文件精神。'],
    ['落实青政法委发〔2026〕第3号要求。', '落实有关文件要求。'],
    ['以青纪发〔2026〕1号、青督〔2026〕2号为准。', '以有关文件、有关文件为准。'],
    ['对照县委印发青委通[2026]3号整改。', '对照县委印发有关文件整改。'],
    ['按青维稳办（2026）2号办理。', '按有关文件办理。'],
    ['转发云平安办发〔2026〕4号文。', '转发有关文件。'],
    ['详见青组通〔2026〕12号。', '详见有关文件。'],
    ['（青委办发〔2026〕5号）已落实。', '（文号略）已落实。'],
    ['严格执行《实施方案》青委办字〔2026〕7号。', '严格执行《实施方案》有关文件。'],
  ])('in %s', (text, expected) => {
    expect(worst(text)).toBe('warn');
    expect(best(text)).toBe(expected);
  });

  test.each([
    '依据中办发〔2021〕33号、国发〔2021〕11号和中发〔2021〕33号要求。',
    '根据青政发〔2026〕5号、青府办〔2026〕8号文件。',
    '按照司发〔2024〕3号文件。',
  ])('is not that of a public one: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('the number of a telegram or of a secret paper', () => {
  test.each([
    ['依据云政办明电〔2026〕3号文件，开展工作。', '依据有关文件，开展工作。'],
    ['落实县委明电〔2025〕3号精神。', '落实有关文件精神。'],
    ['按照青石镇委密〔2026〕1号文件精神。', '按照有关文件精神。'],
    ['传达云委办密电〔2026〕第7号。', '传达有关文件。'],
    ['根据青保密办〔2026〕2号要求。', '根据有关文件要求。'],
    ['收到青委密字〔2026〕11号文。', '收到有关文件。'],
    ['依据云政办明电〔2026〕3号和青石镇委密〔2026〕1号文件精神。', '依据有关文件和有关文件精神。'],
  ])('in %s', (text, expected) => {
    expect(worst(text)).toBe('block');
    expect(best(text)).toBe(expected);
  });
});

describe('a number that is said to be an identity card’s', () => {
  test.each([
    '身份证号330102199003071235。',
    '身份证号码：33010219900307123X。',
    '身份证330102199003071235',
    '公民身份号码是330102900307123。',
    '居民身份证（330102199013071234）',
    '身份证编号为 330102 19900307 1235。',
    '（身份证号３３０１０２１９９００３０７１２３５）',
  ])('blocks whatever its check digit: %s', (text) => {
    expect(find(text)).toMatchObject([{ rule: 'id-card', severity: 'block' }]);
    expect(best(text)).not.toMatch(/[\d０-９]/u);
  });

  test.each(['办理身份证1200张。', '换发身份证330份，服务123456789012345678人。'])(
    'is not any number: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe('the name of a firm begins behind the verb', () => {
  test.each([
    ['查处鑫达建材有限公司违法占地案。', '鑫达建材有限公司'],
    ['对云岭宏远建筑有限公司立案处罚。', '云岭宏远建筑有限公司'],
    ['约谈顺达采石场违法开采。', '顺达采石场'],
    ['处罚永兴砖厂有限公司3万元。', '永兴砖厂有限公司'],
    ['关停金鑫煤矿，消除污染。', '金鑫煤矿'],
    ['责令安平化工有限公司停产整改违法问题。', '安平化工有限公司'],
    ['依法查封东风加油站，处罚2万元。', '东风加油站'],
    ['起诉富民农民合作社拖欠货款。', '富民农民合作社'],
    ['曝光恒通物流有限公司违法案例。', '恒通物流有限公司'],
    ['督办绿源养殖有限公司污染问题。', '绿源养殖有限公司'],
    ['调查处理天成矿业有限公司事故。', '天成矿业有限公司'],
  ])('%s', (text, words) => {
    expect(told(text)).toEqual([['firm-in-dispute', words]]);
  });
});

describe('what must block', () => {
  test.each([
    '精神病患者稳定在控率100%。',
    '社区矫正对象在管率100%。',
    '对吸毒人员点验一次。',
    '掌握精神障碍患者活动轨迹。',
    '刑满释放人员见人见面。',
    '戒毒人员请销假管理规范。',
    '社区矫正对象电话定位每周一次。',
    '邪教人员逐一看护。',
    '未成年人犯罪3人。',
    '未成年人违法犯罪案件5起。',
    '青少年犯罪2人。',
    '未成年犯4名。',
    '3名涉罪未成年人。',
    '罪错未成年人6人。',
    '未成年人被侵害2人。',
    '性侵未成年人案件1起。',
    '2名未成年人涉嫌犯罪。',
    '7名两类人员。',
    '三失人员9名。',
    '缓刑人员12人。',
    '强戒人员3名。',
    '法轮功人员2名。',
    '5名HIV携带者。',
    '精神分裂症患者8人。',
    '监外执行罪犯4名。',
    '稳控对象6人。',
    '涉疆人员3人。',
    '本材料不予公开。',
    '本报告不对外公开。',
    '此材料仅供领导参阅。',
    '本附件不宜公开。',
    '以上内容不得公开。',
    '限内部使用。',
    '本表不上网公开。',
    '阅后退回。',
    '供内部参阅。',
    '上述数据暂不公开。',
    '此件请勿公开。',
    '张三因吸毒被责令社区戒毒。',
    '对李建国因涉嫌吸毒移送处理。',
    '村民王小明系吸毒人员。',
    '经查，赵强多次吸食毒品。',
    '吸毒人员孙大勇被查获。',
    '周红患精神病多年。',
    '社区矫正对象钱二宝，按时报到。',
    '刘强曾因贩毒服刑。',
  ])('%s', (text) => {
    expect(worst(text)).toBe('block');
    expect(find(best(text)).filter(({ severity }) => severity === 'block')).toEqual([]);
  });
});

describe('what is worth a look', () => {
  test.each([
    ['人脸识别摄像头12个。', 'monitor-count'],
    ['安装高清摄像机36台。', 'monitor-count'],
    ['新增人脸抓拍机8套。', 'monitor-count'],
    ['车牌识别系统5套。', 'monitor-count'],
    ['布设电子眼20只。', 'monitor-count'],
    ['建成18个智能卡口。', 'monitor-count'],
    ['雪亮工程探头260个。', 'monitor-count'],
    ['高空瞭望摄像头3路。', 'monitor-count'],
    ['对青山村党支部书记进行约谈。', 'named-blame'],
    ['对枫林村在全镇通报批评。', 'named-blame'],
    ['对柳荫社区主要负责人予以诫勉谈话。', 'named-blame'],
    ['对青石中学因食品安全问题进行通报批评。', 'named-blame'],
    ['约谈青山村书记2次。', 'named-blame'],
    ['青山村被全镇通报批评。', 'named-blame'],
    ['对应急办公室给予问责。', 'named-blame'],
    ['对大坪村“两委”干部集体约谈。', 'named-blame'],
    ['河东村因进度滞后被县委督查室督办。', 'named-blame'],
    ['对石桥村村委会主任作出提醒谈话。', 'named-blame'],
    ['青罚字〔2026〕第12号。', 'case-number'],
    ['案号青市监罚字〔2026〕12号。', 'case-number'],
    ['作出青综执罚决字〔2026〕第003号处罚决定。', 'case-number'],
    ['云公（青）行罚决字〔2026〕45号。', 'case-number'],
    ['青政复决字〔2026〕2号。', 'case-number'],
    ['依据青自然资罚〔2026〕7号。', 'case-number'],
    ['青人调字〔2026〕18号。', 'case-number'],
    ['云劳人仲案字〔2026〕9号。', 'case-number'],
    ['司法所工作人员赵小刚被评为先进个人。', 'person-name'],
    ['驻村民警李建国走访。', 'person-name'],
    ['辅警王强入户宣传。', 'person-name'],
    ['社工刘芳上门帮扶。', 'person-name'],
    ['执法队员周明在巡查中发现问题。', 'person-name'],
    ['人民调解员钱有福成功调解。', 'person-name'],
    ['司法助理员孙丽主讲。', 'person-name'],
    ['驻村工作队员马小军带领群众修路。', 'person-name'],
    ['教师何秀英获得表彰。', 'person-name'],
    ['微信号qszf2026。', 'chat-account'],
    ['联系人微信abc_2026。', 'chat-account'],
    ['个人微信qs-zf-2026。', 'chat-account'],
  ])('%s', (text, rule) => {
    expect(find(text).map((hit) => [hit.rule, hit.severity])).toEqual([[rule, 'warn']]);
    expect(best(text)).not.toBe(text);
  });
});

describe('what only looks like it is left alone', () => {
  test.each([
    '开展未成年人犯罪预防宣传5场，预防青少年犯罪讲座参与300人次。',
    '严重精神障碍患者健康服务有序开展。',
    '对执法人员分类培训，两类培训共3期。',
    '依申请公开4件，不予公开1件，文件公开20份。',
    '监控中心3个，建设3个监控平台。',
    '对工作滞后的单位进行约谈，对相关责任人进行问责。',
    '对先进村通报表扬，对各村进行通报。',
    '工作人员周到的服务受到好评，民警张贴海报，干部包村走访。',
    '干部石桥村走访，工作人员高效办理，群众高度认可。',
    '关注微信公众号qingshi2026，微信平台发布信息。',
    '白酒、金融领域涉毒风险小，石桥村因禁毒成效好受表彰。',
    '枫林街道办事处〔2026〕年度计划。',
    '武装部、高新区是禁毒宣传重点，马路市场被整治。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('what is proposed reads well', () => {
  test.each([
    ['柳树沟村发生家暴案件1起。', '柳树沟村发生个别家暴案件。'],
    ['枫林村调解遗产继承纠纷2件。', '枫林村调解个别遗产继承纠纷。'],
    ['青云社区化解噪音扰民矛盾纠纷3起。', '青云社区化解个别噪音扰民矛盾纠纷。'],
    ['法律顾问陈志强律师参与。', '法律顾问参与。'],
    ['依法处置涉恐重点人员5名。', '依法处置有关人员。'],
    ['艾滋病感染者2名、涉恐重点人员5名纳入管理。', '有关人员纳入管理。'],
    ['服务6名HIV感染者。', '服务有关人员。'],
  ])('%s', (text, expected) => {
    expect(best(text)).toBe(expected);
  });
});

describe('a stock sentence without a count', () => {
  test.each([
    '社区矫正对象无脱管漏管。',
    '刑满释放人员未发生漏管失控。',
    '吸毒人员无失控现象。',
    '社区戒毒人员无脱失、脱管。',
  ])('is worth a look only: %s', (text) => {
    expect(worst(text)).toBe('warn');
  });

  test('blocks together with the count beside it', () => {
    expect(worst('社区矫正对象16人，无脱管漏管。')).toBe('block');
    expect(worst('社区矫正对象16人无脱管漏管。')).toBe('block');
  });
});
