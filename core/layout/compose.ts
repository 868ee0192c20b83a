import type { Report } from '../model/index.ts';
import { composeAnnexes, listAnnexes } from './compose-annex.ts';
import { composeBody } from './compose-body.ts';
import { appendClosing, type ClosingSetting, plainClosing } from './compose-closing.ts';
import { composeHead } from './compose-head.ts';
import { composeImprint } from './compose-imprint.ts';
import type { Annex, OfficialFacts } from './filing.ts';
import { blankLine, type ComposedPage, createLine, type FlowItem, type FlowLine } from './flow.ts';
import { numberHeadings } from './headings.ts';
import { joinLines } from './join-lines.ts';
import type { ClosingHold } from './keep-closing.ts';
import { measureLayout, type PageMetrics } from './metrics.ts';
import type { LayoutProfile } from './profile.ts';
import { layoutTitle } from './title.ts';

/** Title, a blank line, addressee flush left with a full-width colon, heading of the preamble. */
function composeFront(report: Report, { textWidth }: PageMetrics): readonly FlowLine[] {
  const title = layoutTitle(report.title, report.issuers, textWidth);
  const addressee = joinLines(report.addressee).replace(/[：:]$/u, '');
  const heading = joinLines(report.preambleHeading);
  return [
    ...title.map((line) => ({ ...createLine('title', line), keepWithNext: true })),
    ...(title.length > 0 ? [blankLine] : []),
    ...(addressee ? [createLine('addressee', `${addressee}：`)] : []),
    ...(heading ? [{ ...createLine('preambleHeading', heading), keepWithNext: true }] : []),
  ];
}

function composeText(
  report: Report,
  head: readonly FlowItem[],
  closing: ClosingSetting,
): readonly FlowItem[] {
  const { metrics } = closing;
  const setting = { labels: numberHeadings(report), metrics };
  const body = [...head, ...composeFront(report, metrics), ...composeBody(report, setting)];
  return appendClosing(body, report.closing, closing);
}

/**
 * A report as a 公开稿 of the standard prints it from top to bottom: numbers and closing marks of headings,
 * blank lines, attachments and signature are all there; empty paragraphs and a writer's own
 * indents are not.
 * @source GB/T 9704-2012 7.3
 */
export function composeReport(report: Report): readonly FlowItem[] {
  return composeText(report, [], plainClosing);
}

/** What a document is laid out by. */
export interface PageSetting {
  readonly layout: LayoutProfile;
  readonly facts: OfficialFacts;
  readonly annexes: readonly Annex[];
  /** How the text is held with the closing; as the estimate says if absent. */
  readonly closing?: ClosingHold | undefined;
}

/**
 * A report as a layout prints it, with the pages of its attachments. An `official` one has the red head
 * above the title and the imprint at its foot, and is signed; a `plain` one has neither, and is
 * signed if its layout says so. Any report is composed, an empty one too; the .docx, the preview
 * and the plain text are all made of this.
 * @source GB/T 9704-2012 7
 */
export function composeDocument(
  draft: Report,
  { layout, facts, annexes, closing: hold }: PageSetting,
): ComposedPage {
  const metrics = measureLayout(layout);
  const { closing } = draft;
  const attachments = listAnnexes(closing.attachments, annexes);
  const report = { ...draft, closing: { ...closing, attachments } };
  const isOfficial = layout.form === 'official';
  const head = isOfficial ? composeHead(report, facts, metrics) : [];
  const signature = isOfficial || layout.signature;
  const text = composeText(report, head, {
    metrics,
    sealed: facts.sealed,
    signature,
    hold,
  });
  return {
    items: [...text, ...composeAnnexes(annexes, report, metrics)],
    imprint: isOfficial ? composeImprint(facts, metrics) : [],
  };
}
