import { describe, expect, test } from 'vitest';
import { readPastedHtml } from '../../../../electron/docx/read/index.ts';
import { paragraphsOf, printed } from './reading.ts';

/** A number as Word writes it out for programs without lists. */
const ignored = (sign: string, gap = '&nbsp;&nbsp; ') =>
  `<![if !supportLists]><span lang=EN-US style='font-size:16.0pt;mso-list:\nIgnore'>${sign}<span style='font:7.0pt "Times New Roman"'>${gap}</span></span><![endif]>`;

const word = `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000002000\r\nStartFragment:0000000141\r\nEndFragment:0000001964\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal {font-size:10.5pt} --></style><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>青石镇法治政府建设年度报告<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoListParagraph style='margin-left:0cm;text-indent:32.0pt;mso-char-indent-count:2.0;mso-list:l0 level1 lfo1'>${ignored('一、')}<span style='font-size:16.0pt;mso-fareast-font-family:黑体;font-family:"Times New Roman"'>主要举措</span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>${ignored('（一）', '')}<span>学习<del cite="a">旧话</del><ins cite="b">新话</ins></span><span style='mso-hide:all'>暗语</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>${ignored('<span style="font-family:Wingdings">l</span>')}<span>要点</span></p>
<!--EndFragment--><div style='mso-element:comment-list'><p>批注的话</p></div></body></html>`;

describe('a page on the clipboard', () => {
  test('of Word gives numbers as labels, look and hints, and no comments or deletions', async () => {
    const source = await readPastedHtml(word, '青石镇\n一、主要举措');
    expect(printed(source)).toEqual([
      '青石镇法治政府建设年度报告',
      '一、主要举措',
      '（一）学习新话',
      '要点',
    ]);
    expect(paragraphsOf(source)).toMatchObject([
      { label: '', hints: { align: 'center', bold: true, sizePt: 22, face: '方正小标宋简体' } },
      { label: '一、', text: '主要举措', hints: { face: '黑体' }, look: { indent: 2 } },
      { label: '（一）', text: '学习新话' },
      { label: '', text: '要点' },
    ]);
    expect(source.notices).toEqual([
      { code: 'read/tracked-changes', insertions: 0, deletions: 1 },
      { code: 'read/left-out', what: 'comment', count: 1 },
      { code: 'read/left-out', what: 'hidden', count: 1 },
    ]);
  });

  test('of WPS or a browser gives the numbers of its lists', async () => {
    const wps = `<p class="p16" style="text-indent:32pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore;">二、<span>&nbsp;</span></span><span style="font-family:仿宋_GB2312;font-size:16pt">不足</span></p>`;
    expect(printed(await readPastedHtml(wps, ''))).toEqual(['二、不足']);
    const lists =
      '<ol style="list-style-type:cjk-ideographic"><li>甲<li value="4">乙</ol><ol type="a"><li>丙</ol><ol style="list-style:none"><li>丁</ol>';
    expect(printed(await readPastedHtml(lists, ''))).toEqual(['一、甲', '四、乙', 'a.丙', '丁']);
  });

  test('that lacks a few lines of the plain text has them at its end', async () => {
    const body = Array.from({ length: 60 }, (_, n) => `第${n}村开展法治宣传，解答群众咨询若干次。`);
    const html = `${body.map((line) => `<p>${line}</p>`).join('')}<textarea>留言里的话</textarea>`;
    const text = [...body, '1.\t第3村开展法治宣传', '留言里的话', '图中的字'].join('\n');
    const source = await readPastedHtml(html, text);
    expect(printed(source)).toEqual([...body, '留言里的话', '图中的字']);
    expect(new Set(source.blocks.map(({ line }) => line)).size).toBe(62);
  });

  test('whose words were struck out and told of is not completed from the plain text', async () => {
    const line = `全年开展${'法治宣传，解答群众咨询若干次，'.repeat(3)}办理调解案件`;
    const source = await readPastedHtml(`<p>${line}<del>二</del>若干件</p>`, `${line}二若干件`);
    expect(printed(source)).toEqual([`${line}若干件`]);
    expect(source.notices).toHaveLength(1);
  });

  test('that says less than the plain text, or is refused, leaves the plain text to be read', async () => {
    const text = '一、主要举措\n做了很多工作';
    expect(printed(await readPastedHtml('<p>一、</p>', text))).toEqual(text.split('\n'));
    const deep = '<div>'.repeat(2000) + text;
    expect(printed(await readPastedHtml(deep, text))).toEqual(text.split('\n'));
    expect(printed(await readPastedHtml('', ''))).toEqual([]);
  });
});
