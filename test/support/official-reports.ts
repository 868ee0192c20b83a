import fc from 'fast-check';
import { type Annex, emptyFacts, type OfficialFacts } from '../../core/layout/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  createCountingIds,
  type PartKind,
  type Report,
} from '../../core/model/index.ts';
import { actions, openings, outcomes, sectionHeadings, stepHeadings } from './sample-phrases.ts';

/** A report in the form of an official document, with all that stands around it. */
export interface OfficialCase {
  readonly report: Report;
  readonly facts: OfficialFacts;
  readonly annexes: readonly Annex[];
}

const sentence = fc
  .tuple(fc.constantFrom(...openings), fc.constantFrom(...actions), fc.constantFrom(...outcomes))
  .map((clauses) => `${clauses.join('，').replaceAll('#', '12')}。`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const body = fc.record({
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  steps: fc.boolean(),
  runIn: fc.boolean(),
});
const partPlan = fc.record({
  sections: fc.array(body, { maxLength: 3 }),
  before: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});

const places = ['青石镇', '枫林街道', '青石白族傈僳族乡', '巴音苏木'] as const;
const counties = ['', '云岭县', '云岭彝族苗族自治县'] as const;
const government = (place: string) =>
  place.endsWith('街道') ? `${place}办事处` : `${place}人民政府`;

/** Those who sign, the first first: one to five. */
const signers = fc
  .tuple(fc.constantFrom(...places), fc.constantFrom(...counties), fc.integer({ min: 1, max: 5 }))
  .map(([place, county, count]) => ({
    place,
    organs:
      count === 1
        ? [`${county}${government(place)}`]
        : [
            `中共${county}${place}委员会`,
            `${county}${government(place)}`,
            `${county}${place}人民代表大会主席团`,
            `${county}${place}综合行政执法队`,
            `云岭县公安局${place.slice(0, 2)}派出所`,
          ].slice(0, count),
  }));

const titles: readonly ((unit: string) => string)[] = [
  (unit) => `${unit}2025年法治政府建设年度报告`,
  (unit) => `${unit}关于2025年度法治政府建设情况的报告`,
  (unit) =>
    `${unit}关于2025年度推进法治政府建设暨全面依法治乡工作主要举措成效和存在问题情况的年度报告`,
];

const headings: readonly (readonly [PartKind, string])[] = [
  ['achievements', '2025年度推进法治政府建设的主要举措和成效'],
  ['shortcomings', '存在的不足和原因'],
  ['leadership', '党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况'],
  ['plan', '2026年度推进法治政府建设的主要安排'],
];

const annexTitles = [
  '执法清单',
  '2025年度行政执法数据统计表',
  '云岭彝族苗族自治县青石白族傈僳族乡2025年度行政执法和矛盾纠纷调解数据统计表',
] as const;

const anyFacts = fc.record({
  mark: fc.constantFrom('', '', '#文件', '#', '联合发文'),
  number: fc.constantFrom('', '青政〔2026〕3号', '青政发〔2026〕12号'),
  copyNumber: fc.constantFrom('', '1', '000123'),
  secrecy: fc.constantFrom('', '秘密★1年', '机密'),
  urgency: fc.constantFrom('', '特急', '加急'),
  signers: fc.subarray(['李明', '王强', '欧阳小川']),
  copiesTo: fc.subarray(['云岭县委办公室', '县司法局', '各村（社区）']),
  printedBy: fc.constantFrom('', '青石镇党政综合办公室'),
  printedOn: fc.constantFrom(null, '2026-01-16'),
  sealed: fc.boolean(),
});

/** Any report with four parts in sentences, signed by one to five organs, with or without annexes. */
export const anyOfficialCase: fc.Arbitrary<OfficialCase> = fc
  .record({
    signers,
    title: fc.constantFrom(...titles),
    addressee: fc.constantFrom('', '县人民政府', '县委、县政府'),
    preamble: fc.array(paragraph, { maxLength: 1 }),
    parts: fc.tuple(partPlan, partPlan, partPlan, partPlan),
    signedDate: fc.constantFrom(null, '2026-01-10', '2026-01-10'),
    note: fc.constantFrom('', '（此件公开发布）'),
    listed: fc.subarray([...annexTitles]),
    printed: fc.subarray([...annexTitles]),
    rows: fc.constantFrom(1, 3, 260),
    facts: anyFacts,
  })
  .map((plan) => {
    const createId = createCountingIds('official');
    const { organs, place } = plan.signers;
    const toBlocks = ({ paragraphs, steps, runIn }: (typeof plan.parts)[0]['sections'][0]) =>
      (steps ? paragraphs : []).length > 0
        ? paragraphs.flatMap((text, at) => [
            buildSubheading(createId, 3, stepHeadings[at] ?? '', runIn),
            buildParagraph(createId, text),
          ])
        : paragraphs.map((text) => buildParagraph(createId, text));
    const parts = headings.map(([kind, heading], at) => {
      const { sections = [], before = [] } = plan.parts[at] ?? {};
      return buildPart(createId, kind, heading, {
        blocks: sections.length > 0 ? [] : before.map((text) => buildParagraph(createId, text)),
        sections: sections.map((one, index) =>
          buildSection(
            createId,
            sectionHeadings[index] ?? '',
            toBlocks(one),
            one.runIn && !one.steps,
          ),
        ),
      });
    });
    const report = buildReport(2025, {
      issuers: organs,
      title: plan.title(organs.length === 1 ? (organs[0] ?? '') : place),
      addressee: plan.addressee,
      preamble: [
        ...plan.preamble.map((text) => buildParagraph(createId, text)),
        buildParagraph(createId, '现将2025年法治政府建设情况报告如下：'),
      ],
      parts,
      closing: {
        signature: organs,
        signedDate: plan.signedDate,
        attachments: plan.listed,
        note: plan.note,
      },
    });
    const annexes = plan.printed.map((title) => ({
      title,
      blocks: Array.from({ length: plan.rows }, (_, at) =>
        buildParagraph(createId, at % 2 === 0 ? '一、受理情况' : '全年共受理12件。'),
      ),
      isPublic: true,
    }));
    return {
      report,
      facts: {
        ...emptyFacts,
        ...plan.facts,
        mark: plan.facts.mark.replace('#', government(place)),
      },
      annexes,
    };
  });
