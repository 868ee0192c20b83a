import { expect, test } from 'vitest';
import { emptyFacts } from '../../../core/layout/index.ts';
import { buildReport, emptyClosing } from '../../../core/model/index.ts';
import { publishUnasked } from '../../../electron/services/public-file.ts';
import { shipped } from '../../templates/shipped-packs.ts';

test('a copy from a file lists no attachment that is not published, and says which', () => {
  const closing = { ...emptyClosing, attachments: ['走访名册', '普法清单', '执法统计表'] };
  const content = {
    report: buildReport(2026, { closing }),
    annexes: [
      { title: '走访名册', blocks: [], isPublic: false },
      { title: '普法清单', blocks: [], isPublic: true },
    ],
    facts: emptyFacts,
  };
  const published = publishUnasked(content, shipped);
  if (!published.ok) throw new Error('nothing was published');
  const { report, annexes, notices } = published.value;
  expect(report.closing.attachments).toEqual(['普法清单', '执法统计表']);
  expect(annexes.map(({ title }) => title)).toEqual(['普法清单']);
  expect(notices).toEqual([
    { code: 'export/public-left', count: 2 },
    { code: 'export/attachments-left-out', titles: ['走访名册'] },
  ]);
});
