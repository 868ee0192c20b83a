import { composeDocument, emptyFacts, type FlowItem, standardLayout } from '../layout/index.ts';
import type { Report } from '../model/index.ts';
import type { ReportChange } from './change.ts';
import { compareLines, moveWhole, textOfLine } from './compare-lines.ts';
import { compareTables, moveTable, printRows } from './compare-tables.ts';
import type { Entry } from './pair-in-order.ts';
import { weave } from './weave.ts';

/** Of these a report has one, or few in a fixed order: they are the same ones whatever they say. */
const roles: ReadonlySet<string> = new Set([
  'title',
  'addressee',
  'preambleHeading',
  'signature',
  'date',
  'note',
]);

/** What a report prints of itself: title, text and closing, without red head and imprint. */
export function composePlain(report: Report): readonly FlowItem[] {
  const setting = { layout: standardLayout('plain'), facts: emptyFacts, annexes: [] };
  return composeDocument(report, setting).items;
}

function describeItem(item: FlowItem): Entry {
  if (item.type === 'line') {
    return { kind: item.kind, text: textOfLine(item), isRole: roles.has(item.kind) };
  }
  const text = printRows(item)
    .map((row) => row.join('\t'))
    .join('\n');
  // Word cannot track a column that comes or goes.
  return { kind: `table ${item.columns.length}`, text, isRole: false };
}

function moveItem(item: FlowItem, state: 'inserted' | 'deleted'): ReportChange {
  return item.type === 'line' ? moveWhole(item, state) : moveTable(item, state);
}

function compareItems(before: FlowItem, after: FlowItem): readonly ReportChange[] {
  if (before.type === 'line' && after.type === 'line') return [compareLines(before, after)];
  if (before.type === 'table' && after.type === 'table') return [compareTables(before, after)];
  return [moveItem(before, 'deleted'), moveItem(after, 'inserted')];
}

/**
 * What became of a report from one state to another, from the top of the printed page to its foot:
 * title, addressee, headings with their printed numbers, text, tables by row and cell, attachments,
 * signature, date and note. Lines that differ do so word by word. What moved is deleted there and
 * inserted here. `readSide` of it gives back either state's printed text, letter by letter.
 */
export function listChanges(before: Report, after: Report): readonly ReportChange[] {
  const woven = weave(composePlain(before), composePlain(after), describeItem);
  return woven.flatMap((item): readonly ReportChange[] => {
    if (item.kind === 'removed') return [moveItem(item.before, 'deleted')];
    if (item.kind === 'added') return [moveItem(item.after, 'inserted')];
    return compareItems(item.before, item.after);
  });
}
