import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockText,
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  buildTable,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { listPromises } from '../../../core/promises/index.ts';
import { buildLongReport } from '../../support/sample-reports.ts';

type Piece = string | readonly [heading: string, ...texts: readonly string[]];

/** A report of 2025 whose one part of `kind` holds paragraphs and headed sections. */
function plan(
  pieces: readonly Piece[],
  kind: 'plan' | 'shortcomings' | 'achievements' = 'plan',
  heading = '下一年度主要安排',
): Report {
  const createId = createCountingIds();
  const paragraph = (text: string) => buildParagraph(createId, text);
  const blocks = pieces.filter((piece) => typeof piece === 'string').map(paragraph);
  const sections = pieces
    .filter((piece) => typeof piece !== 'string')
    .map(([title, ...texts]) => buildSection(createId, title, texts.map(paragraph)));
  return buildReport(2025, { parts: [buildPart(createId, kind, heading, { blocks, sections })] });
}

const wordsOf = (report: Report) => listPromises(report).map(({ text }) => text);

describe('a plan is taken apart as its writer counted it', () => {
  test('but for what the year is', () => {
    const text =
      '2026年是“十五五”规划开局之年，也是法治镇创建的关键一年。2026年作为攻坚之年，评查案卷12卷。';
    expect(wordsOf(plan([text]))).toEqual(['2026年作为攻坚之年，评查案卷12卷']);
  });

  test('by 一是 and its like, also when the paragraph before began the count', () => {
    const report = plan([
      '一是充实执法力量，增加专职人员2名。二是办好宪法宣传周；三要建法治书屋18个。',
      '四是公布监督电话。',
    ]);
    expect(wordsOf(report)).toEqual([
      '充实执法力量，增加专职人员2名',
      '办好宪法宣传周',
      '建法治书屋18个',
      '公布监督电话',
    ]);
  });

  test.each([
    ['（1）每季度评查案卷1次；（2）回访重大案件。'],
    ['1.每季度评查案卷1次。2.回访重大案件。'],
    ['①每季度评查案卷1次；②回访重大案件。'],
    ['第一，每季度评查案卷1次。第二，回访重大案件。'],
    ['首先，每季度评查案卷1次。其次，回访重大案件。'],
  ])('by other marks: %s', (text) => {
    expect(wordsOf(plan([text]))).toEqual(['每季度评查案卷1次', '回访重大案件']);
  });

  test('bullets and dashes are no words', () => {
    expect(wordsOf(plan(['● 每季度评查案卷1次。', '——建成法治广场1处。']))).toEqual([
      '每季度评查案卷1次',
      '建成法治广场1处',
    ]);
  });

  test('a decimal and a year in brackets are no marks', () => {
    const text = '投入1.5万元更新执法装备，落实《青石镇普法规划》（2025年）各项任务。';
    expect(wordsOf(plan([text]))).toEqual([text.slice(0, -1)]);
  });

  test('by sentences and ； where nothing is counted, under the heading they stand under', () => {
    const report = plan([
      ['做实调解', '配齐18个村的专职调解员；兑现调解案件补贴。每月研判一次重点纠纷。'],
    ]);
    expect(listPromises(report).map(({ heading, text }) => [heading, text])).toEqual([
      ['做实调解', '配齐18个村的专职调解员'],
      ['做实调解', '兑现调解案件补贴'],
      ['做实调解', '每月研判一次重点纠纷'],
    ]);
  });

  test('a short first sentence is the heading of those after it', () => {
    const report = plan(['强化执法监督。每季度开展案卷评查。建立重大案件回访制度。']);
    expect(listPromises(report).map(({ heading, text }) => [heading, text])).toEqual([
      ['强化执法监督', '每季度开展案卷评查'],
      ['强化执法监督', '建立重大案件回访制度'],
    ]);
  });

  test('a heading with nothing under it is a point of its own', () => {
    const createId = createCountingIds();
    const report = buildReport(2025, {
      parts: [
        buildPart(createId, 'plan', '工作安排', {
          blocks: [
            buildSubheading(createId, 3, '深化政务公开'),
            buildSubheading(createId, 3, '规范执法'),
            buildParagraph(createId, '全年组织执法培训4次。'),
          ],
          sections: [buildSection(createId, '修订应急预案', [buildParagraph(createId, '')])],
        }),
      ],
    });
    expect(wordsOf(report)).toEqual(['深化政务公开', '全年组织执法培训4次', '修订应急预案']);
  });

  test('a point longer than a promise may be is cut at sentences', () => {
    const measure = (what: string) => `组织各村对${what}逐项排查登记并限期整改到位，`.repeat(5);
    const text = `一是${measure('沿河违法搭建')}每月通报。${measure('消防隐患')}每季评比。`;
    const promises = wordsOf(plan([text]));
    expect(promises).toHaveLength(2);
    expect(promises[1]).toMatch(/^组织各村对消防隐患.*每季评比$/u);
  });

  test('the measures in a plan’s table are promises', () => {
    const createId = createCountingIds();
    const table = buildTable(createId, [
      ['序号', '工作任务', '责任单位'],
      ['1', '拍摄普法短视频12期并在村广播播放', '司法所'],
    ]);
    const report = buildReport(2025, {
      parts: [buildPart(createId, 'plan', '工作安排', { blocks: [table] })],
    });
    expect(wordsOf(report)).toEqual(['拍摄普法短视频12期并在村广播播放']);
  });
});

