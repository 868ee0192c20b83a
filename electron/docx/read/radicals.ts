/** Radicals that Unicode does not hold equal to the letters they look like, and those letters, pair by pair. */
const pairs =
  '⺁厂⺄乙⺇几⺌小⺎兀⺒巳⺓幺⺛旡⺝月⺞歹⺟母⺠民⺩王⺫目⺬示⺮竹⺶羊⺹耂⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟';
const signs = Array.from(pairs);
const letters: ReadonlyMap<string, string> = new Map(
  signs.flatMap((sign, index) =>
    index % 2 === 0 ? [[sign, signs[index + 1] ?? sign] as const] : [],
  ),
);

/**
 * Writes radicals as the letters they look like: what browsers print as PDF, and what is copied out of one, holds
 * ⼀ (U+2F00) for 一, which no search finds and no heading is told by.
 */
export function readRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fdf\uf900-\ufaff]/gu,
    (sign) => letters.get(sign) ?? sign.normalize('NFKC'),
  );
}
