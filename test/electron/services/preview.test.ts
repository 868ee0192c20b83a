import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paginate } from '../../../core/paginate/index.ts';
import { inspectDocx } from '../../../electron/docx/inspect/index.ts';
import { listSnapshots } from '../../../electron/store/index.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

let services: TestServices;
let reportId: string;

beforeAll(async () => {
  services = await createTestServices();
  ({ reportId } = await services.get('library.addSample', {}));
});
afterAll(() => services.close());

describe('the preview of a copy', () => {
  test('is the pages of the very file that is exported', async () => {
    const { pages, certificate } = await services.get('report.preview', {
      reportId,
      copy: 'filing',
    });
    await services.get('report.export', { reportId, copy: 'filing' });
    const file = services.delivered.at(-1);
    expect(pages).toEqual(paginate(inspectDocx(file?.bytes ?? new Uint8Array())));
    expect(pages.length).toBeGreaterThan(1);
    expect(certificate.pages).toBe(pages.length);
  });

  test('holds every word of the report, each page its number', async () => {
    const { pages } = await services.get('report.preview', { reportId, copy: 'filing' });
    const { report } = await services.get('report.open', { reportId });
    const shown = pages
      .flatMap(({ lines }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text)))
      .join('')
      .replaceAll(/\s/gu, '');
    for (const { heading } of report.parts) expect(shown).toContain(heading.replaceAll(/\s/gu, ''));
    for (const block of report.parts.flatMap(({ blocks }) => blocks)) {
      if (block.type === 'paragraph') expect(shown).toContain(block.text.replaceAll(/\s/gu, ''));
    }
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
    for (const { edges, number } of pages) {
      expect(edges.flatMap(({ spans }) => spans.map(({ text }) => text)).join('')).toBe(
        `— ${number} —`,
      );
    }
  });

  test('tells the revision it is of and stores nothing', async () => {
    const before = listSnapshots(services.store, reportId).length;
    const { revision } = await services.get('report.open', { reportId });
    const preview = await services.get('report.preview', { reportId, copy: 'filing' });
    expect(preview.revision).toBe(revision);
    expect(listSnapshots(services.store, reportId)).toHaveLength(before);
  });

  test('of an unknown report is refused', async () => {
    const result = await services.call('report.preview', { reportId: 'none', copy: 'filing' });
    expect(result.ok).toBe(false);
  });
});
