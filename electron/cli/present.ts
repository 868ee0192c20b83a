import {
  type CoverageState,
  describeNotice,
  type Place,
  type Severity,
} from '../../core/api/index.ts';
import type { CheckedFile } from '../services/check-file.ts';
import type { PrintedHeading } from '../services/printed-report.ts';
import type { ReportFile } from '../services/report-file.ts';

type Titled = Pick<ReportFile['report'], 'title' | 'issuers' | 'year'>;

const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '多半有误',
  advice: '供斟酌',
};

function titleLines({ title, issuers, year }: Titled): readonly string[] {
  return [title || '（无标题）', `${issuers.join('、') || '（未见单位）'}  ${year} 年`];
}

/** A report as an outline for reading at a terminal. */
export function printOutline(report: Titled, headings: readonly PrintedHeading[]): string {
  const lines = headings.map(({ level, text }) => `${level === 2 ? '  ' : ''}${text}`);
  return [...titleLines(report), ...lines].join('\n');
}

function printCoverage({ coverage }: CheckedFile): readonly string[] {
  const titles = (wanted: CoverageState) =>
    coverage.filter(({ state }) => state === wanted).map(({ title }) => `  ${title}`);
  const [answered, partly, missing] = [titles('answered'), titles('partly'), titles('missing')];
  return [
    `清单共 ${coverage.length} 项：写到 ${answered.length} 项，写到一部分 ${partly.length} 项，没有写到 ${missing.length} 项。`,
    ...(missing.length > 0 ? ['没有写到：', ...missing] : []),
    ...(partly.length > 0 ? ['写到一部分：', ...partly] : []),
  ];
}

function printItems({ items }: CheckedFile): readonly string[] {
  const required = items.filter((item) => item.required);
  const open = required.filter(({ state }) => state === 'missing');
  const half = required.filter(({ state }) => state === 'partly');
  const list = (shown: typeof items) =>
    shown.map(({ question, basis }) => `  ${question}（${basis}）`);
  return [
    `必答的问题 ${required.length} 个：没有答到 ${open.length} 个，答到一部分 ${half.length} 个。`,
    ...(open.length > 0 ? ['没有答到：', ...list(open)] : []),
    ...(half.length > 0 ? ['答到一部分：', ...list(half)] : []),
  ];
}

/** True for a remark whose very words proofreading says too: a part that lacks, a place without a word. */
function isTold({ kind, partId, sectionId }: CheckedFile['remarks'][number], told: Findings) {
  if (kind === 'part-missing') return told.some(({ rule }) => rule === 'missing-part');
  const isHere = ({ rule, place }: Findings[number]) =>
    rule.startsWith('empty-') && place.partId === partId && place.sectionId === sectionId;
  return kind === 'empty' && told.some(isHere);
}

type Findings = CheckedFile['findings'];

function printRemarks(
  { remarks, findings }: CheckedFile,
  headings: readonly PrintedHeading[],
): readonly string[] {
  const shown = remarks.filter((remark) => !isTold(remark, findings));
  if (shown.length === 0) return ['各部分：没有要提醒的。'];
  return [
    `各部分：有 ${shown.length} 条建议。`,
    ...shown.map(({ partId, sectionId, text }) => {
      const found = headings.find(({ id }) => id === (sectionId ?? partId));
      return found ? `  在“${found.text}”：${text}` : `  ${text}`;
    }),
  ];
}

function printPlace({ sectionId, partId }: Place, headings: readonly PrintedHeading[]): string {
  const found = headings.find(({ id }) => id === (sectionId ?? partId));
  return found ? `在“${found.text}”` : '在开头或落款';
}

function printFindings(
  { findings }: CheckedFile,
  headings: readonly PrintedHeading[],
): readonly string[] {
  if (findings.length === 0) return ['校对没有发现问题。'];
  const counts = Object.entries(severityWords).flatMap(([severity, words]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${words} ${count} 处`] : [];
  });
  return [
    `校对：${counts.join('，')}。`,
    ...findings.map(({ severity, place, text, message, suggestion }) => {
      const mend = suggestion ? `可改为“${suggestion}”。` : '';
      const about = printPlace(place, headings) + (text === '' ? '' : `：“${text}”`);
      return `  ${severityWords[severity]}，${about}。${message}${mend}`;
    }),
  ];
}

function printStale(
  { stale }: CheckedFile,
  headings: readonly PrintedHeading[],
): readonly string[] {
  return [
    stale.length === 0 ? '待更新：没有发现沿用上年而要改的内容。' : `待更新：${stale.length} 处。`,
    ...stale.map(({ place, text, why, proposals }) => {
      const mend = proposals.length > 0 ? `可改为${proposals.map(quote).join('、')}。` : '';
      return `  ${printPlace(place, headings)}：${quote(text)}。${endSentence(why)}${mend}`;
    }),
  ];
}

/** Words in quotation marks, unless they stand in their own. */
const quote = (text: string) => (/^“[^”]*”$/u.test(text) ? text : `“${text}”`);

const endSentence = (text: string) => (/[。？]$/u.test(text) ? text : `${text}。`);

function printPromises(
  { promises }: CheckedFile,
  headings: readonly PrintedHeading[],
): readonly string[] {
  const silent = promises.filter(({ suggestions }) => suggestions.length === 0).length;
  if (promises.length === 0) return ['上年承诺：上年报告里没有读出。'];
  return [
    `上年承诺：${promises.length} 项，其中 ${silent} 项在这份报告里没有找到对应的内容。`,
    ...promises.map(({ promise, suggestions: [likeliest] }) => {
      const told = likeliest
        ? `可能写在${printPlace(likeliest, headings).slice(1)}：“${likeliest.quote}”。`
        : '没有找到对应的内容。';
      return `  ${endSentence(promise.text)}${told}`;
    }),
  ];
}

/** What checking gave, for reading at a terminal: counts, what is missing, findings with their place. */
export function printCheck(
  report: Titled,
  checked: CheckedFile,
  {
    headings,
    hasBase,
  }: { readonly headings: readonly PrintedHeading[]; readonly hasBase: boolean },
): string {
  return [
    ...titleLines(report),
    ...checked.notices.map(describeNotice),
    '',
    ...printCoverage(checked),
    '',
    ...printItems(checked),
    '',
    ...printRemarks(checked, headings),
    '',
    ...printFindings(checked, headings),
    '',
    ...(hasBase
      ? [...printStale(checked, headings), '', ...printPromises(checked, headings), '']
      : []),
    `指标：读出 ${checked.figures.length} 个。全部内容请加 --json。`,
  ].join('\n');
}
