import ical, { ICalAlarmType } from 'ical-generator';
import type { DeadlineEvent } from '../../core/deadlines/index.ts';

const hourSeconds = 60 * 60;
/** Reminders come when people are at work, not at midnight when the whole day begins. */
const reminderHour = 9;

/**
 * Deadlines as a calendar file: whole days, reminders at nine in the morning, CRLF, lines of at most
 * 75 octets. The same events and instant give the same bytes.
 * @source RFC 5545 3.1, 3.3.4, 3.6.1, 3.6.6
 */
export function writeCalendar(events: readonly DeadlineEvent[], stamp: Date): string {
  const calendar = ical({
    name: '年报助手',
    prodId: { company: 'Nianbao', product: 'Nianbao', language: 'ZH' },
  });
  for (const { uid, day, title, description, reminders } of events) {
    calendar.createEvent({
      id: uid,
      // midnight in UTC is that very day to the library, whatever the zone of this PC
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp,
      summary: title,
      description,
      alarms: reminders.map(({ daysBefore, text }) => ({
        type: ICalAlarmType.display,
        trigger: (daysBefore * 24 - reminderHour) * hourSeconds,
        description: text,
      })),
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
