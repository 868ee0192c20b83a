import type { Span } from '../figures/index.ts';
import {
  type Block,
  blockText,
  listBlocks,
  type Part,
  type Report,
  type Section,
} from '../model/index.ts';

/** A stretch of last year's text that plans, with the heading it stands under. */
export interface PlanPassage {
  readonly partId: string | null;
  readonly sectionId: string | null;
  /** Null for the heading of a section. */
  readonly blockId: string | null;
  /** True for a point of the plan that is a heading with nothing under it. */
  readonly isBare: boolean;
  readonly heading: string;
  /** The whole text in which `span` counts. */
  readonly text: string;
  readonly span: Span;
}

const next = '下一?步|下一?阶段|下一?年度?(?!度?报告)|明年|来年|今后';
const planHeading = new RegExp(`${next}|努力方向|(?:打算|思路|工作计划|工作安排|主要安排)$`, 'u');
const turnHeading = new RegExp(`${next}|努力方向`, 'u');
const faultHeading = /不足|问题|短板|弱项|困难|差距|薄弱/u;
const remedied = /(?:针对|对照|围绕|聚焦)[^，。]{0,14}(?:不足|问题|短板|弱项)/u;

const namesFaults = (heading: string) =>
  faultHeading.test(heading.replace(remedied, '')) && !/整改|改进|补齐|补足|解决/u.test(heading);

/** A sentence that turns from what is to what shall be done. */
function createTurn(year: number): RegExp {
  const opening = `(?:(?:针对|对照)[^，。]{0,14}(?:问题|不足|短板)[^，。]{0,4}，)?`;
  return new RegExp(
    `(?<=^|[。！；\\s])${opening}(?:(?:${next})[^。；]|${year + 1}年(?:度)?(?:，|：|我|本|全|镇|乡|街道|将|要))`,
    'u',
  );
}

type Place = Pick<PlanPassage, 'partId' | 'sectionId'>;
const whole = (text: string): Span => ({ start: 0, end: text.length });

/** The longest cell of each row but the first: a plan's table has its measures there. */
function readTable(block: Block & { readonly type: 'table' }): readonly string[] {
  return block.rows
    .slice(1)
    .flatMap((row) => row.toSorted((a, b) => b.length - a.length).slice(0, 1));
}

/** Reads the blocks under one heading; `from` tells where in a text the plan begins, null for nowhere. */
function readBlocks(
  blocks: readonly Block[],
  { place, title }: { readonly place: Place; readonly title: string },
  from: (block: Block) => number | null,
): readonly PlanPassage[] {
  const passages: PlanPassage[] = [];
  let heading = title;
  blocks.forEach((block, index) => {
    const start = from(block);
    const passage = (text: string) => ({
      ...place,
      blockId: block.id,
      isBare: block.type === 'subheading',
      heading,
      text,
    });
    if (block.type === 'subheading') {
      heading = block.text;
      const follower = blocks[index + 1];
      const isBare = !follower || (follower.type === 'subheading' && follower.level <= block.level);
      if (isBare && start !== null) {
        passages.push({ ...passage(block.text), heading: title, span: whole(block.text) });
      }
    } else if (start === null) return;
    else if (block.type === 'table') {
      for (const text of readTable(block)) passages.push({ ...passage(text), span: whole(text) });
    } else passages.push({ ...passage(block.text), span: { start, end: block.text.length } });
  });
  return passages;
}

/** Follows a text that first names faults and then, from a turn on, plans. */
function createFollower(turn: RegExp, planning: boolean): (block: Block) => number | null {
  let isPlan = planning;
  return (block) => {
    const text = blockText(block);
    if (block.type === 'subheading') {
      if (turnHeading.test(text)) isPlan = true;
      else if (namesFaults(text)) isPlan = planning;
    }
    if (isPlan) return 0;
    const at = text.search(turn);
    // A turn inside a paragraph is that paragraph's own; one at its beginning holds from there on.
    if (at === 0) isPlan = true;
    return at < 0 ? null : at;
  };
}

