import { expect, test } from 'vitest';
import { createTestServices } from '../../support/test-services.ts';

const text = '青石镇2025年法治政府建设报告\n一、主要举措和成效\n全年普法36场。';

test('the untouched original stays with the draft that was rolled forward from it', async () => {
  const services = await createTestServices();
  const content = { kind: 'text', text } as const;
  const { report } = await services.get('import.read', { name: '去年', content });
  const { reportId: base } = await services.get('import.keep', { name: '去年', content, report });
  const start = { kind: 'report', reportId: base } as const;
  const issuers = ['青石镇人民政府'];
  const { reportId } = await services.get('report.create', { year: 2026, issuers, start });
  await services.get('library.remove', { reportId: base });

  const given = await services.get('report.original', { reportId });
  expect(given).toMatchObject({ kind: 'download', fileName: '去年.txt' });
  const bytes = given.kind === 'download' ? Buffer.from(given.base64, 'base64') : null;
  expect(bytes?.toString('utf8')).toBe(text);
  const { summary } = await services.get('report.open', { reportId });
  expect(summary.base).toMatchObject({ id: base, originalName: '去年' });
  services.close();
});
