import { type Deadline, formatDay } from './deadlines.ts';

/** How many days before the last day a calendar reminds of it. */
export const reminderDays = [30, 7, 1] as const;

/** A deadline as an entry of a calendar: a whole day, the last that is still in time. */
export interface DeadlineEvent {
  /** The same for the same deadline of the same report year: importing twice makes one entry. */
  readonly uid: string;
  /** ISO. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
  readonly reminders: readonly { readonly daysBefore: number; readonly text: string }[];
}

/** The deadlines of one report year as entries of a calendar. */
export function composeEvents(
  deadlines: readonly Deadline[],
  year: number,
): readonly DeadlineEvent[] {
  return deadlines.map(({ id, title, date, lastDay, isOwn, source }) => {
    const before = `${formatDay(date)}前`;
    const until = `最迟 ${formatDay(lastDay)}`;
    const named = `${year} 年度法治政府建设年度报告：${title}`;
    return {
      uid: `${year}-${id}@nianbao.local`,
      day: lastDay,
      title: `${named}（${until}）`,
      description: `${before}完成，${until}。\n${isOwn ? '期限由本单位在设置里填写。' : `依据：${source}`}`,
      reminders: reminderDays.map((daysBefore) => ({
        daysBefore,
        text: `还有 ${daysBefore} 天：${named}`,
      })),
    };
  });
}
