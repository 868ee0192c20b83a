import fc from 'fast-check';
import {
  buildParagraph,
  buildTable,
  createCountingIds,
  type Report,
} from '../../core/model/index.ts';
import { anyReport } from './report-arbitraries.ts';

/** Bits that trip rules, and bits that make their edges. */
const bits = fc.constantFrom(
  '，',
  '。',
  '、',
  ',',
  '.',
  ':',
  ';',
  '(',
  ')',
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '"',
  '<',
  '>',
  '法制宣传',
  '法治审核',
  '台帐',
  '的的',
  '截止2025年',
  '188余件',
  '近300余人',
  '约近20余次',
  '100%',
  '120%',
  '2021-2025年',
  '20212025年',
  '二○二五年',
  '3-5次',
  '其中',
  '共',
  '10件',
  '4件',
  '6件',
  '第3条',
  '两万余人次',
  '群众权力',
  '受理行政诉讼',
  '受理各类行政复议',
  '“七五”普法',
  '党的二十大',
  '我县',
  '恳请上级支持',
  '妥否，请批示',
  '〔件数〕',
  '××',
  '等……',
  '。。。',
  '1、',
  '(1)',
  '一)',
  '（9）',
  '一、',
  ' ',
  '　',
  '\t',
  '\n',
  'WPS',
  '8:30',
  '🙂',
  '法治政府建设实施纲要（2022—2025年）',
  '法治政府建设实施纲要(2021-2025)',
  '现将2020年工作报告如下：',
  '镇村调解',
  '纠纷',
);
const messyText = fc.array(bits, { maxLength: 14 }).map((words) => words.join(''));

interface Mess {
  readonly texts: readonly string[];
  readonly heading: string;
  readonly title: string;
}
const mess: fc.Arbitrary<Mess> = fc.record({
  texts: fc.array(messyText, { minLength: 1, maxLength: 5 }),
  heading: messyText,
  title: messyText,
});

/** Any report with messy words in title, preamble, headings, paragraphs and a table. */
export const messyReport: fc.Arbitrary<Report> = fc
  .tuple(anyReport, mess)
  .map(([report, added]) => {
    const createId = createCountingIds('m');
    const blocks = added.texts.map((text) => buildParagraph(createId, text));
    const table = buildTable(createId, [added.texts, [added.heading]]);
    const [first, ...others] = report.parts;
    const parts = first
      ? [
          { ...first, heading: added.heading, blocks: [...first.blocks, ...blocks, table] },
          ...others,
        ]
      : [];
    return {
      ...report,
      title: added.title,
      preamble: [...report.preamble, ...blocks.map((block) => ({ ...block, id: createId() }))],
      parts,
    };
  });
