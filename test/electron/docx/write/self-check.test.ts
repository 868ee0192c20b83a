import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { StampedSelfCheck } from '../../../../core/api/index.ts';
import type { SelfCheckRow } from '../../../../core/self-check/index.ts';
import { writeSelfCheck } from '../../../../electron/docx/write/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { findRenderLack, renderPdf, renderPng } from '../../../support/render/render.ts';

const lack = findRenderLack();
if (lack) console.warn(`the pages of the sheet are not counted: ${lack}`);

function buildRow(index: number, reason: string): SelfCheckRow {
  return {
    itemId: `item-${index}`,
    question: `是否写明第${index}项工作的开展情况、办理件数和办结比率？`,
    basis: '纲要（二十三）',
    isUnconfirmed: index % 3 === 0,
    state: reason === '' ? 'answered' : 'notApplicable',
    reason,
    places: reason === '' ? [{ label: '一（三）', quote: '办理62件。' }] : [],
    home: '一（三）',
  };
}

/** A sheet of so many questions; every sixth does not apply, for a reason of so many letters. */
function buildStamped(count: number, letters: number): StampedSelfCheck {
  const reason = '本镇没有承接这一类事项，由县级部门统一办理。'.repeat(20).slice(0, letters);
  const rows = Array.from({ length: count }, (_, index) =>
    buildRow(index + 1, index % 6 === 0 ? reason : ''),
  );
  const sheet = {
    unit: '青石镇人民政府',
    year: 2025,
    title: '青石镇人民政府2025年法治政府建设年度报告',
    outline: '法治政府建设实施纲要（2021－2025年）',
    outlineIsCurrent: true,
    rows,
    settled: count,
    open: [],
    canFile: true,
    verdict: `可以报送：必答 ${count} 项都有了着落，没有未了的事项。`,
  };
  return { sheet, hash: '0123456789abcdef'.repeat(4), date: '2026-01-16' };
}

const readPart = (bytes: Uint8Array, path: string) =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const write = (stamped: StampedSelfCheck) => writeSelfCheck(stamped, { faces: 'gb2312' });
const sizeOf = (bytes: Uint8Array) => {
  const styles = readPart(bytes, 'word/styles.xml');
  const cell = styles.slice(styles.indexOf('w:styleId="SheetCell"'));
  return Number(/<w:sz w:val="(\d+)"/u.exec(cell)?.[1]) / 2;
};

describe('the self-check sheet', () => {
  test('is written in larger type the less there is to say', async () => {
    const [few, many] = [await write(buildStamped(20, 20)), await write(buildStamped(60, 40))];
    expect(sizeOf(few)).toBe(10.5);
    expect(sizeOf(many)).toBeLessThan(sizeOf(few));
    expect(sizeOf(many)).toBeGreaterThanOrEqual(6.5);
  });

  test('shows sixteen letters of the mark where people compare, and all of them in small print', async () => {
    const { hash } = buildStamped(1, 0);
    const text = readPart(await write(buildStamped(1, 0)), 'word/document.xml');
    const shown = text.replaceAll(/<[^>]+>/gu, '\n').split('\n');
    expect(shown.some((line) => line.endsWith(`正文校验码：${hash.slice(0, 16)}`))).toBe(true);
    expect(shown.some((line) => line.endsWith(hash))).toBe(true);
  });

  test.each([
    ['nothing', buildStamped(0, 0)],
    ['sixty questions', buildStamped(60, 60)],
    ['more than a page holds', buildStamped(180, 120)],
    ['letters that XML has no place for', buildStamped(1, 0)],
  ])('has no schema error with %s', async (_, stamped) => {
    const odd = { ...stamped.sheet, title: '青石镇\u0000\u000b<&>"\ud800', unit: '青石镇&' };
    expect(await listSchemaErrors(await write({ ...stamped, sheet: odd }))).toEqual([]);
  });

  test('repeats its head where it runs on, in type that can be read', async () => {
    const bytes = await write(buildStamped(180, 120));
    expect(readPart(bytes, 'word/document.xml').match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(sizeOf(bytes)).toBe(9);
  });

  test.skipIf(lack !== null)('of sixty questions is one page, with long reasons too', async () => {
    for (const letters of [0, 30, 60]) {
      const pages = await renderPng(await renderPdf(await write(buildStamped(60, letters))), 30);
      expect(pages, `reasons of ${letters} letters`).toHaveLength(1);
    }
  });
});
