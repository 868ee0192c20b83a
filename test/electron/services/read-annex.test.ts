import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import {
  noHints,
  plainParagraph,
  type SourceBlock,
  type SourceParagraph,
} from '../../../core/segment/index.ts';
import { ANNEX_LIMIT_BLOCKS, toAnnex } from '../../../electron/services/read-annex.ts';
import { buildDocx, table, words } from '../../support/docx-fixtures.ts';
import { createTestServices } from '../../support/test-services.ts';

const line = (text: string, hints: Partial<SourceParagraph['hints']> = {}, label = '') => ({
  ...plainParagraph(0, text),
  label,
  hints: { ...noHints, ...hints },
});
const big = { align: 'center', sizePt: 22 } as const;
const read = (source: readonly SourceBlock[], name = '附件1：统计表.docx') => {
  const { title, blocks } = toAnnex(name, source, createCountingIds());
  const texts = blocks.map((block) => (block.type === 'table' ? block.rows : block.text));
  return { title, texts };
};

describe('the title of an attachment', () => {
  it('is its own title line, below 附件1', () => {
    const source = [line('附件 1'), line('行政执法数据统计表', big), line('单位：件')];
    expect(read(source)).toEqual({ title: '行政执法数据统计表', texts: ['单位：件'] });
  });

  it('is what stands behind 附件1 on its line', () => {
    expect(read([line('附件2：决策事项目录'), line('一、事项')])).toEqual({
      title: '决策事项目录',
      texts: ['一、事项'],
    });
  });

  it('is put together where it was broken by hand', () => {
    const source = [line('2025年度青石镇', big), line('行政执法数据统计表', big), line('正文。')];
    expect(read(source).title).toBe('2025年度青石镇行政执法数据统计表');
  });

  it('is the name of the file where its pages say none, and then nothing is taken from them', () => {
    const source = [line('各村（社区）要把学法用法列入计划。'), line('第二段。')];
    expect(read(source, '附件3-学法计划.doc')).toEqual({
      title: '学法计划',
      texts: ['各村（社区）要把学法用法列入计划。', '第二段。'],
    });
    expect(read([], '附件1.docx').title).toBe('附件');
  });

  it('is no numbered line, no sentence and no table', () => {
    const rows = { kind: 'table', line: 0, rows: [['甲']] } as const;
    expect(read([rows]).title).toBe('统计表');
    expect(read([line('基本情况', {}, '一、')]).title).toBe('统计表');
    expect(read([line('附件材料已经备齐。')]).title).toBe('统计表');
  });
});

describe('the pages of an attachment', () => {
  it('are every paragraph and table in order, with automatic numbers and whole rows', () => {
    const source: readonly SourceBlock[] = [
      line('统计表', big),
      line('基本情况', {}, '一、'),
      line('  '),
      line('第一行\n第二行'),
      { kind: 'table', line: 4, rows: [['甲', '乙'], ['丙']] },
    ];
    expect(read(source).texts).toEqual([
      '一、基本情况',
      '第一行',
      '第二行',
      [
        ['甲', '乙'],
        ['丙', ''],
      ],
    ]);
  });

  it('are read from a file of any kind, and are not public until somebody says so', async () => {
    const { get } = await createTestServices();
    const file = (name: string, bytes: Uint8Array) =>
      get('filing.readAnnex', { name, base64: Buffer.from(bytes).toString('base64') });
    const cells = [
      [words('事项'), words('件数')],
      [words('处罚'), words('12')],
    ];
    const docx = buildDocx({
      body: words('附件1') + words('统计表', '<w:jc w:val="center"/>') + table(cells),
    });
    const { annex, notices } = await file('附件1.docx', docx);
    expect(annex).toMatchObject({ title: '统计表', isPublic: false });
    expect(annex.blocks).toMatchObject([
      {
        rows: [
          ['事项', '件数'],
          ['处罚', '12'],
        ],
      },
    ]);
    expect(notices).toEqual([]);
    const text = await file('附件2 目录.txt', Buffer.from('第一项内容。\n第二项内容。'));
    expect(text.annex.title).toBe('目录');
    expect(text.annex.blocks).toHaveLength(2);
  });

  it('are no more than an attachment holds, and no file that cannot be read', async () => {
    const { call } = await createTestServices();
    const text = Array.from({ length: ANNEX_LIMIT_BLOCKS + 2 }, (_, at) => `第${at}行内容。`);
    const base64 = Buffer.from(text.join('\n')).toString('base64');
    expect(await call('filing.readAnnex', { name: '长.txt', base64 })).toMatchObject({
      ok: false,
      error: { code: 'annex/too-long', name: '长.txt', limit: ANNEX_LIMIT_BLOCKS },
    });
    expect(await call('filing.readAnnex', { name: '空.docx', base64: '' })).toMatchObject({
      ok: false,
      error: { code: 'import/empty' },
    });
  });
});
