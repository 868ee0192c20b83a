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
