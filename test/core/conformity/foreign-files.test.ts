import { describe, expect, test } from 'vitest';
import { standardLayout } from '../../../core/layout/index.ts';
import { certifyBytes, listDepartures, listWrong } from './certifying.ts';
import { numberedInWps, typedInWord } from './foreign-files.ts';

describe('a report typed in Word', () => {
  const certificate = certifyBytes(typedInWord());

  test('has every departure named, and nothing that is right', () => {
    expect(listWrong(certificate).toSorted()).toEqual(
      [
        'margins',
        'pitch',
        'characters',
        'face-title',
        'face-section',
        'marks',
        'bold',
        'color',
        'addressee',
        'headings',
        'numbering',
        'signature',
        'date-form',
        'page-number',
      ].toSorted(),
    );
    expect(listDepartures(certificate)).toMatchObject({
      'face-title': '字体是宋体，应为方正小标宋简体',
      'date-form': '写作“2026年01月05日”',
      numbering: '编号是“（三）”，前后不连续，应为“（二）”',
      color: '文字是 #2E74B5 色，应为黑色',
    });
  });

  test('has 仿宋 for 仿宋_GB2312 and Times New Roman digits as remarks only', () => {
    const verdicts = new Map(certificate.items.map(({ id, verdict }) => [id, verdict]));
    expect([verdicts.get('face-text'), verdicts.get('digits'), verdicts.get('indents')]).toEqual([
      'remark',
      'remark',
      'remark',
    ]);
  });

  test('tells each place by page and words, the first three of a kind and a count', () => {
    const pitch = certificate.items.find(({ id }) => id === 'pitch');
    expect(pitch?.departures.slice(0, 4)).toEqual([
      {
        place: '主送机关第 1 页“云岭县人民政府:”',
        page: 1,
        measured: '行距是固定值 28 磅，应为 28.95 磅',
      },
      expect.objectContaining({ place: '正文第 1 页“2025年，枫林街道推进依法……”' }),
      expect.objectContaining({ place: '一级标题第 1 页“一、主要举措和成效”' }),
      expect.objectContaining({ place: '另有 5 处', page: null }),
    ]);
    expect(pitch?.clause).toBe('GB/T 9704-2012 5.2.3');
    const told = certificate.items.flatMap(({ departures }) => departures);
    expect(told.length).toBeLessThan(60);
  });
});

test('an official paper of WPS has its number, rule, date and imprint named', () => {
  const departures = listDepartures(certifyBytes(numberedInWps(), standardLayout('official')));
  expect(departures).toMatchObject({
    number: '写作“青政（2026）3号”',
    'red-rule': '没有红色分隔线',
    'date-form': '写作“二〇二六年一月八日”',
    'face-title': '字体是方正小标宋_GBK，与方正小标宋简体同类',
  });
  expect(departures['imprint']).toContain('版记没有分隔线');
  expect(departures['numbering']).toBeUndefined();
});

test('the same face by its own name is right where the layout names it', () => {
  const layout = standardLayout('plain', 'system');
  const { items } = certifyBytes(typedInWord(), layout);
  expect(items.find(({ id }) => id === 'face-text')?.verdict).toBe('right');
});

test('a damaged file gives a certificate that says so', () => {
  const certificate = certifyBytes(new TextEncoder().encode('PK\u0003\u0004 no zip'));
  expect(certificate.isRight).toBe(false);
  expect(certificate.items.find(({ id }) => id === 'xml')?.verdict).toBe('wrong');
});