describe('what promises nothing is left out', () => {
  test.each([
    ['2026年，我镇将重点做好以下工作：'],
    ['明年我镇将从以下三个方面发力。'],
    ['2026年主要工作安排如下。'],
    ['坚持以习近平法治思想为指导，深入贯彻党的二十大精神，奋力谱写法治青石新篇章。'],
    ['2025年，我镇法治政府建设取得了一定成绩，但与群众期待相比仍有差距。'],
    ['以上工作的落实，必将为全镇高质量发展提供坚实的法治保障。'],
    ['形成办事依法、遇事找法的良好氛围。'],
  ])('%s', (text) => {
    expect(wordsOf(plan([text, '每季度开展一次执法案卷评查。']))).toEqual([
      '每季度开展一次执法案卷评查',
    ]);
  });

  test('lead-in words are stripped, an object after 将 is not', () => {
    const report = plan([
      '2026年，我镇将进一步加强合同审查。同时，要增加专职执法人员2名。将法治建设成效纳入各村年度考核。',
    ]);
    expect(wordsOf(report)).toEqual([
      '进一步加强合同审查',
      '增加专职执法人员2名',
      '将法治建设成效纳入各村年度考核',
    ]);
  });
});

describe('a plan is found wherever it stands', () => {
  test('behind the faults in one part, from the sentence that turns to it', () => {
    const report = plan(
      [
        '一是执法力量不足。二是宣传形式单一，主要原因是经费有限。',
        '下一步，将重点抓好以下工作：一是增加专职执法人员2名。二是拍摄普法短视频6期。',
        '三是每季度通报一次整改进度。',
      ],
      'shortcomings',
      '存在问题和下一步打算',
    );
    expect(wordsOf(report)).toEqual([
      '增加专职执法人员2名',
      '拍摄普法短视频6期',
      '每季度通报一次整改进度',
    ]);
  });

  test('in its own section of a part', () => {
    const report = plan(
      [
        ['存在的不足', '加强培训的办法不多，执法力量不足。'],
        ['下一步打算', '全年组织执法培训4次。'],
      ],
      'shortcomings',
      '存在不足及下一步打算',
    );
    expect(wordsOf(report)).toEqual(['全年组织执法培训4次']);
  });

  test('after each fault, in the same paragraph only', () => {
    const report = plan(
      [
        '执法力量不足。下一步，通过公开招录增加专职人员2名。',
        '宣传形式单一，面向务工人员开展宣传的内容少。',
      ],
      'shortcomings',
      '存在的不足',
    );
    expect(wordsOf(report)).toEqual(['通过公开招录增加专职人员2名']);
  });

  test('at the end of the account where there is no plan at all', () => {
    const report = plan(
      ['全年组织执法培训4次。下一步，将建设法治文化广场1处。'],
      'achievements',
      '主要举措和成效',
    );
    expect(wordsOf(report)).toEqual(['建设法治文化广场1处']);
  });

  test('faults alone promise nothing', () => {
    const report = plan(
      ['一是执法力量不足，人员老化。二是加强普法的办法不多。'],
      'shortcomings',
      '存在的不足和原因',
    );
    expect(wordsOf(report)).toEqual([]);
  });
});

const clause = fc.constantFrom(
  '组织执法培训4次',
  '加强合同审查',
  '形成良好氛围',
  '建成法治广场1处，',
  '将学法纳入考核。',
  '我镇将做好以下工作：',
  '一是',
  '二是',
  '（1）',
  '（2）',
  '；',
  '。',
  '2026年，',
  '下一步，',
  '“谁执法谁普法”',
  ' ',
  '不足',
);
const arbitraryText = fc.array(clause, { maxLength: 40 }).map((parts) => parts.join(''));
const arbitraryPlan = fc
  .record({
    texts: fc.array(arbitraryText, { maxLength: 4 }),
    kind: fc.constantFrom('plan' as const, 'shortcomings' as const, 'achievements' as const),
    heading: fc.constantFrom('工作安排', '存在问题和下一步打算', ''),
  })
  .map(({ texts, kind, heading }) => plan([...texts, ['加强监督', ...texts]], kind, heading));

describe('laws', () => {
  test('every promise stands word for word in the block it names, bare headings in their section', () => {
    fc.assert(
      fc.property(arbitraryPlan, (report) => {
        const texts = new Map(listBlocks(report).map(({ block }) => [block.id, blockText(block)]));
        for (const { text, place } of listPromises(report)) {
          expect(text).toBe(place.quote);
          expect(text).toBe(text.trim());
          if (place.blockId !== null) expect(texts.get(place.blockId)).toContain(text);
        }
      }),
    );
  });

  test('ids are each other’s only, and the same for an equal report', () => {
    fc.assert(
      fc.property(arbitraryPlan, (report) => {
        const ids = listPromises(report).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(listPromises(structuredClone(report)).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  test('promises of one block do not overlap and keep their order', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        let from = 0;
        for (const promise of listPromises(plan([text]))) {
          const at = text.indexOf(promise.text, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + promise.text.length;
        }
      }),
    );
  });

  test('a promise is 4 to 160 letters long', () => {
    const promises = listPromises(buildLongReport(20_000));
    for (const { text } of promises) {
      const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      expect(letters).toBeGreaterThanOrEqual(4);
      expect(letters).toBeLessThanOrEqual(160);
    }
  });
});
