import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Block, type Report, splitReport } from '../../../core/model/index.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const issuers = ['青石镇人民政府'];

/** Puts a paragraph and a sentence before everything the plan of a report says. */
function changePlan(report: Report): Report {
  const added: Block = { type: 'paragraph', id: 'added-later', source: null, text: '2024年新增。' };
  const insert = (blocks: readonly Block[]): readonly Block[] => {
    const [first, ...rest] = blocks;
    if (first?.type !== 'paragraph') return [added, ...blocks];
    return [added, { ...first, text: `一是先办一件2025年要办的新事。${first.text}` }, ...rest];
  };
  return {
    ...report,
    parts: report.parts.map((part) =>
      part.kind === 'plan'
        ? {
            ...part,
            blocks: insert(part.blocks),
            sections: part.sections.map((section) => ({
              ...section,
              blocks: section.blocks.map((block) =>
                block.type === 'paragraph' ? { ...block, text: `另有一事。${block.text}` } : block,
              ),
            })),
          }
        : part,
    ),
  };
}

describe('last year’s report beside a draft', () => {
  let services: TestServices;
  let baseId: string;

  beforeEach(async () => {
    services = await createTestServices();
    ({ reportId: baseId } = await services.get('library.addSample', {}));
  });
  afterEach(() => services.close());

  const create = (baseRevision?: number) =>
    services.call('report.create', {
      year: 2025,
      issuers,
      start: {
        kind: 'report',
        reportId: baseId,
        ...(baseRevision === undefined ? {} : { baseRevision }),
      },
    });

  async function createDraft(): Promise<string> {
    const created = await create();
    if (!created.ok) throw new Error(created.error.code);
    return created.value.reportId;
  }

  /** Sets the base back to writing and edits it, as a person may. */
  async function editBase(): Promise<void> {
    const { get } = services;
    await get('report.setStatus', { reportId: baseId, status: 'writing' });
    const { report, revision } = await get('report.open', { reportId: baseId });
    const changed = splitReport(changePlan(report));
    const order = changed.map(({ id }) => id);
    await get('report.save', { reportId: baseId, baseRevision: revision, changed, order });
  }

  it('is what it was when the draft was made, though it was edited and removed since', async () => {
    const { get } = services;
    const reportId = await createDraft();
    const before = (await get('report.open', { reportId })).base;
    const promises = async () =>
      (await get('report.check', { reportId })).promises.map(({ promise }) => promise);
    const promised = await promises();
    expect(promised.length).toBeGreaterThan(2);
    await editBase();
    expect((await get('report.open', { reportId: baseId })).report).not.toEqual(before?.report);
    expect((await get('report.open', { reportId })).base).toEqual(before);
    await get('library.remove', { reportId: baseId });
    expect((await get('report.open', { reportId })).base).toEqual(before);
    expect(await promises()).toEqual(promised);
  });

  it('holds only blocks that this year’s text was made of', async () => {
    const reportId = await createDraft();
    await editBase();
    const { base } = await services.get('report.open', { reportId });
    const idsOf = (report: Report | undefined) =>
      report?.parts.flatMap(({ blocks, sections }) =>
        [...blocks, ...sections.flatMap((section) => section.blocks)].map(({ id }) => id),
      ) ?? [];
    const sources = new Set(
      base?.rolled.parts.flatMap(({ blocks, sections }) =>
        [...blocks, ...sections.flatMap((section) => section.blocks)].map(
          ({ source }) => source?.blockId,
        ),
      ),
    );
    expect(idsOf(base?.report).length).toBeGreaterThan(10);
    expect(idsOf(base?.report).filter((id) => !sources.has(id))).toEqual([]);
  });

  it('of a draft made after it was edited is the edited one', async () => {
    await editBase();
    const { base } = await services.get('report.open', { reportId: await createDraft() });
    expect(JSON.stringify(base?.report)).toContain('2024年新增。');
    expect(JSON.stringify(base?.rolled)).toContain('2025年新增。');
  });

  it('is to be looked over anew where it changed between the list and the draft', async () => {
    const { get } = services;
    const ask = { reportId: baseId, year: 2025, issuers };
    const { baseRevision } = await get('report.planRoll', ask);
    await editBase();
    const { length } = await get('library.list', {});
    expect(await create(baseRevision)).toEqual({
      ok: false,
      error: { code: 'roll/base-changed', revision: baseRevision + 1 },
    });
    expect(await get('library.list', {})).toHaveLength(length);
    const again = await get('report.planRoll', ask);
    expect(again.baseRevision).toBe(baseRevision + 1);
    expect(await create(again.baseRevision)).toMatchObject({ ok: true });
  });
});
