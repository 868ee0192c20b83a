import type { ReportStatus, ReportSummary } from '../../../core/api/index.ts';

/** The statuses as people call them. */
export const statusNames: Readonly<Record<ReportStatus, string>> = {
  writing: '正在写',
  filed: '已报送',
  archived: '已归档',
};

/** A count with its digits in threes, parted by a narrow space that does not break: 5 812. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

interface LocalMoment {
  /** ISO calendar date. */
  readonly date: string;
  readonly time: string;
}

function toLocalMoment(instant: string, timeZone: string | undefined): LocalMoment {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
  const [date = '', time = ''] = parts.split(' ');
  return { date, time };
}

/**
 * A moment as people say it on the day `today`: 今天 14:03 · 昨天 09:12 · 2 月 18 日 · 2025 年 2 月 18 日.
 * @param instant ISO instant in UTC
 * @param today ISO calendar date here
 * @param timeZone of this PC unless given
 */
export function describeMoment(instant: string, today: string, timeZone?: string): string {
  const { date, time } = toLocalMoment(instant, timeZone);
  const yesterday = new Date(Date.parse(today) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  if (date === today) return `今天 ${time}`;
  if (date === yesterday) return `昨天 ${time}`;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const words = `${month} 月 ${day} 日`;
  return date.slice(0, 4) === today.slice(0, 4) ? words : `${year} 年 ${words}`;
}

/** Where a report came from: 由 2025 年报告沿用 · 从 .wps 文件导入 · 从空白模板写起. */
export function describeOrigin(summary: Pick<ReportSummary, 'base' | 'originalName'>): string {
  if (summary.base) return `由 ${summary.base.year} 年报告沿用`;
  if (summary.originalName === null) return '从空白模板写起';
  const extension = /\.[a-z0-9]{1,5}$/iu.exec(summary.originalName)?.[0];
  return extension ? `从 ${extension.toLowerCase()} 文件导入` : '从粘贴的文字导入';
}

/** The line under a report's title, as its pieces in order. */
export function describeReport(
  summary: ReportSummary,
  today: string,
  timeZone?: string,
): readonly string[] {
  return [
    describeOrigin(summary),
    `${describeMoment(summary.updatedAt, today, timeZone).replace(/\d$/u, '$& ')}修改`,
    `${formatCount(summary.characters)} 字`,
  ];
}

/** What a report is called in a list: its title on one line, or what it would be. */
export function nameReport(summary: Pick<ReportSummary, 'title' | 'year'>): string {
  return summary.title.replace(/\s*\n\s*/gu, '') || `${summary.year} 年法治政府建设年度报告`;
}

/** Newest year first; within a year the one changed last first. */
export function sortReports(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  return reports.toSorted((a, b) => b.year - a.year || b.updatedAt.localeCompare(a.updatedAt));
}
