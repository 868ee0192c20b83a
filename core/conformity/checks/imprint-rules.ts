import { type Twip, twipToMm } from '../../layout/index.ts';
import { type ImprintRules, readRules } from '../imprint-rules.ts';
import { type Found, formatNumber } from '../item.ts';
import type { Piece } from '../piece.ts';
import type { Subject } from '../subject.ts';

/** 0.35 mm outside, 0.25 mm between. @source GB/T 9704-2012 7.4.1 */
const OUTER = 0.35;
const INNER = 0.25;
const TOLERANCE = 0.05;
const MM_PER_POINT = 25.4 / 72;
/** Twips by which a rule may be shorter, longer or moved: 1 mm. */
const TOLERANCE_TWIPS = 57;

type Rule = ImprintRules['top'];

const thick = (rule: NonNullable<Rule>): number => rule.width * MM_PER_POINT;

function judgeRule(rule: Rule, name: string, wanted: number): readonly string[] {
  if (rule === null) return [`版记没有${name}分隔线`];
  const mm = thick(rule);
  if (Math.abs(mm - wanted) <= TOLERANCE) return [];
  return [`版记${name}分隔线粗 ${formatNumber(mm, 2)} 毫米，应为 ${wanted} 毫米`];
}

/** Where the rules run, as the pages draw them; empty where they draw none. */
function drawnRules(lines: readonly Piece[], { pages }: Subject) {
  const [first] = lines;
  const page = pages.find(({ number }) => number === first?.page);
  const own = (page?.lines ?? []).filter(({ source }) =>
    lines.some(({ section, block }) => source?.section === section && source.block === block),
  );
  if (!page || own.length === 0) return [];
  const top = Math.min(...own.map((line) => line.top)) - 200;
  return page.rules.filter((rule) => rule.height === 0 && rule.y >= top);
}

/** How the rules are drawn: from where to where, and how far above the foot of the text block. */
export interface DrawnImprint {
  readonly width: number;
  readonly shift: number;
  readonly gap: number;
}

/** Measures the rules on their page; null where none are drawn. */
export function measureDrawn(lines: readonly Piece[], subject: Subject): DrawnImprint | null {
  const rules = drawnRules(lines, subject);
  const [first] = lines;
  const section = subject.document.sections[first?.section ?? 0];
  const [rule] = rules;
  if (!rule || !section) return null;
  const foot = section.paper.height - section.margins.bottom;
  return {
    width: rule.width,
    shift: rule.x - section.margins.left,
    gap: foot - Math.max(...rules.map(({ y }) => y)),
  };
}

const mm = (length: number): string => formatNumber(twipToMm(length as Twip));

function judgeDrawn(drawn: DrawnImprint | null, subject: Subject): readonly string[] {
  if (!drawn) return [];
  const { textWidth } = subject.metrics;
  return [
    Math.abs(drawn.width - textWidth) > TOLERANCE_TWIPS
      ? `版记分隔线长 ${mm(drawn.width)} 毫米，版心宽 ${mm(textWidth)} 毫米`
      : '',
    Math.abs(drawn.shift) > TOLERANCE_TWIPS ? `版记偏离版心 ${mm(drawn.shift)} 毫米` : '',
  ].filter(Boolean);
}

/** The first, the last and those between, each by its place. @source GB/T 9704-2012 7.4.1 */
export function judgeRules(lines: readonly Piece[], subject: Subject): readonly Found[] {
  const piece = lines[0] ?? null;
  const rules = readRules(lines, subject);
  const isNone = !rules || ![rules.top, rules.bottom, ...rules.between].some(Boolean);
  if (isNone) {
    const drawn = subject.document.drawnLines?.length ?? 0;
    return drawn >= 2 ? [] : [{ piece, measured: '版记没有分隔线' }];
  }
  const words = [
    ...judgeRule(rules.top, '首条', OUTER),
    ...rules.between.flatMap((rule) => judgeRule(rule, '中间', INNER)),
    ...judgeRule(rules.bottom, '末条', OUTER),
    ...judgeDrawn(measureDrawn(lines, subject), subject),
  ];
  return [...new Set(words)].map((measured) => ({ piece, measured }));
}

/** `首末分隔线 0.35、0.35 毫米，中间 0.25 毫米，长 156 毫米，距版心下边缘 0 毫米`. */
export function describeRules(lines: readonly Piece[], subject: Subject): string {
  const rules = readRules(lines, subject);
  const drawn = measureDrawn(lines, subject);
  const say = (rule: Rule) => (rule ? formatNumber(thick(rule), 2) : '无');
  const parts = [
    rules ? `首末分隔线 ${say(rules.top)}、${say(rules.bottom)} 毫米` : '',
    rules && rules.between.length > 0
      ? `中间 ${[...new Set(rules.between.map(say))].join('、')} 毫米`
      : '',
    drawn ? `长 ${mm(drawn.width)} 毫米，距版心下边缘 ${mm(Math.max(0, drawn.gap))} 毫米` : '',
  ];
  return parts.filter(Boolean).join('，');
}
