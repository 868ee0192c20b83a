import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { standardLayout } from '../../../core/layout/index.ts';
import { writeDocx } from '../../../electron/docx/write/index.ts';
import { changePart } from '../../electron/docx/inspect/changed.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyBytes, fullFacts, listDepartures, writings } from './certifying.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const CORE = 'docProps/core.xml';

/** Changes one property of one style. */
function inStyle(id: string, change: (style: string) => string): (xml: string) => string {
  return (xml) => {
    const begin = xml.indexOf(`w:styleId="${id}"`);
    const end = xml.indexOf('</w:style>', begin);
    return xml.slice(0, begin) + change(xml.slice(begin, end)) + xml.slice(end);
  };
}

const replace =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to);

interface Mutation {
  readonly name: string;
  readonly part: string;
  readonly change: (xml: string) => string;
  /** The items that are no longer right, with words of what was measured. */
  readonly found: Readonly<Record<string, RegExp>>;
}

const mutations: readonly Mutation[] = [
  {
    name: 'a top margin of 25.4 mm',
    part: DOCUMENT,
    change: replace('w:top="2098"', 'w:top="1440"'),
    found: { margins: /上边距是 25\.4 毫米，应为 37 毫米/u, 'text-block': /./u },
  },
  {
    name: 'letter paper',
    part: DOCUMENT,
    change: replace(/<w:pgSz [^>]*>/u, '<w:pgSz w:w="12240" w:h="15840"/>'),
    // what stands at the right edge stands elsewhere on other paper
    found: { paper: /215\.9 × 279\.4 毫米/u, 'text-block': /./u, signature: /./u },
  },
  {
    name: 'a grid of 15.6 pt',
    part: DOCUMENT,
    change: replace('w:linePitch="579"', 'w:linePitch="312"'),
    found: { pitch: /应为 28\.95 磅/u },
  },
  {
    name: 'wider characters',
    part: STYLES,
    change: inStyle('Normal', replace(/w:spacing w:val="-5"/u, 'w:spacing w:val="10"')),
    found: { characters: /26 字|27 字/u },
  },
  {
    name: 'text in 宋体',
    part: STYLES,
    change: inStyle('BodyText', (style) => `${style}<w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>`),
    found: { 'face-text': /字体是宋体，应为仿宋_GB2312/u },
  },
  {
    name: 'headings of level 1 in 宋体',
    part: STYLES,
    change: inStyle('Heading1', (style) => style.replaceAll('黑体', '宋体')),
    found: { 'face-part': /字体是宋体，应为黑体/u },
  },
  {
    name: 'a title in 宋体',
    part: STYLES,
    change: inStyle('Title', (style) => style.replaceAll('方正小标宋简体', '宋体')),
    found: { 'face-title': /字体是宋体，应为方正小标宋简体/u },
  },
  {
    name: 'a face of the same kind',
    part: STYLES,
    change: inStyle('Title', (style) => style.replaceAll('方正小标宋简体', '方正小标宋_GBK')),
    found: { 'face-title': /与方正小标宋简体同类/u },
  },
  {
    name: 'a title of 二号 less two points',
    part: STYLES,
    change: inStyle('Title', (style) => style.replace('w:sz w:val="44"', 'w:sz w:val="40"')),
    found: { sizes: /字号是 20 磅，应为 二号（22 磅）/u },
  },
  {
    name: 'bold headings of level 2',
    part: STYLES,
    change: inStyle('Heading2', (style) => style.replace('<w:b w:val="0"/>', '<w:b/>')),
    found: { bold: /加粗了，应不加粗/u },
  },
  {
    name: 'blue headings',
    part: STYLES,
    change: inStyle('Heading1', (style) =>
      style.replace('w:color w:val="000000"', 'w:color w:val="2E74B5"'),
    ),
    found: { color: /#2E74B5 色，应为黑色/u },
  },
  {
    name: 'text without indent',
    part: STYLES,
    change: inStyle('BodyText', (style) => style.replace(/<w:ind [^>]*>/u, '')),
    found: { indents: /首行空 0 字，应空 2 字/u },
  },
  {
    name: 'a heading that is none',
    part: DOCUMENT,
    change: replace('w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading2"'),
    found: { headings: /大纲级别是 2，应为 1/u, 'face-part': /字体是楷体/u },
  },
  {
    name: 'no 避头尾',
    part: STYLES,
    change: inStyle('Normal', (style) =>
      style.replace('w:kinsoku w:val="1"', 'w:kinsoku w:val="0"'),
    ),
    found: { kinsoku: /没有打开/u },
  },
  {
    name: 'a title at the left',
    part: STYLES,
    change: inStyle('Title', (style) => style.replace('w:jc w:val="center"', 'w:jc w:val="left"')),
    found: { title: /没有居中/u },
  },
  {
    name: 'a half-width colon',
    part: DOCUMENT,
    change: replace('云溪县人民政府：', '云溪县人民政府:'),
    found: { addressee: /末尾没有全角冒号/u },
  },
  {
    name: 'one number left out',
    part: DOCUMENT,
    change: replace(/>二、/u, '>三、'),
    found: { numbering: /编号是“三、”，前后不连续，应为“二、”/u },
  },
  {
    name: 'both page numbers at the right',
    part: 'word/footer2.xml',
    change: (xml) =>
      xml.includes('w:jc w:val="left"')
        ? xml.replace('w:jc w:val="left"', 'w:jc w:val="right"')
        : xml.replace('w:jc w:val="right"', 'w:jc w:val="left"'),
    found: { 'page-number': /页码居[左右]，应居[左右]/u },
  },
  {
    name: 'a page number too near',
    part: DOCUMENT,
    change: replace('w:footer="1430"', 'w:footer="1700"'),
    found: { 'page-number-place': /应为 7 毫米/u },
  },
  {
    name: 'an author',
    part: CORE,
    change: replace('</dc:title>', '</dc:title><dc:creator>张明</dc:creator>'),
    found: { metadata: /作者“张明”/u },
  },
  {
    name: 'a comment',
    part: DOCUMENT,
    change: replace('</w:r></w:p>', '</w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'),
    found: { comments: /有 1 条批注/u },
  },
  {
    name: 'an insertion that nobody took',
    part: DOCUMENT,
    change: replace(
      /(<w:r>(?:(?!<w:r>).)*?<\/w:r>)<\/w:p>/su,
      '<w:ins w:id="9" w:author="x">$1</w:ins></w:p>',
    ),
    found: { revisions: /有 1 处修订/u },
  },
  {
    name: 'hidden words',
    part: DOCUMENT,
    change: replace('</w:p>', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>'),
    found: { hidden: /有 1 处隐藏文字/u },
  },
  {
    name: 'a bookmark',
    part: DOCUMENT,
    change: replace(
      '</w:p>',
      '<w:bookmarkStart w:id="7" w:name="a"/><w:bookmarkEnd w:id="7"/></w:p>',
    ),
    found: { bookmarks: /有 1 个书签/u },
  },
  {
    name: 'faces of the theme',
    part: STYLES,
    change: inStyle(
      'BodyText',
      (style) => `${style}<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>`,
    ),
    found: { theme: /主题字体/u, 'face-text': /字体是宋体/u },
  },
  {
    name: 'another language',
    part: STYLES,
    change: (xml) => xml.replaceAll('w:eastAsia="zh-CN"', 'w:eastAsia="ja-JP"'),
    found: { language: /ja-JP/u },
  },
  {
    name: 'a table of shifting columns',
    part: DOCUMENT,
    change: replace('<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>'),
    found: { tables: /列宽没有固定/u },
  },
  {
    name: 'a signature at the edge',
    part: DOCUMENT,
    change: (xml) =>
      xml.replace(
        /(<w:pStyle w:val="(?:Signature|Date)"\/>.*?)<w:ind [^>]*>/gsu,
        '$1<w:jc w:val="right"/>',
      ),
    found: { signature: /署名右空 0 字/u },
  },
];

describe('a single change in a file of our own', () => {
  let docx = new Uint8Array();
  beforeAll(async () => {
    const [options = writings[0]] = writings;
    if (options) docx = new Uint8Array((await writeDocx(buildVariedReport(), options)).bytes);
  });

  test.each(mutations)('$name is found and named, and nothing else', ({ part, change, found }) => {
    const departures = listDepartures(certifyBytes(changePart(docx, part, change)));
    expect(Object.keys(departures).toSorted()).toEqual(Object.keys(found).toSorted());
    for (const [id, words] of Object.entries(found)) expect(departures[id]).toMatch(words);
  });

  test('a date with leading zeros is found', () => {
    const changed = changePart(docx, DOCUMENT, (xml) =>
      xml.replace(/>(\d{4}年)(\d)月(\d)日</u, '>$10$2月0$3日<'),
    );
    expect(listDepartures(certifyBytes(changed))).toEqual({
      'date-form': expect.stringMatching(/^写作“\d{4}年0\d月0\d日”$/u),
    });
  });

  test('a macro is found', () => {
    const parts = unzipSync(docx);
    const withMacro = zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') });
    expect(Object.keys(listDepartures(certifyBytes(withMacro)))).toContain('macros');
  });

  test('words that were lost and added are told', () => {
    const wanted = ['没有的段落。'];
    const certificate = certifyBytes(docx, standardLayout('plain'), wanted);
    const text = certificate.items.find(({ id }) => id === 'text');
    expect(text?.verdict).toBe('wrong');
    expect(text?.departures.map(({ measured }) => measured)).toContain(
      '报告里的“没有的段落。”不在文件里',
    );
  });
});

/** Departures from the standard of what stands above and below an official text. */
const official: readonly Mutation[] = [
  {
    name: 'a black mark',
    part: STYLES,
    change: inStyle('IssuerMark', (style) =>
      style.replace('w:color w:val="FF0000"', 'w:color w:val="000000"'),
    ),
    found: { mark: /不是红色/u },
  },
  {
    name: 'square brackets in the number',
    part: DOCUMENT,
    change: replace('〔2026〕', '[2026]'),
    found: { number: /写作“青政\[2026\]12号”/u },
  },
  {
    name: 'no red rule',
    part: DOCUMENT,
    change: replace(/<w:pBdr><w:bottom [^>]*w:color="FF0000"[^>]*><\/w:pBdr>/u, ''),
    found: { 'red-rule': /没有红色分隔线/u },
  },
  {
    name: 'no full stop behind the copies',
    part: DOCUMENT,
    change: replace(/(抄送：[^<]*)。</u, '$1<'),
    found: { imprint: /末尾用句号/u },
  },
];

describe('a single change in an official file of our own', () => {
  let docx = new Uint8Array();
  const layout = standardLayout('official');
  beforeAll(async () => {
    const options = { ...writings[1], layout, facts: fullFacts } as (typeof writings)[number];
    docx = new Uint8Array((await writeDocx(buildVariedReport(), options)).bytes);
  });

  test.each(official)('$name is found and named', ({ part, change, found }) => {
    const departures = listDepartures(certifyBytes(changePart(docx, part, change), layout));
    for (const [id, words] of Object.entries(found)) expect(departures[id]).toMatch(words);
  });
});
