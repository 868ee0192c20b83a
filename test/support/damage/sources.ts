import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainWriting, writeDocx } from '../../../electron/docx/write/index.ts';
import { convert } from '../../electron/docx/read/soffice.ts';
import {
  buildDocx,
  family,
  level,
  list,
  listed,
  paragraph,
  run,
  table,
  words,
} from '../docx-fixtures.ts';
import { toGb18030 } from '../gb18030.ts';
import { buildVariedReport } from '../sample-reports.ts';

/** A whole file to be damaged. `kind` tells which damage fits it besides that of bytes. */
export interface WholeFile {
  readonly name: string;
  readonly kind: 'zip' | 'words' | 'bytes';
  readonly bytes: Uint8Array;
}

const text = [
  '云岭县青石镇人民政府',
  '2024年法治政府建设年度报告',
  '县人民政府：',
  '2024年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  '一、2024年主要举措和成效',
  '（一）强化组织保障。全年组织专题学法6次，参训120人次。',
  '1.落实三项制度',
  '法制审核7件，行政处罚62件，其中简易程序55件。',
  '（二）提升执法水平',
  '镇综合行政执法队18名执法人员全部持证上岗。',
  '二、存在的不足和原因',
  '一是执法力量不足，主要原因是人员少。',
  '三、第一责任人履职情况',
  '镇党委书记、镇长认真履行第一责任人职责。',
  '四、2025年主要安排',
  '持续加强法治政府建设。',
  '青石镇人民政府',
  '2025年1月10日',
].join('\n');

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const date = 'w:author="a" w:date="2025-01-01T00:00:00Z"';

/** A .docx with one of every feature that the reader has code for. */
function buildRichDocx(): Uint8Array {
  const lines = text.split('\n');
  return buildDocx({
    body: [
      ...lines.slice(0, 6).map((line) => words(line)),
      listed('自动编号一', 1),
      listed('自动编号二', 1, 1),
      paragraph(`${run('一行')}<w:r><w:br/></w:r>${run('又一行')}<w:r><w:tab/></w:r>`),
      table([
        [words('事项'), words('件数'), table([[words('内表')]])],
        [words('复议'), words('3') + words('（含1件）'), words('')],
      ]),
      paragraph(
        `${run('全年')}<w:ins w:id="1" ${date}>${run('新增')}</w:ins><w:del w:id="2" ${date}><w:r><w:delText>旧有</w:delText></w:r></w:del>${run('暗语', '<w:vanish/>')}`,
      ),
      paragraph(
        `${run('共')}${field('begin')}<w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r>${field('separate')}${run('1')}${field('end')}${run('页')}`,
      ),
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${words('框里的字')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      `<w:sdt><w:sdtContent>${words('控件里的字', '<w:pStyle w:val="a1"/>')}</w:sdtContent></w:sdt>`,
      paragraph(`${run('末段')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      ...lines.slice(6).map((line) => words(line)),
    ].join(''),
    styles:
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
    numbering:
      family(0, level(0, 'chineseCountingThousand', '%1、') + level(1, 'decimal', '%1.%2.')) +
      list(1, 0),
    footnotes: `<w:footnote w:id="2">${words('脚注的字')}</w:footnote>`,
  });
}

const html = `<!doctype html><html><head><meta charset="utf-8"><title>报告</title><style>p{}</style></head><body><div><h1>2024年法治政府建设年度报告</h1>${text
  .split('\n')
  .map((line) => `<p class="a"><b>${line.slice(0, 4)}</b>${line.slice(4)}</p>`)
  .join(
    '\n',
  )}<ol start="3"><li>甲<li>乙</ol><table><tr><td colspan=2>表</td></tr></table><script>x</script></div></body></html>`;

/** Formats that only LibreOffice writes here, kept between runs; says loudly what is left out without it. */
function convertedFiles(docx: Uint8Array): readonly WholeFile[] {
  const folder = join(tmpdir(), 'nianbao-damage-sources-1');
  const wanted = [
    ['旧版.doc', 'doc', 'bytes'],
    ['金山.wps', 'doc', 'bytes'],
    ['富文本.rtf', 'rtf', 'words'],
    ['成稿.pdf', 'pdf', 'words'],
  ] as const;
  mkdirSync(folder, { recursive: true });
  const lacking = wanted.filter(([, type]) => !existsSync(join(folder, `source.${type}`)));
  if (lacking.length > 0 && spawnSync('soffice', ['--version']).status !== 0) {
    console.warn('SKIPPED: soffice is lacking, so no damaged .doc, .wps, .rtf and .pdf are read');
    return [];
  }
  for (const type of new Set(lacking.map(([, format]) => format))) {
    const [bytes] = convert([docx], 'docx', type);
    const place = join(folder, `source.${type}`);
    writeFileSync(`${place}.${process.pid}`, bytes ?? '');
    renameSync(`${place}.${process.pid}`, place);
  }
  return wanted.map(([name, type, kind]) => ({
    name,
    kind,
    bytes: new Uint8Array(readFileSync(join(folder, `source.${type}`))),
  }));
}

/** One whole file of every kind that is read. */
export async function buildWholeFiles(): Promise<readonly WholeFile[]> {
  const rich = buildRichDocx();
  const written = await writeDocx(buildVariedReport(), plainWriting);
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  return [
    { name: '导出.docx', kind: 'zip', bytes: written.bytes },
    { name: '来件.docx', kind: 'zip', bytes: rich },
    ...convertedFiles(rich),
    { name: '文字.txt', kind: 'bytes', bytes: new Uint8Array(Buffer.from(text)) },
    { name: '宽字.txt', kind: 'bytes', bytes: new Uint8Array(utf16) },
    { name: '国标码.txt', kind: 'bytes', bytes: toGb18030(text) },
    { name: '网页.html', kind: 'words', bytes: new Uint8Array(Buffer.from(html)) },
  ];
}
