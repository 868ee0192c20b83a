import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../electron/docx/read/index.ts';
import { paragraphsOf, printed, readBytes, refusalOf } from './reading.ts';

function page(body: string): Uint8Array {
  return Buffer.from(
    `<!DOCTYPE html><html><head><title>栏目</title><style>p{}</style></head><body>${body}</body></html>`,
  );
}

async function linesOf(body: string): Promise<readonly string[]> {
  return printed(await readBytes(page(body)));
}

describe('a web page', () => {
  test('gives a paragraph a block, and one a line break', async () => {
    expect(await linesOf('<h1>报告</h1><div>一、成效<br>二、不足</div><p>正文</p>尾')).toEqual([
      '报告',
      '一、成效',
      '二、不足',
      '正文',
      '尾',
    ]);
  });

  test.each([
    ['<math><mi>甲</mi></math>', 'formula'],
    ['<svg><text>图中的字</text></svg>', 'embedded'],
    ['<object>另存的字</object>', 'embedded'],
    ['<textarea>留言</textarea>', 'embedded'],
    ['<ruby>汉<rt>注音</rt></ruby>', 'hidden'],
    ['<table><tr><td>1</td><td><textarea>留言</textarea>2</td></tr></table>', 'embedded'],
  ])('tells of words it leaves out: %s', async (element, what) => {
    const { notices } = await readBytes(page(`<p>正文</p>${element}`));
    expect(notices).toEqual([{ code: 'read/left-out', what, count: 1 }]);
    expect(
      (await readBytes(page('<p>正文<svg></svg><select><option>省</select></p>'))).notices,
    ).toEqual([]);
  });

  test('has entities for letters and blanks for layout', async () => {
    expect(await linesOf('<p>　　&nbsp;&ldquo;放管服&rdquo;&amp;改革\n  推进 A\n B　</p>')).toEqual(
      ['“放管服”&改革推进 A B'],
    );
  });

  test('says nothing of scripts, styles and hidden parts', async () => {
    const source = await readBytes(
      page(
        '<script>var 甲=1</script><style>乙</style><p style="display:none">丙</p><p>正文<img src="a.png"></p>',
      ),
    );
    expect(printed(source)).toEqual(['正文']);
    expect(source.notices).toEqual([
      { code: 'read/left-out', what: 'picture', count: 1 },
      { code: 'read/left-out', what: 'hidden', count: 1 },
    ]);
  });

  test('keeps navigation that is words, for the reader to judge', async () => {
    expect(await linesOf('<nav><a href="/">首页</a></nav><p>正文</p>')).toEqual(['首页', '正文']);
  });

  test('keeps a table of figures and takes a layout table apart', async () => {
    const figures =
      '<table><tr><th>事项</th><th>件数</th></tr><tr><td colspan="2">无</td></tr></table>';
    const { blocks } = await readBytes(page(figures));
    expect(blocks).toMatchObject([
      {
        kind: 'table',
        rows: [
          ['事项', '件数'],
          ['无', ''],
        ],
      },
    ]);
    const prose = `<p>${'长文。'.repeat(90)}</p><p>第二段</p>`;
    const layout = `<table><tr><td>左栏</td><td>${prose}</td></tr></table>`;
    expect(await linesOf(layout)).toEqual(['左栏', '长文。'.repeat(90), '第二段']);
  });

  test('gives hints by headings, bold and place, and the numbers of ordered lists', async () => {
    const source = await readBytes(
      page(
        '<h2>二级</h2><p style="text-align:center"><b>标题。</b>正文</p><ol start="3"><li>甲</li><li>乙</li></ol>',
      ),
    );
    expect(paragraphsOf(source)).toMatchObject([
      { text: '二级', hints: { outlineLevel: 2, bold: true } },
      { text: '标题。正文', hints: { boldLead: 3, align: 'center' } },
      { text: '甲', label: '3.' },
      { text: '乙', label: '4.' },
    ]);
  });

  test('is known without its frame, in GBK, and whatever its name says', async () => {
    expect(printed(await readBytes(Buffer.from('\n<p>正文</p>')))).toEqual(['正文']);
    const gbk = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
      Uint8Array.of(0xd2, 0xbb, 0xd0, 0xa9),
      Buffer.from('</p></body></html>'),
    ]);
    const source = await readBytes(gbk);
    expect(printed(source)).toEqual(['一些']);
    expect(source.notices).toEqual([{ code: 'read/decoded-as', encoding: 'GB18030' }]);
  });

  test('that nests without end is refused', async () => {
    expect(await refusalOf(page('<b>'.repeat(100_000)))).toBe('import/suspicious');
    expect(await refusalOf(page('<div>'.repeat(100_000)))).toBe('import/suspicious');
  });

  test('that is built to cost time is refused or read in time', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ');
    expect(await refusalOf(page(`<p ${attributes}>正文</p>`))).toBe('import/suspicious');
    expect(printed(await readBytes(Buffer.from(`${'<!---->'.repeat(500)}<p>正文</p>`)))).toEqual([
      '正文',
    ]);
    expect(await linesOf(`<ol>${'<li>甲'.repeat(5000)}</ol>`)).toHaveLength(5000);
  });
});

/** GBK bytes of hanzi that TextDecoder knows. */
function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]),
  );
}

describe('a saved page of a government site', () => {
  const body = `<body><div style="display:none">统计代码</div><table width="1000" align="center"><tr><td colspan=2>首页 &gt; 政务公开</td></tr>
<tr><td><table><tr><td>栏目</td></tr></table></td><td><table><tr><td align="center"><font size="5"><b>青石镇2025年度法治政府建设情况报告</b></font></td></tr>
<tr><td><div id="zoom">&nbsp;&nbsp;&nbsp;&nbsp;一、主要举措和成效<br><br/>
　　全年审查规范性文件三件，<br>　　开展执法检查六次。<br />&nbsp;&nbsp;（一）学习
</div></td></tr></table></td></tr><tr><td colspan="2">主办：青石镇人民政府</td></tr></table><script>document.write('甲')</script><noscript>乙</noscript><!-- 丙 --></body>`;
  const expected = [
    '首页 > 政务公开',
    '栏目',
    '青石镇2025年度法治政府建设情况报告',
    '一、主要举措和成效',
    '全年审查规范性文件三件，',
    '开展执法检查六次。',
    '（一）学习',
    '主办：青石镇人民政府',
  ];

  test.each([
    [
      'says gb2312 in its head',
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    ],
    ['says nothing of its code', ''],
  ])(
    'gives a line a paragraph through tables that only lay it out, when it %s',
    async (_, meta) => {
      const bytes = toGbk(`<html><head>${meta}<style>p{}</style></head>${body}</html>`);
      const source = await readBytes(bytes);
      expect(printed(source)).toEqual(expected);
      expect(source.notices).toEqual([
        { code: 'read/decoded-as', encoding: 'GB18030' },
        { code: 'read/left-out', what: 'hidden', count: 1 },
      ]);
    },
  );

  test('saved anew as UTF-8 reads although it still says gb2312', async () => {
    const meta = '<meta charset="gb2312">';
    const source = await readBytes(Buffer.from(`\ufeff<html><head>${meta}</head>${body}</html>`));
    expect(printed(source)).toEqual(expected);
  });

  test('named .doc, as export buttons of such sites name it, is a page', async () => {
    const result = await readSource('报告.doc', Buffer.from(`<html>${body}</html>`));
    expect(result.ok && printed(result.value)).toEqual(expected);
  });
});
