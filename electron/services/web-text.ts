import { printHtml, printPlainText } from '../../core/plain-text/index.ts';
import type { ExportPlan } from './export-plan.ts';

/** A text file that the 记事本 of every Windows opens rightly: older ones know UTF-8 by its mark only. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** The words of a planned copy for a web page: as a text file, or as a page. */
export function writeWebText({ report, options }: ExportPlan, format: 'txt' | 'html'): Uint8Array {
  if (format === 'txt') return encodeText(printPlainText(report, options));
  return new TextEncoder().encode(printHtml(report, options.mark, options));
}
