import type { Locator, Page } from 'playwright-core';
import { caretBehind } from './typing.ts';

/** Last year's report as a website gives it: on one line, and one heading without its number. */
export const oneLineReport = [
  '枫林街道2025年法治政府建设情况报告',
  '2025年，枫林街道办事处按照《法治政府建设实施纲要（2021－2025年）》要求，扎实推进法治政府建设，现将有关情况报告如下：',
  '一、主要工作举措及成效',
  '（一）强化组织保障。全年组织专题学法6次，举办法治讲座3场，参训干部120人次。',
  '（二）提升执法水平。综合执法队持证人员18名，办理案件62件。2025年12月组织宪法宣传周活动4场。',
  '推进政务公开',
  '主动公开政府信息86条，办理依申请公开3件，均在法定期限内答复。',
  '二、问题与不足',
  '一是执法力量与赋权事项不匹配，主要原因是专业人员少。二是普法方式单一，主要原因是创新不够。',
  '三、第一责任人履职情况',
  '街道党工委书记、办事处主任带头履行职责，全年主持专题会议5次，听取汇报4次。',
  '四、努力方向',
  '2026年，我街道将重点做好以下工作：',
  '一是配强执法力量，新增持证执法人员3名。',
  '二是创新普法方式，开展以案释法活动12场。',
  '三是完善合法性审查，实现合同审查全覆盖。',
  '枫林街道办事处',
  '2026年1月12日',
].join(' ');

/** Chooses the one-line report as a file and waits until it was read. */
export async function importOneLine(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).first().click(),
  ]);
  await chooser.setFiles({
    name: '枫林街道2025年报告.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(oneLineReport),
  });
  await page.getByRole('tree', { name: '读成这样' }).waitFor();
}

/** The line of the structure that is being worked on. */
export function activeLine(page: Page): Locator {
  return page.locator('.structure-row.is-active');
}

async function walkTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await activeLine(page).innerText()).includes(words)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`never came to ${words}`);
}

/** Makes the heading that lost its number a heading, by keyboard: split behind it, then raised. */
export async function mendHeading(page: Page): Promise<void> {
  await walkTo(page, '推进政务公开');
  await page.keyboard.press('s');
  await page.keyboard.press('Control+Home');
  for (let letters = 0; letters < '推进政务公开'.length; letters += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await walkTo(page, '推进政务公开');
  await page.keyboard.press('ArrowLeft');
}

/** Goes on to the list of changes. */
export async function goToChanges(page: Page): Promise<void> {
  await page.getByRole('button', { name: '沿用为 2026 年草稿' }).click();
  await page.locator('.roll-sheet').waitFor();
}

/** Refuses the change in the sentence that holds `words`, by keyboard. */
export async function refuseChange(page: Page, words: string): Promise<void> {
  await page.locator('.roll-row').filter({ hasText: words }).getByRole('checkbox').focus();
  await page.keyboard.press('Space');
}

/** The words on the card at the word. */
export function cardWords(page: Page): Promise<string> {
  return page.getByRole('dialog').locator('h2').innerText();
}

/** Opens the card of the first chip behind `words`. */
export async function openCardBehind(page: Page, words: string): Promise<void> {
  await caretBehind(page, words);
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
}

/** Answers the card: null confirms what is there, words replace it. */
export async function answerCard(page: Page, words: string | null): Promise<void> {
  if (words === null) {
    await page.keyboard.press('1');
    return;
  }
  await page.keyboard.press('2');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Opens the list of last year's promises. */
export async function openPromises(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /承诺/u }).click();
  await page.locator('.promise-card').first().waitFor();
}
