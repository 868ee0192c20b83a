/** A text near the limits of one report: 300 000 characters and 20 000 paragraphs at most. */
export function buildLongText(paragraphs = 7000): string {
  const heading = (index: number) => (index % 40 === 0 ? `（一）第${index}项工作\n` : '');
  const lines = Array.from(
    { length: paragraphs },
    (_, index) =>
      `${heading(index)}${index}年来，青石镇开展执法检查${index}次，化解矛盾纠纷${index}件。`,
  );
  return `青石镇人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n${lines.join('\n')}`;
}
