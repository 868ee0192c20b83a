import { buildDocx, xmlText } from '../../support/docx-fixtures.ts';

const run = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

/** Direct formatting of letters, as Word and WPS write it. */
function letters(face: string, half: number, more = '', latin = 'Times New Roman'): string {
  const faces = `<w:rFonts w:ascii="${latin}" w:eastAsia="${face}" w:hAnsi="${latin}" w:cs="${latin}"/>`;
  return `${faces}${more}<w:sz w:val="${half}"/>`;
}

const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const exact = '<w:spacing w:line="560" w:lineRule="exact"/>';
const indent = '<w:ind w:firstLine="640" w:firstLineChars="200"/>';
const center = '<w:jc w:val="center"/>';
const right = '<w:jc w:val="right"/>';
const wordPage =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>';
const normal =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>';

/** As a clerk types in Word: everything set by hand, on Word's own page, with blue headings and 宋体. */
export function typedInWord(): Uint8Array {
  const body = [
    paragraph(run('枫林街道2025年度法治政府', letters('宋体', 44, '<w:b/>')), exact + center),
    paragraph(run('建设工作报告', letters('宋体', 44, '<w:b/>')), exact + center),
    paragraph('', exact),
    paragraph(run('云岭县人民政府:', letters('仿宋', 32)), exact),
    paragraph(
      run('2025年，枫林街道推进依法行政。现报告如下。', letters('仿宋', 32)),
      exact + indent,
    ),
    paragraph(
      run('一、主要举措和成效', letters('黑体', 32, '<w:color w:val="2E74B5"/>')),
      exact + indent,
    ),
    paragraph(
      run('（一）加强领导。', letters('楷体', 32)) + run('开会12次。', letters('仿宋', 32)),
      exact + indent,
    ),
    paragraph(run('（三）依法决策。审查文件3件。', letters('仿宋', 32)), exact + indent),
    paragraph(run('　　二、存在的不足', letters('黑体', 32)), exact),
    paragraph(
      run('“三项制度”落实不够。', letters('仿宋', 32, '', 'Calibri')),
      '<w:spacing w:line="360" w:lineRule="auto"/>'.concat(indent),
    ),
    paragraph('', exact),
    paragraph(run('枫林街道办事处', letters('仿宋', 32)), exact + right),
    paragraph(run('2026年01月05日', letters('仿宋', 32)), exact + right),
    wordPage,
  ];
  return buildDocx({ body: body.join(''), styles: normal });
}

/** As WPS numbers it: a list for （一）, 正文 style, the date in Chinese numerals, a red head. */
export function numberedInWps(): Uint8Array {
  const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    paragraph(
      run('青石镇人民政府文件', letters('方正小标宋简体', 72, '<w:color w:val="FF0000"/>')),
      center,
    ),
    paragraph(run('青政（2026）3号', letters('仿宋_GB2312', 32)), center),
    paragraph(
      run('青石镇人民政府关于2025年法治政府建设情况的报告', letters('方正小标宋_GBK', 44)),
      center,
    ),
    paragraph(run('云岭县人民政府：', letters('仿宋_GB2312', 32))),
    paragraph(run('一、主要举措', letters('黑体', 32)), indent),
    paragraph(run('加强领导', letters('楷体_GB2312', 32)), listed + indent),
    paragraph(run('召开会议12次。', letters('仿宋_GB2312', 32)), indent),
    paragraph(run('依法决策', letters('楷体_GB2312', 32)), listed + indent),
    paragraph(run('审查文件3件。', letters('仿宋_GB2312', 32)), indent),
    paragraph(run('附件：执法案件统计表', letters('仿宋_GB2312', 32)), indent),
    paragraph(run('青石镇人民政府', letters('仿宋_GB2312', 32)), right),
    paragraph(run('二〇二六年一月八日', letters('仿宋_GB2312', 32)), right),
    paragraph(run('（此件公开发布）', letters('仿宋_GB2312', 32)), indent),
    paragraph(run('附件', letters('黑体', 32)), '<w:pageBreakBefore/>'),
    paragraph(run('执法案件统计表', letters('方正小标宋简体', 44)), center),
    paragraph(run('行政处罚3件。', letters('仿宋_GB2312', 32)), indent),
    paragraph(run('抄送：县司法局。', letters('仿宋_GB2312', 28))),
    paragraph(run('青石镇党政办公室　　2026年1月9日印发', letters('仿宋_GB2312', 28))),
    wordPage,
  ];
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  return buildDocx({ body: body.join(''), styles: normal, numbering });
}

/** A page of the web, for LibreOffice to make a .docx of. */
export const webPage = `<html><head><meta charset="utf-8"></head><body>
<h1 style="text-align:center">青石镇2025年度法治政府建设工作报告</h1><p>云岭县人民政府：</p>
<p>2025年，青石镇推进依法行政。现报告如下。</p><h2>一、主要举措和成效</h2>
<p>（一）加强领导。召开会议3次。</p><p>（二）依法决策。审查合同5份。</p><h2>二、存在的不足</h2>
<p>培训不够。</p><p style="text-align:right">青石镇人民政府</p><p style="text-align:right">2026年1月8日</p></body></html>`;

/** The same as rich text, which 写字板 and old programs write. */
export function richText(): string {
  const encode = (text: string) =>
    Array.from(text, (sign) => (sign < '\u0080' ? sign : `\\u${sign.charCodeAt(0)}?`)).join('');
  const lines = [
    ['\\qc\\b\\fs36 ', '青石镇2025年度法治政府建设工作报告'],
    ['\\ql\\b0\\fs28 ', '云岭县人民政府：'],
    ['', '2025年，青石镇推进依法行政。现报告如下。'],
    ['', '一、主要举措和成效'],
    ['', '召开会议3次，审查合同5份。'],
    ['', '二、存在的不足'],
    ['', '培训不够。'],
    ['\\qr ', '青石镇人民政府'],
    ['', '2026年1月8日'],
  ] as const;
  return `{\\rtf1\\ansi\\uc1 ${lines.map(([look, text]) => `${look}${encode(text)}\\par`).join('\n')}}`;
}
