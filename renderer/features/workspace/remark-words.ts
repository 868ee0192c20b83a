import type { Remark, RemarkKind } from '../../../core/review/index.ts';

/** A remark in a word, for the outline; those that the row says by its badge have none. */
const shortWords: Readonly<Record<RemarkKind, string>> = {
  'part-missing': '',
  empty: '',
  'no-causes': '没有写原因',
  'thin-shortcomings': '写得简略',
  'plan-answers-none': '没有回应不足',
  'plan-leaves-open': '有不足没有回应',
  'no-own-acts': '没有写本人做的事',
  'one-leader': '只写了一位负责人',
  'share-low': '篇幅偏少',
  'share-high': '篇幅偏多',
  shorter: '比上年短很多',
  'no-figures': '没有数字',
};

/** The remarks on the part or section with this id itself. */
export function remarksOf(remarks: readonly Remark[], id: string): readonly Remark[] {
  return remarks.filter(({ partId, sectionId }) => (sectionId ?? partId) === id);
}

/** Remarks in few words: each kind once. */
export function nameRemarks(remarks: readonly Remark[]): string {
  const words = remarks.map(({ kind }) => shortWords[kind]).filter((each) => each !== '');
  return [...new Set(words)].join('，');
}
