import {
  type Block,
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildSubheading,
  buildTable,
  type CreateId,
  countCharacters,
  createCountingIds,
  type PartKind,
  type Report,
  type Section,
} from '../../core/model/index.ts';
import { actions, openings, outcomes, sectionHeadings, stepHeadings } from './sample-phrases.ts';

/** Picks from lists and makes up numbers: the same sequence at each run. */
interface Dice {
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  roll: (most: number) => number;
}

function createDice(seed: number): Dice {
  let state = seed;
  const roll = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 1 + ((state >>> 8) % most);
  };
  return { roll, pick: (items) => items[roll(items.length) - 1] ?? items[0] };
}

function writeSentence(dice: Dice): string {
  const clauses = [dice.pick(openings), dice.pick(actions), dice.pick(outcomes)];
  return `${clauses.join('，').replaceAll('#', () => String(dice.roll(240)))}。`;
}

function writeParagraph(dice: Dice): string {
  return Array.from({ length: 1 + dice.roll(4) }, () => writeSentence(dice)).join('');
}

function writeBlocks(createId: CreateId, dice: Dice): readonly Block[] {
  const paragraph = () => buildParagraph(createId, writeParagraph(dice));
  if (dice.roll(4) > 1) return Array.from({ length: dice.roll(3) }, paragraph);
  return stepHeadings.flatMap((heading) => [
    buildSubheading(createId, 3, heading, dice.roll(2) === 1),
    paragraph(),
  ]);
}

function writeSections(createId: CreateId, dice: Dice, characters: number): readonly Section[] {
  const sections: Section[] = [];
  let written = 0;
  for (let index = 0; written < characters; index += 1) {
    const heading = sectionHeadings[index % sectionHeadings.length] ?? '';
    const section = buildSection(createId, heading, writeBlocks(createId, dice), index % 3 === 1);
    const part = buildPart(createId, 'other', '', { sections: [section] });
    written += countCharacters(buildReport(2025, { parts: [part] }));
    sections.push(section);
  }
  return sections;
}

const closing = {
  signature: ['云溪县青石镇人民政府'],
  signedDate: '2026-02-05',
  attachments: [],
  note: '',
} as const;

/** Parts in their order, with their share of the text. */
const shares: readonly (readonly [PartKind, string, number])[] = [
  ['achievements', '2025年度推进法治政府建设的主要举措和成效', 0.6],
  ['shortcomings', '存在的不足和原因', 0.1],
  ['leadership', '党政主要负责人履行推进法治建设第一责任人职责情况', 0.15],
  ['plan', '2026年度推进法治政府建设的主要安排', 0.15],
];

/**
 * A report of at least `characters` characters, the same at each call, with sentences of many
 * lengths, run-in headings and headings of level 3; signed and dated, without tables.
 */
export function buildLongReport(characters: number, seed = 1): Report {
  const createId = createCountingIds('long');
  const dice = createDice(seed);
  const parts = shares.map(([kind, heading, share]) =>
    buildPart(createId, kind, heading, {
      sections: writeSections(createId, dice, characters * share),
    }),
  );
  return buildReport(2025, {
    issuers: ['云溪县青石镇人民政府'],
    title: '2025年度青石镇法治政府建设情况报告',
    addressee: '云溪县人民政府',
    preamble: [buildParagraph(createId, `${writeParagraph(dice)}现将有关情况报告如下：`)],
    parts,
    closing,
  });
}

/** A short report with one of everything: four levels, run-in headings, a table, attachments, a note. */
export function buildVariedReport(): Report {
  const createId = createCountingIds('varied');
  const dice = createDice(7);
  const paragraph = () => buildParagraph(createId, writeParagraph(dice));
  const figures = buildTable(createId, [
    ['项目', '2024年', '2025年', '说明'],
    ['行政处罚', '12件', '15件', '其中简易程序10件，普通程序5件，均未被复议纠正'],
    ['行政检查', '230次', '198次', '涉企检查比上年下降14%'],
  ]);
  const achievements = [
    buildSection(createId, '完善依法决策机制', [
      paragraph(),
      buildSubheading(createId, 3, '完善程序'),
      paragraph(),
      buildSubheading(createId, 4, '公众参与'),
      paragraph(),
      buildSubheading(createId, 4, '专家论证', true),
      paragraph(),
      buildSubheading(createId, 3, '跟踪评估', true),
      paragraph(),
    ]),
    buildSection(createId, '推进严格规范公正文明执法', [paragraph(), figures, paragraph()], true),
  ];
  return buildReport(2025, {
    issuers: ['云溪县青石镇人民政府'],
    title: '2025年度青石镇法治政府建设情况报告',
    addressee: '云溪县人民政府',
    preambleHeading: '引　言',
    preamble: [paragraph()],
    parts: [
      buildPart(createId, 'achievements', '主要举措和成效', { sections: achievements }),
      buildPart(createId, 'shortcomings', '存在的不足和原因', { blocks: [paragraph()] }),
      buildPart(createId, 'leadership', '党政主要负责人履行第一责任人职责情况', {
        sections: [buildSection(createId, '带头学法用法', [paragraph()], true)],
      }),
      buildPart(createId, 'plan', '2026年度主要安排', { blocks: [paragraph()] }),
    ],
    closing: {
      ...closing,
      attachments: ['2025年度行政执法数据统计表', '青石镇重大行政决策事项目录'],
      note: '（此件公开发布）',
    },
  });
}
