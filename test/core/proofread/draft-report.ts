import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type PartKind,
  type Report,
} from '../../../core/model/index.ts';

/** What of a sound report an example replaces. */
export interface Change {
  readonly year?: number;
  readonly title?: string;
  readonly preamble?: string;
  readonly headings?: Partial<Record<PartKind, string>>;
  /** Paragraphs of the section in part one. */
  readonly text?: readonly string[];
  readonly sections?: readonly { readonly heading: string; readonly text: readonly string[] }[];
  readonly shortcomings?: string;
  readonly leadership?: string;
  readonly without?: PartKind;
  readonly signedDate?: string;
}

const soundShortcomings =
  '一是部分村干部依法办事的习惯还没有养成，遇事先找关系再找法的现象仍然存在，主要原因是培训多为集中授课，结合案例的少。二是执法力量偏弱，复杂案件办理周期长，主要原因是执法人员多由其他岗位转任，办案经验不足。三是普法形式单一，年轻人参与不多，原因是线上阵地更新慢，内容贴近生活不够，与学校和企业的联系也不够紧密。';

/** A report of 青石镇 with nothing to object to, changed as an example needs it. */
export function buildDraft(change: Change = {}): Report {
  const createId = createCountingIds();
  const year = change.year ?? 2025;
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => buildParagraph(createId, text));
  const heading = (kind: PartKind, usual: string) => change.headings?.[kind] ?? usual;
  const sections = change.sections ?? [
    {
      heading: '严格规范执法',
      text: change.text ?? ['全年办理行政处罚案件62件，没有被纠正的案件。'],
    },
  ];
  const parts = [
    buildPart(createId, 'achievements', heading('achievements', `${year}年度主要举措和成效`), {
      sections: sections.map((section) =>
        buildSection(createId, section.heading, paragraphs(section.text)),
      ),
    }),
    buildPart(createId, 'shortcomings', heading('shortcomings', '存在的不足和原因'), {
      blocks: paragraphs([change.shortcomings ?? soundShortcomings]),
    }),
    buildPart(
      createId,
      'leadership',
      heading('leadership', '党政主要负责人履行第一责任人职责情况'),
      {
        blocks: paragraphs([change.leadership ?? '镇党委书记主持学法，镇长出庭应诉。']),
      },
    ),
    buildPart(createId, 'plan', heading('plan', `${year + 1}年度主要安排`), {
      blocks: paragraphs(['继续抓好执法培训。']),
    }),
  ];
  const report = buildReport(year, {
    issuers: ['青石镇人民政府'],
    title: change.title ?? `青石镇人民政府${year}年法治政府建设年度报告`,
    preamble: paragraphs([change.preamble ?? `现将青石镇${year}年法治政府建设情况报告如下：`]),
    parts: parts.filter(({ kind }) => kind !== change.without),
  });
  const signedDate = change.signedDate ?? null;
  return { ...report, closing: { ...report.closing, signature: ['青石镇人民政府'], signedDate } };
}
