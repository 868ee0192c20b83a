import type { Material } from '../../../core/materials/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';

/** A question as a tag: 调解矛盾纠纷的件数和成功率. */
export function shortenQuestion(question: string): string {
  return question.replace(/^是否(?:写明|写对)?/u, '').replace(/[？?]$/u, '');
}

/** The tag of a question; its id where the packs of the year do not know it. */
export function nameItem(items: readonly CheckItem[], itemId: string): string {
  const item = items.find(({ id }) => id === itemId);
  return item ? shortenQuestion(item.question) : '另一份清单的事项';
}

/** 2026-03-12 → 3 月 12 日; with the year where it is not `year`. */
export function formatDay(day: string, year: number): string {
  const [ofYear, month, ofMonth] = day.split('-').map(Number);
  const short = `${month} 月 ${ofMonth} 日`;
  return ofYear === year ? short : `${ofYear} 年 ${short}`;
}

/** What a material is called: its title, its file, or its first words. */
export function nameMaterial({ title, fileName, text }: Material): string {
  const [first = ''] = text.trim().split('\n');
  return title || fileName || [...first].slice(0, 24).join('');
}

/** The time of day of an instant, on this PC: 10:23. */
export function formatTime(instant: Date): string {
  return instant.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}
