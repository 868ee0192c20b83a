import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBankCard, isIdCard, passesLuhn } from '../../../core/disclosure/index.ts';
import { findStructure, foldWidth } from '../../../core/disclosure/structures.ts';

const found = (text: string, structure: Parameters<typeof findStructure>[1]) =>
  findStructure(foldWidth(text), structure).map(({ start, end }) => text.slice(start, end));

describe('the number of an identity card', () => {
  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['110105194912310021', false],
    ['110105491231002', true],
    ['110105199913310020', false],
    ['010105194912310021', false],
    ['123456', false],
  ])('%s: %s', (number, isCard) => {
    expect(isIdCard(number)).toBe(isCard);
  });

  test('is one only with its own check sign', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 1900, max: 2024 }), (last, year) => {
        const head = `110105${year}0615${last.join('')}`;
        const sum = weights.reduce((all, weight, at) => all + weight * Number(head[at]), 0);
        const right = '10X98765432'[sum % 11];
        const valid = [...'0123456789X'].filter((sign) => isIdCard(head + sign));
        expect(valid).toEqual([right]);
      }),
    );
  });
});

describe('the number of a bank card', () => {
  test('has its check digit', () => {
    expect(isBankCard('6222021234567890128')).toBe(true);
    expect(isBankCard('6222 0212 3456 7890 128')).toBe(true);
    expect(isBankCard('6222021234567890127')).toBe(false);
    expect(isBankCard('1234567890123456')).toBe(false);
  });

  test('one changed digit is always noticed', () => {
    const digits = fc.stringMatching(/^\d{15}$/u);
    fc.assert(
      fc.property(digits, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (head, at, by) => {
        const last = [...'0123456789'].find((digit) => passesLuhn(head + digit)) ?? '';
        const number = head + last;
        const other = String((Number(number[at]) + by) % 10);
        expect(passesLuhn(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('what has a structure is found in a text', () => {
  test.each([
    ['phone', '联系人13912345678。', ['13912345678']],
    [
      'phone',
      '电话138 0013 8000、１３９１２３４５６７８',
      ['１３９１２３４５６７８', '138 0013 8000'],
    ],
    ['phone', '编号2013912345678901，金额13912345678.50元', []],
    ['landline', '电话：0712-6543210；传真6543210', ['0712-6543210', '6543210']],
    ['landline', '12345热线、12348热线', []],
    ['id-card', '身份证110105194912310021', []],
    [
      'id-card',
      '身份证１１０１０５１９４９１２３１００２Ｘ',
      ['１１０１０５１９４９１２３１００２Ｘ'],
    ],
    ['bank-card', '卡号6222021234567890128', ['6222021234567890128']],
    ['plate', '车辆云A·12345、川AD12345', ['云A·12345', '川AD12345']],
    ['plate', 'ISO9001、A4纸、云计算', []],
    ['email', '邮箱 wang_m@example.com.cn。', ['wang_m@example.com.cn']],
    ['network-address', '登录http://10.1.2.3:80/oa', ['http://10.1.2.3:80/oa']],
    ['network-address', '见https://www.example.gov.cn/zfxx', []],
    ['network-address', '见http://oa/login', ['http://oa/login']],
  ] as const)('%s in %s', (structure, text, expected) => {
    expect(found(text, structure)).toEqual(expected);
  });

  test('letters keep their places when their width is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(text)).toHaveLength(text.length);
      }),
    );
  });
});
