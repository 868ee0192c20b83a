import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const issuers = ['青石镇人民政府'];

describe('a draft made as the writer chose', () => {
  let services: TestServices;
  let baseId: string;

  beforeEach(async () => {
    services = await createTestServices();
    ({ reportId: baseId } = await services.get('library.addSample', {}));
  });
  afterEach(() => services.close());

  const preview = (names = issuers) =>
    services.get('report.planRoll', { reportId: baseId, year: 2025, issuers: names });

  async function create(choices: Record<string, boolean>, names = issuers) {
    const start = { kind: 'report', reportId: baseId, choices } as const;
    const { reportId } = await services.get('report.create', { year: 2025, issuers: names, start });
    return services.get('report.open', { reportId });
  }

  it('has what was planned where nothing was chosen', async () => {
    const { plan } = await preview();
    const planned = plan.changes.filter(({ verdict }) => verdict === 'move');
    const { report } = await create({});
    expect(planned.length).toBeGreaterThan(10);
    expect(report.title).toContain('2025年');
    expect(JSON.stringify(report)).toContain('青石镇2024年法治政府建设工作要点');
  });

  it('leaves a refused year, and changes a title that was chosen all the same', async () => {
    const { plan } = await preview();
    const title = plan.changes.find(({ target }) => target.field === 'title');
    const paper = plan.changes.find(({ reason }) => reason === 'document-title');
    const { report, base } = await create({ [title?.key ?? '']: false, [paper?.key ?? '']: true });
    expect(report.title).toContain('2024年');
    expect(JSON.stringify(report)).toContain('《青石镇2025年法治政府建设工作要点》');
    expect(JSON.stringify(report)).not.toContain('《青石镇2024年法治政府建设工作要点》');
    expect(base?.rolled, 'the snapshot is what was made').toEqual(report);
  });

  it('takes no notice of a choice that does not fit the plan', async () => {
    const { report } = await create({});
    const strange = await create({ 'front/title/3/2031': true, 'nobody/text/0/2024': false });
    expect(strange.report.title).toBe(report.title);
    expect(strange.report.parts.map(({ heading }) => heading)).toEqual(
      report.parts.map(({ heading }) => heading),
    );
  });

  it('is planned in the name it is made in', async () => {
    const names = ['枫林街道办事处'];
    const { plan } = await preview(names);
    const title = plan.changes.find(({ target }) => target.field === 'title');
    const { report } = await create({ [title?.key ?? '']: false }, names);
    expect(report.title).toBe(title?.text);
  });
});
