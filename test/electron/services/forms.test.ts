import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSchemaErrors } from '../../support/docx-validator.ts';
import { dropControls, editDocument, type Filling, fillForm } from '../../support/fill-form.ts';
import { bridge, createCountyFolder, lantern } from '../../support/form-services.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';
import { convert, hasSoffice } from '../docx/read/soffice.ts';

const year = 2026;
const name = '征集表-司法所-2026年度.docx';
const filling: Filling = {
  answers: {
    [bridge.question]: '全年开设12期，\n调处率保持良好。',
    [lantern.question]: '讲课6场，老人居多。',
  },
  figures: { 石桥点调处件数: ['约 12 件', '不含村级'], 石桥点调处成功率: ['98％'] },
  other: '另附照片三张。',
};

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('forms for the offices', () => {
  let services: TestServices;
  let blank: Uint8Array;
  beforeEach(async () => {
    services = await createTestServices({ dataFolder: createCountyFolder(), today: '2026-11-22' });
    await services.get('settings.set', { change: { issuers: ['青石镇人民政府'] } });
    await services.get('forms.export', {
      year,
      returnBy: '2027-01-10',
      contact: '党政办公室 王芳',
    });
    blank = services.delivered.find(({ fileName }) => fileName === name)?.bytes ?? new Uint8Array();
  });
  afterEach(() => services.close());

  const read = (bytes: Uint8Array, fileName = name) =>
    services.get('forms.read', { name: fileName, base64: toBase64(bytes) });
  const keep = async (bytes: Uint8Array) => {
    const { form } = await read(bytes);
    return services.get('forms.keep', { form, file: { name, base64: toBase64(bytes) } });
  };
  const listOwn = async () => {
    const materials = await services.get('materials.list', { year });
    const own = materials.filter(
      ({ itemIds, title }) =>
        itemIds.some((id) => id.startsWith('yunling')) || /其他内容/u.test(title),
    );
    return own
      .map(({ text, itemIds }) => [itemIds.join(), text] as const)
      .toSorted(([a], [b]) => a.localeCompare(b));
  };

  it('are sound Word documents, one for each office that is asked something', async () => {
    const names = services.delivered.map(({ fileName }) => fileName);
    expect(names).toContain(name);
    expect(new Set(names).size).toBe(names.length);
    expect(await listSchemaErrors(blank)).toEqual([]);
  });

  it('come back blank without a doubt and without a word', async () => {
    for (const { fileName, bytes } of services.delivered) {
      const { form, doubts } = await read(bytes, fileName);
      expect([fileName, doubts, form.rest, form.figures]).toEqual([fileName, [], [], []]);
      expect(form.answers.every(({ itemId, text }) => itemId !== null && text === '')).toBe(true);
    }
  });

  it('give answers, figures and everything else', async () => {
    const { form, doubts } = await read(fillForm(blank, filling));
    expect([form.year, form.department]).toEqual([year, '司法所']);
    expect(form.answers.filter(({ text }) => text !== '')).toEqual([
      {
        itemId: 'yunling-bridge',
        question: bridge.question,
        text: '全年开设12期，\n调处率保持良好。',
      },
      { itemId: 'yunling-lantern', question: lantern.question, text: '讲课6场，老人居多。' },
    ]);
    expect(form.figures).toEqual([
      { figureId: 'bridge-cases', value: 12, note: '原文：约 12 件；不含村级' },
      { figureId: 'bridge-rate', value: 98, note: '' },
    ]);
    expect(form.rest).toEqual(['另附照片三张。']);
    expect(doubts.map(({ kind, figureId }) => [kind, figureId])).toEqual([
      ['figure-unreadable', 'bridge-cases'],
    ]);
  });

  it('read the same where the program that filled them dropped every control', async () => {
    const filled = fillForm(blank, filling);
    const [marked, plain] = [await read(filled), await read(dropControls(filled))];
    expect(plain.form.answers).toEqual(marked.form.answers);
    expect(plain.form.figures).toEqual(marked.form.figures);
    // the facts printed at the head are no longer known for printed
    expect(plain.form.rest).toEqual([
      '返回时限：2027 年 1 月 10 日',
      '报送至：党政办公室 王芳',
      '另附照片三张。',
    ]);
  });

  it('say that a comment was not read, so that nobody takes the words for all', async () => {
    const commented = editDocument(fillForm(blank, filling), (xml) =>
      xml.replace(
        '另附照片三张。</w:t></w:r>',
        '另附照片三张。</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>',
      ),
    );
    const { form } = await read(commented);
    expect(form.rest).toEqual([
      '另附照片三张。',
      expect.stringMatching(/^表里还有内容要看原件：没有读入 1 .*批注/u),
    ]);
  });

  it('take the raised sign of a note for no digit', async () => {
    const raise = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>';
    const filled = fillForm(blank, { figures: { 石桥点调处件数: ['12'] } });
    const noted = editDocument(filled, (xml) =>
      xml.replace(/(<w:r>(?:(?!<w:r>).)*>12<\/w:t><\/w:r>)/su, `$1${raise}`),
    );
    const { form, doubts } = await read(noted);
    expect(form.figures).toEqual([{ figureId: 'bridge-cases', value: null, note: '原文：12²' }]);
    expect(doubts.map(({ kind }) => kind)).toEqual(['figure-unreadable']);
  });

  it('know an altered question by its control', async () => {
    const altered = editDocument(fillForm(blank, filling), (xml) =>
      xml.replace(bridge.question, '石桥点今年怎么样？'),
    );
    const { form, doubts } = await read(altered);
    expect(form.answers.find(({ itemId }) => itemId === 'yunling-bridge')?.question).toBe(
      '石桥点今年怎么样？',
    );
    const doubt = doubts.find(({ kind }) => kind === 'question-altered');
    expect(doubt?.message).toMatch(
      new RegExp(
        `^第 \\d+ 题的题目被改过：原题是“${bridge.question}”，现在是“石桥点今年怎么样？”。$`,
        'u',
      ),
    );
  });

  const soffice = hasSoffice('reading forms that LibreOffice saved');
  it.skipIf(!soffice)(
    'read the same after LibreOffice saved them again',
    { timeout: 120_000 },
    async () => {
      const filled = fillForm(blank, filling);
      const wanted = await read(filled);
      const [docx = new Uint8Array()] = convert([filled], 'docx', 'docx');
      const saved = await read(docx);
      expect(saved.doubts).toEqual(wanted.doubts);
      expect(saved.form.answers).toEqual(wanted.form.answers);
      expect(saved.form.figures).toEqual(wanted.form.figures);
      expect(saved.form.rest).toEqual(expect.arrayContaining([...wanted.form.rest]));
      // bookmarks outlive the controls
      const reworded = editDocument(filled, (xml) =>
        xml.replace(bridge.question, '石桥点怎么样？'),
      );
      const [again = new Uint8Array()] = convert([reworded], 'docx', 'docx');
      const known = (await read(again)).form.answers.find(({ text }) => text.startsWith('全年'));
      expect(known).toMatchObject({ itemId: 'yunling-bridge', question: '石桥点怎么样？' });
      const [doc = new Uint8Array()] = convert([filled], 'docx', 'doc');
      const old = await read(doc, '征集表-司法所-2026年度.wps');
      expect(old.form.answers).toEqual(wanted.form.answers);
      expect(old.form.figures).toEqual(wanted.form.figures);
      const [txt = new Uint8Array()] = convert([filled], 'docx', 'txt:Text (encoded):UTF8');
      const plain = await read(txt, '征集表.txt');
      expect([plain.form.year, plain.form.department]).toEqual([year, '司法所']);
      const words = plain.form.answers.find(({ itemId }) => itemId === 'yunling-lantern')?.text;
      expect(words).toContain('讲课6场，老人居多。');
    },
  );

  it('are told from any other file', async () => {
    const refusal = async (fileName: string, bytes: Uint8Array) => {
      const result = await services.call('forms.read', { name: fileName, base64: toBase64(bytes) });
      return result.ok ? 'read' : result.error.code;
    };
    expect(await refusal('总结.txt', Buffer.from('2026年工作总结\n一、主要工作'))).toBe(
      'form/not-a-form',
    );
    expect(await refusal('扫描.pdf', Buffer.from('%PDF-1.7\n1 0 obj'))).toBe('form/not-a-form');
    expect(await refusal('空.docx', new Uint8Array())).toBe('import/empty');
    expect(await refusal(name, blank.subarray(0, blank.length / 2))).toBe('import/damaged');
    const locked = Uint8Array.from(blank);
    for (let at = 0; at < locked.length - 46; at += 1) {
      const isCentral =
        locked[at] === 0x50 &&
        locked[at + 1] === 0x4b &&
        locked[at + 2] === 1 &&
        locked[at + 3] === 2;
      if (isCentral) locked[at + 8] = (locked[at + 8] ?? 0) | 1;
    }
    expect(await refusal(name, locked)).toBe('import/encrypted');
  });

  it('become materials of their questions and values of the ledger', async () => {
    const kept = await keep(fillForm(blank, filling));
    expect(kept.figures).toBe(2);
    expect(kept.materialIds).toHaveLength(3);
    expect(await listOwn()).toEqual([
      ['', '另附照片三张。'],
      ['yunling-bridge', '全年开设12期，\n调处率保持良好。'],
      ['yunling-lantern', '讲课6场，老人居多。'],
    ]);
    const materials = await services.get('materials.list', { year });
    expect(
      materials.every(
        (one) => one.kind === 'form' && one.department === '司法所' && one.fileName === name,
      ),
    ).toBe(true);
    const home = materials.find(({ itemIds }) => itemIds.includes('yunling-bridge'))?.id;
    const ledger = await services.get('ledger.list', { year });
    expect(
      ledger.map(({ figureId, department, value, materialId }) => [
        figureId,
        department,
        value,
        materialId,
      ]),
    ).toEqual([
      ['bridge-cases', '司法所', 12, home],
      ['bridge-rate', '司法所', 98, home],
    ]);
  });

  it('kept twice are kept once', async () => {
    const filled = fillForm(blank, filling);
    const [first, second] = [await keep(filled), await keep(filled)];
    expect(second).toEqual(first);
    expect(await services.get('materials.list', { year })).toHaveLength(3);
    expect(await services.get('ledger.list', { year })).toHaveLength(2);
  });

  it('corrected and kept again take the place of what was said before, which can be brought back', async () => {
    const first = await keep(fillForm(blank, filling));
    await keep(
      fillForm(blank, {
        answers: { [lantern.question]: '讲课7场。' },
        figures: { 石桥点调处件数: ['13'] },
      }),
    );
    expect(await listOwn()).toEqual([
      ['', '另附照片三张。'],
      ['yunling-bridge', '全年开设12期，\n调处率保持良好。'],
      ['yunling-lantern', '讲课7场。'],
    ]);
    const ledger = await services.get('ledger.list', { year });
    expect(ledger.map(({ figureId, value }) => [figureId, value])).toEqual([
      ['bridge-cases', 13],
      ['bridge-rate', 98],
    ]);
    for (const materialId of first.materialIds)
      await services.get('materials.restore', { materialId });
    expect((await listOwn()).map(([, text]) => text)).toContain('讲课6场，老人居多。');
  });

  it('of another office stand beside', async () => {
    const filled = fillForm(blank, filling);
    await keep(filled);
    const { form } = await read(filled);
    const other = { ...form, department: '党政办公室' };
    await services.get('forms.keep', { form: other, file: { name, base64: toBase64(filled) } });
    expect(await services.get('materials.list', { year })).toHaveLength(6);
    expect(await services.get('ledger.list', { year })).toHaveLength(4);
  });

  it('keep what stands in a figure’s place without being a number among the other words', async () => {
    await keep(fillForm(blank, { figures: { 石桥点调处件数: ['见附表'] } }));
    expect(await services.get('ledger.list', { year })).toEqual([]);
    expect(await listOwn()).toEqual([['', '石桥点调处件数：原文：见附表']]);
  });

  it('keep every word of what is longer than a material may be', async () => {
    const { form } = await read(fillForm(blank, filling));
    const rest = Array.from({ length: 8 }, (_, at) => `${at}${'字'.repeat(99_000)}`);
    const file = { name, base64: toBase64(blank) };
    const { materialIds } = await services.get('forms.keep', { form: { ...form, rest }, file });
    const texts = await Promise.all(
      materialIds.map(async (materialId) => {
        const { material } = await services.get('materials.read', { materialId });
        expect(material.text.length).toBeLessThanOrEqual(300_000);
        return material.text;
      }),
    );
    expect(texts.join('')).toContain(rest.join('\n'));
  });

  it('ask what the kind of unit is asked that the writer named', async () => {
    const questionsOf = async () => {
      await services.get('forms.export', { year });
      return services.delivered.filter(({ fileName }) => fileName === name).at(-1)?.bytes;
    };
    const words = async () => {
      const reading = await read((await questionsOf()) ?? new Uint8Array());
      return reading.form.answers.map(({ question }) => question).join();
    };
    expect(await words()).not.toContain('党工委');
    await services.get('settings.set', { change: { unitKind: 'subdistrict' } });
    expect(await words()).toContain('党工委');
  });

  it('keep nothing at all where one figure is none that is asked for', async () => {
    const { form } = await read(fillForm(blank, filling));
    const broken = { ...form, figures: [{ figureId: 'nobody-asks', value: 1, note: '' }] };
    const result = await services.call('forms.keep', { form: broken, file: { name, base64: '' } });
    expect(result).toMatchObject({ error: { code: 'input/invalid' } });
    expect(await services.get('materials.list', { year })).toEqual([]);
  });

  it('show next year what the office gave this year', async () => {
    await keep(fillForm(blank, filling));
    await services.get('forms.export', { year: year + 1 });
    const next = services.delivered.find(
      ({ fileName }) => fileName === '征集表-司法所-2027年度.docx',
    );
    let seen = '';
    editDocument(next?.bytes ?? new Uint8Array(), (xml) => {
      seen = xml;
      return xml;
    });
    expect(seen).toContain('nb:l:bridge-cases:12');
  });
});

describe('the ledger', () => {
  it('takes values that are typed, changes them and takes them back', async () => {
    const services = await createTestServices({ dataFolder: createCountyFolder() });
    const key = { year, figureId: 'bridge-cases', department: '司法所' };
    const values = async () =>
      (await services.get('ledger.list', { year })).map(({ value, note }) => [value, note]);
    await services.get('ledger.set', { ...key, value: 3, note: '' });
    await services.get('ledger.set', { ...key, value: 4, note: '更正' });
    expect(await values()).toEqual([[4, '更正']]);
    await services.get('ledger.set', { ...key, value: null, note: '' });
    expect(await values()).toEqual([]);
    const unknown = await services.call('ledger.set', {
      ...key,
      figureId: 'nobody',
      value: 1,
      note: '',
    });
    expect(unknown).toMatchObject({ error: { code: 'input/invalid', path: 'figureId' } });
    services.close();
  });
});
