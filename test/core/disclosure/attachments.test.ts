import { describe, expect, test } from 'vitest';
import { closeList, findDisclosures, hideWithheld } from '../../../core/disclosure/index.ts';
import type { Annex } from '../../../core/layout/index.ts';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  emptyClosing,
} from '../../../core/model/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'disclosure');
const annex = (title: string, isPublic: boolean): Annex => ({ title, blocks: [], isPublic });
const draftOf = (attachments: readonly string[], ...texts: readonly string[]) => {
  const createId = createCountingIds();
  const preamble = texts.map((text) => buildParagraph(createId, text));
  return buildReport(2026, { preamble, closing: { ...emptyClosing, attachments } });
};
const textsOf = ({ preamble }: ReturnType<typeof draftOf>) =>
  preamble.map((block) => (block.type === 'table' ? '' : block.text));

describe('attachments that are not published', () => {
  const annexes = [annex('走访名册', false), annex('普法清单', true)];
  const draft = draftOf(
    ['普法清单', '2．《走访名册》', '执法统计表'],
    '清单（见附件1）、名册（详见附件2）、统计表（见附件3）；名册见附件2，共13个附件。',
  );

  test('are left out of the list, and the text names the others by their new numbers', () => {
    const { report, leftOut } = closeList(draft, hideWithheld(draft, annexes), annexes);
    expect(report.closing.attachments).toEqual(['普法清单', '执法统计表']);
    expect(leftOut).toEqual(['2．《走访名册》']);
    expect(textsOf(report)).toEqual([
      '清单（见附件1）、名册、统计表（见附件2）；名册见附件（略），共13个附件。',
    ]);
  });

  test('have typed numbers that close up too, and a single one has none in the text', () => {
    const typed = draftOf(['1.走访名册', '2.普法清单', '3.执法统计表']);
    const { report } = closeList(typed, hideWithheld(typed, annexes), annexes);
    expect(report.closing.attachments).toEqual(['1.普法清单', '2.执法统计表']);
    const two = draftOf(['走访名册', '普法清单'], '详见附件2。');
    expect(textsOf(closeList(two, hideWithheld(two, annexes), annexes).report)).toEqual([
      '详见附件。',
    ]);
  });

  test('are left out too where they were taken out while they were looked at', () => {
    const [, clear = annex('', true)] = annexes;
    const { report, leftOut } = closeList(draft, hideWithheld(draft, annexes), annexes, [clear]);
    expect(report.closing.attachments).toEqual(['执法统计表']);
    expect(leftOut).toEqual(['普法清单', '2．《走访名册》']);
  });

  test('are nothing to decide, and every text keeps its place', () => {
    const hidden = hideWithheld(draft, annexes);
    expect(hidden.closing.attachments).toEqual(['普法清单', '', '执法统计表']);
    const going = annexes.filter(({ isPublic }) => isPublic);
    const found = findDisclosures(hidden, going, packs).map(({ rule, target, text }) => [
      rule,
      target.field,
      text,
    ]);
    expect(found).toEqual([
      ['annex-listed', 'attachments.2', '执法统计表'],
      ['annex-public', 'title', '普法清单'],
    ]);
  });

  test('a report whose attachments all go out stays as it is', () => {
    const all = annexes.map((one) => ({ ...one, isPublic: true }));
    expect(hideWithheld(draft, all)).toBe(draft);
    expect(closeList(draft, draft, all)).toEqual({ report: draft, leftOut: [] });
    expect(closeList(draft, draft, [])).toEqual({ report: draft, leftOut: [] });
  });
});
