import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type PartKind,
  partKinds,
  type Report,
} from '../../../core/model/index.ts';

/** Part kinds with their sections: heading → sentences. An empty heading is the part's own text. */
export type Outlined = Partial<
  Record<PartKind, readonly (readonly [heading: string, ...texts: string[]])[]>
>;

const partHeadings: Readonly<Record<PartKind, string>> = {
  achievements: '主要举措和成效',
  shortcomings: '存在的不足和原因',
  leadership: '主要负责人履行第一责任人职责情况',
  plan: '下一年度主要安排',
  other: '其他需要报告的情况',
};

const isPartKind = (kind: string): kind is PartKind => partKinds.some((one) => one === kind);

/** A report of an invented town with the parts and sections given, in the order given. */
export function buildCovered(outlined: Outlined, preamble: readonly string[] = []): Report {
  const createId = createCountingIds();
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => buildParagraph(createId, text));
  const kinds = Object.keys(outlined).filter(isPartKind);
  const parts = kinds.map((kind) => {
    const entries = outlined[kind] ?? [];
    return buildPart(createId, kind, partHeadings[kind], {
      blocks: entries
        .filter(([heading]) => heading === '')
        .flatMap(([, ...texts]) => paragraphs(texts)),
      sections: entries
        .filter(([heading]) => heading !== '')
        .map(([heading, ...texts]) => buildSection(createId, heading, paragraphs(texts))),
    });
  });
  return buildReport(2024, { preamble: paragraphs(preamble), parts });
}

/** The id of the section or part with this heading. */
export function idOf(report: Report, heading: string): string {
  const headed = report.parts.flatMap((part) => [part, ...part.sections]);
  const found = headed.find((one) => one.heading === heading);
  if (!found) throw new Error(`no heading ${heading}`);
  return found.id;
}