function readSection(part: Part, section: Section, from: (block: Block) => number | null) {
  const place = { partId: part.id, sectionId: section.id };
  const { heading, blocks } = section;
  const isBare = blocks.every((block) => blockText(block).trim() === '');
  if (!isBare) return readBlocks(blocks, { place, title: heading }, from);
  if (heading === '' || from({ type: 'paragraph', id: '', source: null, text: '' }) === null) {
    return [];
  }
  const point = { blockId: null, isBare: true, heading: '', text: heading };
  return [{ ...place, ...point, span: whole(heading) }];
}

const always = () => 0;

function hasTurn(part: Part, turn: RegExp): boolean {
  const texts = [part, ...part.sections].flatMap(({ blocks }) => blocks.map(blockText));
  const headings = part.sections.map(({ heading }) => heading);
  return texts.some((text) => turn.test(text)) || headings.some((text) => turnHeading.test(text));
}

/** A part that is a plan from its beginning. */
function readPlan(part: Part): readonly PlanPassage[] {
  const place = { partId: part.id, sectionId: null };
  const sections = part.sections.filter(({ heading }) => !namesFaults(heading));
  return [
    ...readBlocks(part.blocks, { place, title: '' }, always),
    ...sections.flatMap((section) => readSection(part, section, always)),
  ];
}

/** The plan half of a part that also tells of something else: from the turn on. */
function readPlanHalf(part: Part, turn: RegExp): readonly PlanPassage[] {
  const place = { partId: part.id, sectionId: null };
  let isPlan = false;
  const isMixed = planHeading.test(part.heading) || part.kind === 'shortcomings';
  return [
    ...readBlocks(part.blocks, { place, title: '' }, createFollower(turn, false)),
    ...part.sections.flatMap((section) => {
      const { heading } = section;
      const opensPlan = isMixed ? planHeading.test(heading) : turnHeading.test(heading);
      isPlan = (isPlan || opensPlan) && !namesFaults(heading);
      return readSection(part, section, isPlan ? always : createFollower(turn, false));
    }),
  ];
}

/** True for a part that nothing but plans. */
function isPurePlan(part: Part, turn: RegExp): boolean {
  if (part.kind !== 'plan') return false;
  return !namesFaults(part.heading) || !hasTurn(part, turn);
}

function mayHoldPlan(part: Part): boolean {
  return part.kind === 'plan' || part.kind === 'shortcomings' || planHeading.test(part.heading);
}

/**
 * Where a report plans: its plan parts, and the plan half of a part that tells of faults and plans
 * together. Where there is neither, every sentence that turns to the year after.
 * @source regulations.md 9.4, 9.5
 */
export function listPlanPassages(report: Report): readonly PlanPassage[] {
  const turn = createTurn(report.year);
  const read = (part: Part) => (isPurePlan(part, turn) ? readPlan(part) : readPlanHalf(part, turn));
  const passages = report.parts.filter(mayHoldPlan).flatMap(read);
  return passages.length > 0 ? passages : report.parts.flatMap((part) => readPlanHalf(part, turn));
}

/** Ids of the blocks that plan and nothing else. */
export function listPlanBlockIds(report: Report): ReadonlySet<string> {
  const turn = createTurn(report.year);
  const planParts = new Set(
    report.parts.filter((part) => isPurePlan(part, turn)).map(({ id }) => id),
  );
  const inPlans = listBlocks(report).filter(({ partId }) => partId && planParts.has(partId));
  const inHalves = report.parts
    .filter((part) => !planParts.has(part.id))
    .flatMap((part) => readPlanHalf(part, turn))
    .filter(({ span }) => span.start === 0);
  return new Set([
    ...inPlans.map(({ block }) => block.id),
    ...inHalves.flatMap(({ blockId }) => (blockId === null ? [] : [blockId])),
  ]);
}
