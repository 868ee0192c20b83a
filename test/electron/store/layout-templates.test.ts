import { expect, test } from 'vitest';
import {
  addTemplate,
  listTemplates,
  readTemplate,
  removeTemplate,
} from '../../../electron/store/index.ts';
import { openTestStore } from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

test('templates are kept to the byte, in the order they were added, until they are taken out', () => {
  const folder = createTempFolder();
  const store = openTestStore(folder);
  const bytes = Uint8Array.from([0, 255, 80, 75]);
  addTemplate(store, { id: 'b', name: '后来的.docx', addedAt: '2026-02-02T00:00:00Z', bytes });
  addTemplate(store, { id: 'a', name: '红头.docx', addedAt: '2026-01-01T00:00:00Z', bytes });
  store.close();
  const again = openTestStore(folder);
  expect(listTemplates(again).map(({ name }) => name)).toEqual(['红头.docx', '后来的.docx']);
  expect([...(readTemplate(again, 'b')?.bytes ?? [])]).toEqual([...bytes]);
  expect(removeTemplate(again, 'b')).toBe(true);
  expect(removeTemplate(again, 'b')).toBe(false);
  expect(readTemplate(again, 'b')).toBeNull();
  again.close();
});
