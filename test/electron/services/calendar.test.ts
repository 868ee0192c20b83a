import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../electron/services/write-calendar.ts';
import { createTestServices } from '../../support/test-services.ts';

interface Property {
  readonly name: string;
  readonly value: string;
}

/** Reads a calendar by the letter of RFC 5545: lines, folding, properties. */
function parseCalendar(bytes: Uint8Array): readonly Property[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // a letter split over two lines would not decode alone
    expect(Buffer.from(line, 'utf8').toString('utf8')).not.toContain('\ufffd');
  }
  return text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/gu, '')
    .split('\r\n')
    .map((line) => {
      const match = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/u.exec(line);
      expect(match, line).not.toBeNull();
      return { name: match?.[1] ?? '', value: match?.[2] ?? '' };
    });
}

function valuesOf(properties: readonly Property[], name: string): readonly string[] {
  return properties.filter((one) => one.name === name).map(({ value }) => value);
}

async function writeYear(year: number, deadlines: Readonly<Record<string, string>> = {}) {
  const services = await createTestServices({ today: '2026-11-22' });
  await services.get('settings.set', { change: { deadlines } });
  await services.get('deadlines.calendar', { year });
  const [file] = services.delivered;
  const { template } = await services.get('packs.forYear', { year });
  services.close();
  if (!file) throw new Error('nothing was delivered');
  return { ...file, ids: template.deadlines.map(({ id }) => id) };
}

describe('deadlines as a calendar', () => {
  it('is well formed, with one whole day for each deadline and three reminders', async () => {
    const { fileName, bytes, ids } = await writeYear(2026);
    expect(fileName).toBe('年度报告期限-2026年度.ics');
    expect(ids.length).toBeGreaterThan(1);
    const properties = parseCalendar(bytes);
    expect(valuesOf(properties, 'VERSION')).toEqual(['2.0']);
    expect(valuesOf(properties, 'UID')).toEqual(ids.map((id) => `2026-${id}@nianbao.local`));
    expect(valuesOf(properties, 'TRIGGER')).toEqual(
      ids.flatMap(() => ['-P29DT15H', '-P6DT15H', '-PT15H']),
    );
    const depth = properties.reduce((open, { name }) => {
      if (name === 'BEGIN') return open + 1;
      expect(open).toBeGreaterThan(0);
      return name === 'END' ? open - 1 : open;
    }, 0);
    expect(depth).toBe(0);
  });

  it.each([
    [2026, '20270228', '最迟 2 月 28 日'],
    [2027, '20280229', '最迟 2 月 29 日'],
  ])(
    'puts “before 1 March” of the %s report on the last day in time, and says so',
    async (year, day, words) => {
      const { bytes } = await writeYear(year);
      const properties = parseCalendar(bytes);
      const at = properties.findIndex(({ name, value }) => name === 'DTSTART' && value === day);
      expect(at).toBeGreaterThan(0);
      expect(properties.slice(at).find(({ name }) => name === 'SUMMARY')?.value).toContain(words);
    },
  );

  it('follows the day of the settings', async () => {
    const { ids } = await writeYear(2026);
    const [first = ''] = ids;
    const { bytes } = await writeYear(2026, { [first]: '01-15' });
    const properties = parseCalendar(bytes);
    expect(valuesOf(properties, 'DTSTART')).toContain('20270114');
    expect(valuesOf(properties, 'DESCRIPTION').join()).toContain('由本单位在设置里填写');
  });

  it('gives the same bytes at the same moment, and the same entries at another', async () => {
    const [one, other] = [await writeYear(2026), await writeYear(2026)];
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
    expect(valuesOf(parseCalendar(one.bytes), 'DTSTAMP')[0]).toMatch(/^2026112[12]T\d{6}Z$/u);
  });

  it('keeps signs that mean something to a calendar as they are written', () => {
    const title = '报送，材料;附件,一\\二'.repeat(12);
    const text = writeCalendar(
      [{ uid: 'a', day: '2027-02-28', title, description: '甲\n乙', reminders: [] }],
      new Date('2026-11-22T00:00:00Z'),
    );
    const properties = parseCalendar(Buffer.from(text));
    const read = (value = '') =>
      value.replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    expect(read(valuesOf(properties, 'SUMMARY')[0])).toBe(title);
    expect(read(valuesOf(properties, 'DESCRIPTION')[0])).toBe('甲\n乙');
  });
});
