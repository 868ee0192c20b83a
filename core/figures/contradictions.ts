import type { Figure } from '../api/index.ts';
import { remember } from '../memory/index.ts';
import type { Report } from '../model/index.ts';
import { type LocatedFigure, locateFigures } from './figure-in-text.ts';

/** One name and unit that stands with different values. `words` are name and number of each, as written. */
export interface Contradiction {
  readonly name: string;
  readonly unit: string;
  readonly figures: readonly (Figure & { readonly words: string })[];
}

/** Names so general that two numbers under them need not mean the same thing. */
const general =
  /^(?:开展|召开|组织|举办|参加|发放|办理)?(?:各类|专题|相关)?(?:活动|案件|会议|培训|宣传|检查|工作|学习|资料|人员|群众|干部|事项|问题|纠纷|项目|企业|结案|立案|处罚|罚款|站点|讲座|考试|材料|文件|信息|党课|覆盖率|满意率|公开率|增长|下降|上升|提高)$/u;
const otherPeriod =
  /上半年|下半年|季度|[0-9０-９]{1,2}月|上年|去年|往年|同期|同比|历年|近年|以来累计|每|各村|各社区|分别/u;
const narrowPlace =
  /\p{Script=Han}{2,6}?(?:村|社区|居委会|工作室|调解室|服务站|工作站|中队|窗口|茶馆|小区|学校)/gu;

const sentenceEnds = new Set('。！？；;!?\n\t');

/** Start of the sentence, or of the piece after ；, in which `figure` stands. */
function sentenceBefore({ text, start }: LocatedFigure): string {
  // a pattern that ends with $ would begin anew at every sign of a long paragraph
  let from = start;
  while (from > 0 && !sentenceEnds.has(text[from - 1] ?? '')) from -= 1;
  return text.slice(from, start);
}

/** The years named before a figure of the whole unit; null for one that something narrows. */
function readYears(figure: LocatedFigure, before: string): readonly number[] | null {
  if (figure.approximate || figure.name.length < 4 || general.test(figure.name)) return null;
  if (otherPeriod.test(before.slice(-40)) || /其中|包括|分别/u.test(before)) return null;
  return [...before.matchAll(/([0-9]{4})年/gu)].map((match) => Number(match[1]));
}

/** Words that say the same thing of one figure are one. */
const foldName = remember((name) =>
  name
    .replace(/^(?:推动|指导|督促|协调|带领|领导)/u, '')
    .replace(/化解|调处/gu, '调解')
    .replace(/矛盾纠纷|纠纷|矛盾/gu, '纠纷')
    .replace(/的|各类/gu, ''),
);

/** What a figure counts, wherever it was counted. */
function matterOf({ name, unit }: LocatedFigure): string {
  return `${foldName(name)}|${unit === '起' ? '件' : unit}`;
}

function keyOf(figure: LocatedFigure, before: string): string {
  return `${matterOf(figure)}|${before.match(narrowPlace)?.at(-1) ?? ''}`;
}

/** By what a figure is held against others. */
interface Comparable {
  readonly key: string;
  /** It counts only in a report of this year, where it names one. */
  readonly years: readonly number[];
}

function readComparable(figure: LocatedFigure): Comparable | null {
  const before = sentenceBefore(figure);
  const years = readYears(figure, before);
  return years && { key: keyOf(figure, before), years };
}

/** A figure's matter; what it is held against others by is read only once another has the same. */
interface Reading {
  readonly matter: string;
  comparable?: Comparable | null;
}

/** A figure never changes, nor what is read of it. */
const readings = new WeakMap<LocatedFigure, Reading>();

function readingOf(figure: LocatedFigure): Reading {
  const known = readings.get(figure);
  if (known) return known;
  const reading = { matter: matterOf(figure) };
  readings.set(figure, reading);
  return reading;
}

function comparableOf(figure: LocatedFigure): Comparable | null {
  const reading = readingOf(figure);
  if (reading.comparable === undefined) reading.comparable = readComparable(figure);
  return reading.comparable;
}

/** Figures of whose matter there is another one: a figure alone contradicts nothing. */
function withoutLoners(figures: readonly LocatedFigure[]): readonly LocatedFigure[] {
  const matters = figures.map((figure) => readingOf(figure).matter);
  const counts = new Map<string, number>();
  for (const matter of matters) counts.set(matter, (counts.get(matter) ?? 0) + 1);
  return figures.filter((_, index) => (counts.get(matters[index] ?? '') ?? 0) > 1);
}

function wordsOf(figure: LocatedFigure): string {
  const clause = figure.text.slice(0, figure.start);
  const at = clause.lastIndexOf(figure.name);
  const near = at >= 0 && figure.start - at - figure.name.length <= 4;
  return figure.text.slice(near ? at : figure.start, figure.end);
}

/**
 * Figures that one report gives twice with different values. Conservative: a part of a total, an
 * approximation, another year or period, a single village, and the plan for next year do not count.
 * @source regulations.md 0.9, 9.6
 */
export function findContradictions(report: Report): readonly Contradiction[] {
  const planIds = new Set(
    report.parts.filter((part) => part.kind === 'plan').map((part) => part.id),
  );
  const groups = new Map<string, LocatedFigure[]>();
  const told = locateFigures(report).filter(({ place }) => !planIds.has(place.partId ?? ''));
  for (const figure of withoutLoners(told)) {
    const comparable = comparableOf(figure);
    if (!comparable || comparable.years.some((named) => named !== report.year)) continue;
    const group = groups.get(comparable.key);
    if (group) group.push(figure);
    else groups.set(comparable.key, [figure]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const values = new Set(group.map((figure) => figure.value));
    const sentences = new Set(group.map((figure) => figure.place.quote));
    const [first] = group;
    if (!first || values.size < 2 || sentences.size < group.length) return [];
    const figures = group.map((figure) => {
      const { name, value, unit, place } = figure;
      return { name, value, unit, place, words: wordsOf(figure) };
    });
    return [{ name: first.name, unit: first.unit, figures }];
  });
}
