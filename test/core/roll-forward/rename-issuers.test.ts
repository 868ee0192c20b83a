import { describe, expect, it } from 'vitest';
import { buildReport, emptyClosing } from '../../../core/model/index.ts';
import { renameIssuers } from '../../../core/roll-forward/index.ts';

const old = ['青石镇人民政府'];
const other = ['枫林街道办事处'];

function build(title: string, signature: readonly string[] = old, issuers = old) {
  return buildReport(2025, { issuers, title, closing: { ...emptyClosing, signature } });
}

describe('a report in the name of another unit', () => {
  it('is signed and titled by it', () => {
    expect(renameIssuers(build('青石镇人民政府2025年法治政府建设年度报告'), other)).toMatchObject({
      issuers: other,
      title: '枫林街道办事处2025年法治政府建设年度报告',
      closing: { signature: other },
    });
  });

  it.each([
    ['中共青石镇委员会、青石镇人民政府2025年报告'],
    ['中共青石镇委员会 青石镇人民政府2025年报告'],
    ['中共青石镇委员会青石镇人民政府2025年报告'],
  ])('takes the place of joint ones in %s', (title) => {
    const joint = ['中共青石镇委员会', '青石镇人民政府'];
    const renamed = renameIssuers(build(title, ['中共青石镇委员会 青石镇人民政府'], joint), other);
    expect(renamed).toMatchObject({
      title: '枫林街道办事处2025年报告',
      closing: { signature: other },
    });
  });

  it('leaves a signature that is not the old unit, and a title that does not name it', () => {
    const report = build('2025年法治政府建设年度报告', ['青石镇人民政府办公室']);
    expect(renameIssuers(report, other)).toEqual({ ...report, issuers: other });
  });

  it('does not lengthen a name that the title already has in full', () => {
    const report = build('青石镇人民政府2025年报告', ['青石镇'], ['青石镇']);
    expect(renameIssuers(report, old)).toMatchObject({
      title: '青石镇人民政府2025年报告',
      closing: { signature: old },
    });
  });

  it('stays as it is in the same name, or in none', () => {
    const report = build('青石镇人民政府2025年报告');
    expect(renameIssuers(report, [...old])).toBe(report);
    expect(renameIssuers(report, [])).toBe(report);
  });

  it('gets the name alone where it had none', () => {
    const report = build('2025年报告', [], []);
    expect(renameIssuers(report, old)).toEqual({ ...report, issuers: old });
  });
});
