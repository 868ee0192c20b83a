import { describe, expect, test } from 'vitest';
import { scanMeasuredNumbers } from '../../../core/figures/index.ts';

const read = (text: string) =>
  scanMeasuredNumbers(text).map(({ value, unit, approximate }) => [value, unit, approximate]);

describe('numbers with a unit', () => {
  test.each([
    ['办理案件62件。', 62, '件', false],
    ['发放资料23000余份。', 23_000, '份', true],
    ['发放资料12,500份。', 12_500, '份', false],
    ['办理事项48 216件。', 48_216, '件', false],
    ['罚款１８２７０元。', 18_270, '元', false],
    ['覆盖两万余人次。', 20_000, '人次', true],
    ['覆盖3.2万人次。', 32_000, '人次', false],
    ['投入18.5万元。', 18.5, '万元', false],
    ['投入300多万元。', 300, '万元', true],
    ['投入三百二十万元。', 320, '万元', false],
    ['投入1.2亿元。', 1.2, '亿元', false],
    ['成功率达99.5%。', 99.5, '%', false],
    ['成功率达100％。', 100, '%', false],
    ['提高3个百分点。', 3, '个百分点', false],
    ['培训60学时。', 60, '学时', false],
    ['召开会议十二次。', 12, '次', false],
    ['讲法治课两次。', 2, '次', false],
    ['申请数432件，', 432, '件', false],
  ])('%s', (text, value, unit, approximate) => {
    expect(read(text)).toEqual([[value, unit, approximate]]);
  });

  test.each([
    '2025年12月4日开展宣传。',
    '根据青政发〔2025〕12号文件。',
    '依照《条例》第3条第2项、第十二条。',
    '一是抓学习，二是抓执法。',
    '每组3—5人，走访三四次，调解数十件。',
    '讲座不少于2次，配备3名以上调解员。',
    '落实“三项制度”，做到一次办好、三个公开。',
    '学习党的二十届四中全会精神。',
    '拨打12345热线，系统3.0版上线，参加“7进”活动。',
    '用时3个月、5个工作日。',
    '占10%～15%。',
  ])('none in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('offsets cover number and unit', () => {
    const text = '全年办理案件62件，培训两万余人次。';
    expect(scanMeasuredNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '62件',
      '两万余人次',
    ]);
  });
});
