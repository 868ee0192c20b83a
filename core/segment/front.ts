import { findDate } from './dates.ts';
import { dropLine } from './drop.ts';
import {
  addDoubts,
  certain,
  type Dropped,
  decide,
  doubtful,
  type Judgement,
  likely,
  type Verdict,
  weaken,
} from './judgement.ts';
import type { Line, TextLine } from './line.ts';
import { type IsOrgan, splitOrgans } from './organ.ts';
import { isReportTitle, preambleHeadingPattern, readTopBlock } from './title-block.ts';

/** What stands above the first part, apart from the preamble's paragraphs. */
export interface Front {
  readonly title: string;
  readonly issuers: readonly string[];
  readonly addressee: string;
  readonly preambleHeading: string;
  /** A date under the title, ISO. */
  readonly signedDate: string | null;
  /** Its line, which goes nowhere where the signature has a date of its own. */
  readonly dateLine: TextLine | null;
  /** Lines that repeat the title, and document numbers. */
  readonly dropped: readonly Dropped[];
  readonly verdicts: readonly Verdict[];
  /** How many of the lines were used. */
  readonly used: number;
}

/** A sentence that ends in 报告如下： is the preamble. */
const addresseePattern = /^(?![^\n]*(?:报告|汇报|总结|情况|如下))[^。；\d]{2,60}[:：]$/u;
const addresseeEnd =
  /(?:政府|委|办公室|委员会|办事处|人大|常委会|领导小组|师市|兵团|[局办厅部院师团])$/u;
/** 主送机关: organs and nothing else, up to a colon. */
function isAddressee(text: string): boolean {
  if (!addresseePattern.test(text)) return false;
  // what a scan put blanks into is read without them
  return isListOfOrgans(text.slice(0, -1)) || isListOfOrgans(text.slice(0, -1).replace(/\s/gu, ''));
}

function isListOfOrgans(names: string): boolean {
  return names.split(/[、，,\s]+|并/u).every((name) => addresseeEnd.test(name));
}

const textsOf = (lines: readonly TextLine[]) => lines.map(({ text }) => text);

/** How surely these lines are a report's title. */
function judgeTitle(title: readonly TextLine[]): Judgement {
  const whole = textsOf(title).join('');
  const [first] = title;
  if (!first || isReportTitle(whole)) return certain('words');
  return doubtful('words', { code: 'segment/other-paper', line: first.line, text: whole });
}

function decideAll(
  target: string,
  lines: readonly TextLine[],
  judgement: Judgement,
): readonly Verdict[] {
  return lines.map(({ line, origin }, index) => {
    const own = index === 0 ? judgement : { ...judgement, doubts: [] };
    const plain = own.confidence === 'doubtful' && index > 0 ? likely(own.ground) : own;
    return decide(target, line, addDoubts(weaken(plain, origin.isWhole), origin.doubts));
  });
}

/** The line after those used, when it is what `is` looks for. */
function take(lines: readonly Line[], used: number, is: (text: string) => boolean): TextLine[] {
  const line = lines[used];
  return line?.kind === 'text' && is(line.text) ? [line] : [];
}

/** Whether one of `all` names the same organ with its county in front. */
function isShort(organ: string, all: readonly string[]): boolean {
  return all.some((other) => other.length > organ.length && other.endsWith(organ));
}

/** Lines that name an issuer for the first time, and those that only name issuers again. */
function partRepeated(organs: readonly TextLine[], isOrgan: IsOrgan) {
  const known = new Set<string>();
  const all = organs.flatMap((line) => splitOrgans(line.text, isOrgan));
  const issuing: TextLine[] = [];
  const repeated: TextLine[] = [];
  for (const line of organs) {
    const named = splitOrgans(line.text, isOrgan);
    const isKnown = (organ: string) => known.has(organ) || isShort(organ, all);
    (named.every(isKnown) ? repeated : issuing).push(line);
    for (const organ of named) known.add(organ);
  }
  return { issuing, repeated };
}

/** A township by its name alone, which is none of those who sign. */
const bareUnit = /(?:镇|乡|街道|苏木)$/u;

/**
 * A place on a line of its own above the rest of the title: where several organs of that place sign, it
 * is the title's first line and no issuer.
 */
export function settlePlace(front: Front, signature: readonly string[]): Front {
  const place = front.issuers.at(-1);
  const isPlace = place !== undefined && bareUnit.test(place);
  if (!isPlace || signature.length < 2 || !signature.some((organ) => organ.includes(place))) {
    return front;
  }
  const at = front.verdicts.findLastIndex(({ target }) => target === 'issuer');
  const verdicts = front.verdicts.map((verdict, index) =>
    index === at ? { ...verdict, target: 'title' } : verdict,
  );
  const issuers = front.issuers.slice(0, -1);
  return { ...front, title: [place, front.title].join('\n'), issuers, verdicts };
}

/** What becomes of the date under the title: the report's, unless the signature has one. */
export function settleDate(
  { dateLine }: Front,
  isDatedBelow: boolean,
): Pick<Front, 'dropped' | 'verdicts'> {
  if (!dateLine) return { dropped: [], verdicts: [] };
  if (isDatedBelow) return { dropped: [dropLine(dateLine, likely('context'))], verdicts: [] };
  return { dropped: [], verdicts: decideAll('date', [dateLine], likely('position')) };
}

/**
 * Reads title, issuers, addressee and the preamble's heading from the top of a report. Lines that
 * make no title stay unused, so that they become the preamble.
 * @param isOrgan tells who may issue
 * @source regulations.md 9.2
 */
export function readFront(lines: readonly Line[], isOrgan: IsOrgan): Front {
  const { title, organs, dates, dropped, used } = readTopBlock(lines, isOrgan);
  const { issuing, repeated } = partRepeated(organs, isOrgan);
  const addressee = take(lines, used, isAddressee);
  const heading = take(lines, used + addressee.length, (text) => preambleHeadingPattern.test(text));
  return {
    title: textsOf(title).join('\n'),
    issuers: [...new Set(textsOf(issuing).flatMap((text) => splitOrgans(text, isOrgan)))],
    addressee: textsOf(addressee).join('').slice(0, -1).trimEnd(),
    preambleHeading: textsOf(heading).join(''),
    signedDate: findDate(textsOf(dates.slice(-1)).join(''))?.iso ?? null,
    dateLine: dates.at(-1) ?? null,
    dropped: [...dropped, ...dates.slice(0, -1), ...repeated].map((line) =>
      dropLine(line, likely('position')),
    ),
    verdicts: [
      ...decideAll('title', title, judgeTitle(title)),
      ...decideAll('issuer', issuing, certain('words')),
      ...decideAll('addressee', addressee, certain('words')),
      ...decideAll('preamble-heading', heading, certain('words')),
    ],
    used: used + addressee.length + heading.length,
  };
}
