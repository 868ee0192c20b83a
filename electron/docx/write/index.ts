import type { Notice } from '../../../core/api/index.ts';
import {
  type ComposedPage,
  type CopyKind,
  composeDocument,
  emptyFacts,
  type PageSetting,
  standardLayout,
} from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { writeBody } from './body.ts';
import { cleanReport, cleanTexts } from './clean.ts';
import { findLayoutShell, packDocx } from './pack.ts';
import { createWriting } from './writing.ts';

export { cleanReport } from './clean.ts';
export { writeForm } from './form.ts';
export { createPieceWriter, type PieceWriter } from './piece-writer.ts';
export { writeSelfCheck } from './self-check/write-self-check.ts';

/** How to write a report: its layout, and what stands outside its text. */
export interface WriteOptions extends PageSetting {
  /** Who gets it. */
  readonly copy: CopyKind;
  /** The office's own .docx to write into; null for an empty one. */
  readonly template: Uint8Array | null;
  /** The content mark of what it says, which the file carries as its identifier; null for none. */
  readonly mark: string | null;
}

/** A filing copy as a 公开稿 of the standard, with nothing outside its text. */
export const plainWriting: WriteOptions = {
  copy: 'filing',
  layout: standardLayout('plain'),
  facts: emptyFacts,
  annexes: [],
  template: null,
  mark: null,
};

/** A written .docx and what a person should know of it. */
export interface WrittenDocx {
  readonly bytes: Uint8Array;
  readonly notices: readonly Notice[];
}

function listNotices(
  report: Report,
  { layout, facts }: WriteOptions,
  { removed, page }: { readonly removed: number; readonly page: ComposedPage },
): readonly Notice[] {
  const wide = page.items.filter((item) => item.type === 'table' && item.look?.isTooWide).length;
  const lacksNumber = layout.form === 'official' && facts.number.trim() === '';
  return [
    ...(removed > 0 ? [{ code: 'export/characters-removed', count: removed } as const] : []),
    ...(report.title.trim() === '' ? [{ code: 'export/title-empty' } as const] : []),
    ...(wide > 0 ? [{ code: 'export/table-too-wide', count: wide } as const] : []),
    ...(lacksNumber ? [{ code: 'export/number-empty' } as const] : []),
  ];
}

/** What XML cannot hold goes out of everything that is printed. */
function cleanAll(report: Report, options: WriteOptions) {
  const facts = cleanTexts(options.facts);
  const annexes = cleanTexts(options.annexes);
  const cleaned = cleanReport(report);
  return {
    report: cleaned.report,
    options: { ...options, facts: facts.value, annexes: annexes.value },
    removed: cleaned.removed + facts.removed + annexes.removed,
  };
}

/**
 * Writes a report as a .docx laid out by GB/T 9704: A4, 22 lines of 28 characters, real headings; an
 * official document has its red head above and its imprint at the foot of the last page. The same
 * report and options give the same bytes. Never fails on a report's text: characters that XML cannot
 * hold are left out and counted in `export/characters-removed`; a report without a title is written
 * without one, with `export/title-empty`; an official document without a number, with
 * `export/number-empty`; a table whose numbers are broken even in the smallest type, with
 * `export/table-too-wide`.
 * @source GB/T 9704-2012 5, 7; format.md
 */
export async function writeDocx(dirty: Report, asked: WriteOptions): Promise<WrittenDocx> {
  const { report, options, removed } = cleanAll(dirty, asked);
  const { layout, mark, template } = options;
  const page = composeDocument(report, options);
  const notices = listNotices(report, options, { removed, page });
  if (template !== null) {
    // loaded where an office has a document of its own
    const { writeIntoTemplate } = await import('../template/index.ts');
    const written = writeIntoTemplate(template, { ...options, report });
    return { ...written, notices: [...notices, ...written.notices] };
  }
  const shell = await findLayoutShell(layout);
  const body = writeBody(page, createWriting(layout));
  const document = shell.beforeBody + body + shell.afterBody;
  return {
    bytes: packDocx(shell, { title: report.title, document, mark }),
    notices,
  };
}
