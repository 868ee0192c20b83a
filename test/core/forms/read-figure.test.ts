import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFigure, readFigure } from '../../../core/forms/index.ts';

describe('reading a number that an office wrote', () => {
  it.each([
    ['12', '件', 12],
    [' 12 件 ', '件', 12],
    ['１２', '件', 12],
    ['12件。', '件', 12],
    ['1,234', '件', 1234],
    ['十二', '件', 12],
    ['一百零五件', '件', 105],
    ['两万', '人次', 20_000],
    ['1.2万', '人次', 12_000],
    ['1.2万元', '万元', 1.2],
    ['3亿元', '万元', 30_000],
    ['85％', '%', 85],
    ['百分之八十五', '%', 85],
    ['零', '件', 0],
    ['全年12件', '件', 12],
  ])('reads %s %s as it is', (text, unit, value) => {
    expect(readFigure(text, unit)).toMatchObject({ kind: 'value', value, doubt: null });
  });

  it.each([
    ['约 12 件', 'approximate', 12],
    ['二十余件', 'approximate', 20],
    ['12件左右', 'approximate', 12],
    ['近百件', 'approximate', 100],
    ['无', 'none', 0],
    ['没有', 'none', 0],
    ['12人', 'unit', 12],
  ])('reads %s with the doubt %s', (text, doubt, value) => {
    const cell = readFigure(text, '件');
    // 百 alone is no number that people write out
    if (text === '近百件') expect(cell.kind).toBe('unreadable');
    else expect(cell).toMatchObject({ kind: 'value', value, doubt });
  });

  it.each([
    ['12（其中诉前调解 8 件）', '（其中诉前调解8件）'],
    ['12件，其中诉前 8 件', '，其中诉前8件'],
    ['12，同比增长5%', '，同比增长5%'],
  ])('keeps what goes with the number in %s', (text, extra) => {
    expect(readFigure(text, '件')).toEqual({
      kind: 'value',
      value: 12,
      extra,
      doubt: null,
      unit: '',
    });
  });

  it.each(['12 15', '12\n15', '12\u00a015', '12①', '①12', '12²', '½', '9'.repeat(20)])(
    'never makes one number of two: %j',
    (text) => expect(readFigure(text, '件')).toEqual({ kind: 'unreadable' }),
  );

  it.each(['9'.repeat(400), '3千', '八成', '一半'])('takes no part of %s for the whole', (text) =>
    expect(readFigure(text, '件')).toEqual({ kind: 'unreadable' }),
  );

  it.each(['/', '—', '12-15', '三四次', '见附件', '一季度3件，二季度4件', '12/15', '-3'])(
    'makes no number of %s',
    (text) => expect(readFigure(text, '件')).toEqual({ kind: 'unreadable' }),
  );

  it.each(['', '  ', '\u3000'])('takes blanks for nothing', (text) => {
    expect(readFigure(text, '件')).toEqual({ kind: 'empty' });
  });

  it('reads back every number as it is printed, with its unit or without', () => {
    const numbers = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(numbers, fc.constantFrom('', '件', '人次', '%'), (raw, unit) => {
        const shown = formatFigure(raw);
        expect(readFigure(shown + unit, unit)).toMatchObject({ value: Number(shown), doubt: null });
      }),
    );
  });

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['empty', 'value', 'unreadable']).toContain(readFigure(text, '件').kind);
      }),
    );
  });
});
