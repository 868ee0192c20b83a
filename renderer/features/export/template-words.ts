import type { TemplatePlace, TemplateSummary } from '../../../core/api/index.ts';

/** What a place of an office's document is for. */
const placeNames: Readonly<Record<TemplatePlace, string>> = {
  title: '标题',
  addressee: '主送机关',
  body: '正文',
  signature: '落款单位',
  date: '成文日期',
  number: '发文字号',
  signers: '签发人',
  copyNumber: '份号',
  secrecy: '密级',
  urgency: '紧急程度',
  copiesTo: '抄送',
  printedBy: '印发机关',
  printedOn: '印发日期',
  annexes: '附件',
  note: '附注',
};

const nameAll = (places: readonly TemplatePlace[]) =>
  places.map((place) => placeNames[place]).join('、');

/** What was found in an office's document and what is missing, in lines. */
export function describeTemplate(template: TemplateSummary): readonly string[] {
  const { places, missing, addedStyles } = template;
  return [
    ...(places.length > 0 ? [`找到的位置：${nameAll(places)}。`] : []),
    ...(missing.length > 0
      ? [`没有的位置：${nameAll(missing)}。这些内容排在正文里，或者不写。`]
      : []),
    ...(addedStyles.length > 0 ? ['模板里没有的标题样式，导出时会补上。'] : []),
  ];
}
