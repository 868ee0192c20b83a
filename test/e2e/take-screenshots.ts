import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { standardLayout } from '../../core/layout/index.ts';
import { plainWriting, writeDocx } from '../../electron/docx/write/index.ts';
import { startBrowserEdition } from '../../electron/host/host.ts';
import { findChromium, launchBrowser, openContext, type viewports } from '../support/browser.ts';
import { buildApp } from '../support/build-app.ts';
import { handFile } from '../support/export-screen.ts';
import { inventReports } from '../support/filed-reports.ts';
import {
  answerCard,
  goToChanges,
  importOneLine,
  mendHeading,
  openCardBehind,
  openPromises,
} from '../support/last-year-journey.ts';
import { listMissingFaces, writeFontConfig } from '../support/render/font-config.ts';
import { measurePdf } from '../support/render/measure.ts';
import { findRenderLack, renderPdf } from '../support/render/render.ts';
import { encodeSmallPng } from '../support/small-png.ts';
import { caretBehind } from '../support/typing.ts';

/**
 * Takes pictures of every screen into docs/screenshots: `node test/e2e/take-screenshots.ts`. Names of
 * parts (screens, journey, export, pages) behind it take those alone.
 */
const root = join(import.meta.dirname, '../..');
const output = join(root, 'docs/screenshots');
const sample = join(root, 'resources/sample-report.txt');
const temporary = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));

/** The system's fonts with faces that stand in for 仿宋, 楷体 and 小标宋, as on an office PC. */
function installOfficeFaces(): void {
  const missing = listMissingFaces();
  if (missing.length > 0) console.warn(`faces without a stand-in here: ${missing.join('，')}`);
  const cache = join(temporary, 'font-cache');
  mkdirSync(cache);
  const config = writeFontConfig(cache).replace(
    '<fontconfig>',
    '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
  );
  const file = join(temporary, 'fonts.conf');
  writeFileSync(file, config);
  process.env['FONTCONFIG_FILE'] = file;
}

async function openFile(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).first().click(),
  ]);
  await chooser.setFiles(sample);
  await page.getByText('读成这样').waitFor();
}

type Shoot = (name: string) => Promise<void>;

/** The three steps that come at the first draft, then the help that F1 opens there. */
async function tourRound(page: Page, shoot: Shoot): Promise<void> {
  await page.locator('.tour-card').waitFor();
  await shoot('28-tour');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await shoot('29-tour-panel');
  await page.getByRole('button', { name: '开始写' }).click();
  await page.keyboard.press('F1');
  await page.locator('.help-pane').waitFor();
  await shoot('27-help');
  await page.keyboard.press('Escape');
}

/** 检查 with its map and its sheet, as a draft stands that was just rolled forward. */
async function photographCheck(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('Shift+F7');
  await page.locator('.filing-verdict').waitFor();
  await shoot('20-check');
  await page.getByRole('tab', { name: '覆盖图' }).click();
  await page.locator('.map-row [data-row]').nth(2).hover();
  await shoot('21-coverage-map');
  await page.getByRole('tab', { name: '自查表' }).click();
  await page.locator('.sheet-paper').waitFor();
  await shoot('25-self-check');
  await page.getByRole('button', { name: '返回正文' }).click();
}

const notes = [
  ['3月12日，镇综治中心调解柳树湾村灌溉用水纠纷1件，双方当场签订协议。', '综治中心'],
  ['6月5日，组织执法人员集中培训1次，32人参加，人均20学时。', '综合行政执法队'],
  ['9月18日，镇政府收到依申请公开1件，已按期答复。', '党政办'],
] as const;

/** Notes kept through the year, the card that keeps them, and the forms that ask the offices. */
async function photographMaterials(page: Page, shoot: Shoot): Promise<void> {
  const { year } = await page.evaluate(() => ({ year: new Date().getFullYear() }));
  await page.getByRole('button', { name: '素材', exact: true }).click();
  for (const [text, office] of notes) {
    await page.keyboard.press('Control+Shift+n');
    await page.getByRole('textbox', { name: '素材内容' }).fill(text);
    await page.getByPlaceholder('站所、村居').fill(office);
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^已存/u).first().waitFor();
  }
  await page
    .getByRole('textbox', { name: '素材内容' })
    .fill('11月20日，青石中学法治副校长上法治课1节。');
  await shoot('23-quick-note');
  await page.getByRole('textbox', { name: '素材内容' }).fill('');
  await page.keyboard.press('Escape');
  await shoot('22-materials');
  await page.evaluate((now) => {
    window.location.hash = `#/forms/${now}`;
  }, year);
  await page.locator('.forms').waitFor();
  await shoot('24-forms');
}

async function photographDesk(page: Page, shoot: Shoot) {
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  await shoot('1-first-run');
  await openFile(page);
  await shoot('2-import');
  await page.getByRole('button', { name: /^沿用为/u }).click();
  await page.getByRole('button', { name: /^建立/u }).click();
  const editor = page.locator('.ProseMirror');
  await editor.waitFor();
  await page.waitForTimeout(1200);
  await tourRound(page, shoot);
  await editor.locator('h3').nth(3).click();
  await page.locator('.panel .segments').evaluate((top) => top.scrollIntoView({ block: 'end' }));
  await shoot('3-workspace');
  // the tour leaves it open
  const isOpen = await page.locator('.panel').isVisible();
  if (!isOpen) await page.getByRole('button', { name: '助手' }).click();
  await page.getByRole('tab', { name: '清单' }).click();
  await page.getByRole('button', { name: '全文', exact: true }).click();
  await shoot('19-checklist-whole');
  await page.getByRole('button', { name: '本条', exact: true }).click();
  await page.getByRole('tab', { name: '上年' }).click();
  await shoot('4-last-year');
  await page.getByRole('tab', { name: '校对' }).click();
  await shoot('5-proofreading');
  await page.keyboard.press('Control+h');
  await shoot('6-find-and-replace');
  await page.keyboard.press('Escape');
  await photographCheck(page, shoot);
}

async function photographLibrary(page: Page, shoot: Shoot) {
  const toLibrary = async () => {
    await page.getByText(/^‹/u).first().click();
    await page.getByText('正在写').first().waitFor();
  };
  await page.getByText('报告库').first().click();
  await page.getByText('正在写').first().waitFor();
  await shoot('7-library');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByText(temporary).evaluate((element) => {
    // a picture must not show where it was taken
    element.textContent = '/home/clerk/.local/share/nianbao';
  });
  await shoot('8-settings');
  await page.locator('.packs').scrollIntoViewIfNeeded();
  await page.locator('.packs').evaluate((section) => section.scrollIntoView());
  await shoot('26-packs');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: '空白模板' }).click();
  await shoot('9-new-blank');
  await toLibrary();
  await page.getByRole('button', { name: '粘贴文字' }).click();
  await shoot('10-new-paste');
  await toLibrary();
  await page
    .getByRole('button', { name: /更多|⋯|操作/u })
    .last()
    .click();
  await page.getByText('以此为上年报告新建').click();
  await shoot('11-new-from-library');
  await toLibrary();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).first().click(),
  ]);
  await chooser.setFiles({
    name: '上年报告.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n'),
  });
  await shoot('12-refused');
}

/** The way from last year's report to this year's file, as last-year.test.ts drives it. */
async function photographJourney(page: Page, shoot: Shoot, size: keyof typeof viewports) {
  await importOneLine(page);
  await page.keyboard.press('F8');
  await shoot('13-claim-doubt');
  await mendHeading(page);
  await goToChanges(page);
  await page.keyboard.press('F8');
  await shoot('14-changes');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.stale-chip');
  await page.getByRole('button', { name: '不看了' }).click();
  await page.getByRole('button', { name: '知道了' }).click();
  await openCardBehind(page, '综合执法队');
  await shoot('15-stale-card');
  await answerCard(page, '21名');
  await answerCard(page, '75件');
  await page.keyboard.press('Escape');
  if (size === 'scaled') await page.getByRole('button', { name: '助手' }).click();
  await page.getByRole('tab', { name: '上年' }).click();
  await shoot('16-compare');
  await openPromises(page);
  const first = page.locator('.promise-card').first();
  await first.getByRole('button', { name: /部分完成/u }).click();
  await page.keyboard.insertText('编制没有批下来');
  await shoot('17-promises');
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: '逐条看' }).click();
  await shoot('18-export');
}

/** A foreign document for the drawer that measures one: the app's own, in another layout. */
async function writeForeign(): Promise<Uint8Array> {
  const [invented] = inventReports();
  if (!invented) throw new Error('no report was invented');
  const layout = { ...standardLayout('plain'), linePitchPt: 26, marginsMm: wideMargins };
  return (await writeDocx(invented.report, { ...plainWriting, layout })).bytes;
}

const wideMargins = { top: 25, bottom: 25, left: 32, right: 32 };

/** Brings a section of the column to its top. */
function toTop(section: Locator): Promise<void> {
  return section.evaluate((element) => {
    const column = element.closest('.export-column');
    const top = element.getBoundingClientRect().top - (column?.getBoundingClientRect().top ?? 0);
    column?.scrollBy(0, top);
  });
}

/** The export screen: both profiles, what must not be published, the certificate, the drawers. */
async function photographExport(page: Page, shoot: Shoot, size: keyof typeof viewports) {
  await importOneLine(page);
  await goToChanges(page);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.stale-chip');
  await page.getByRole('button', { name: '不看了' }).click();
  await page.getByRole('button', { name: '知道了' }).click();
  await caretBehind(page, '宪法宣传周活动4场。');
  await page.keyboard.insertText('走访社区矫正对象3人，联系电话13812345678。');
  const isNarrow = size === 'scaled';
  const screen = page.getByRole('main', { name: '导出' });
  const showColumn = async () => {
    const settings = screen.getByRole('button', { name: '设置', exact: true });
    if (await settings.isVisible()) await settings.click();
  };
  const showPages = async () => {
    const back = screen.getByRole('button', { name: '看页面' });
    if (await back.isVisible()) await back.click();
  };
  if (!isNarrow) {
    await page.getByRole('tab', { name: '预览' }).click();
    await page.locator('.preview-tab .preview-page').first().waitFor();
    await shoot('30-panel-preview');
  }
  await page.keyboard.press('Control+Shift+E');
  await screen.locator('.preview-page').first().waitFor();
  await shoot('31-export-plain');
  await showColumn();
  await page.getByRole('radio', { name: /^正式公文/u }).check();
  await page.getByRole('textbox', { name: '发文字号' }).fill('枫办[2026]5');
  await page.getByRole('textbox', { name: '签发人' }).fill('李明');
  await page.getByRole('textbox', { name: '抄送' }).fill('云岭县人大常委会办公室');
  await page.getByRole('textbox', { name: '印发机关' }).fill('枫林街道党政综合办公室');
  await page.getByRole('textbox', { name: '印发日期' }).fill('3月12日');
  await page.keyboard.press('Tab');
  await page.waitForTimeout(2500);
  await showPages();
  if (!isNarrow) await page.getByText('整页', { exact: true }).click();
  await shoot('32-export-official');
  await showColumn();
  const certificate = page.locator('[data-section-name="certificate"]');
  const unfold = certificate.locator('.export-section-button');
  if ((await unfold.getAttribute('aria-expanded')) === 'false') await unfold.click();
  await certificate.getByRole('button', { name: /^看符合的/u }).click();
  await toTop(certificate);
  await shoot('33-export-certificate');
  await page.getByText('公开版', { exact: true }).click();
  const disclosure = page.locator('[data-section-name="disclosure"]');
  await disclosure.waitFor();
  await toTop(disclosure);
  await shoot('34-export-disclosure');
  await page.getByRole('button', { name: '另存为自己的版式' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('35-layout-editor');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '其他 ▾' }).click();
  await page.getByRole('menuitem', { name: /^检查别人的/u }).click();
  const choose = page.getByRole('button', { name: '选择 Word 文件' });
  await handFile(page, choose, { name: '枫林街道年度报告.docx', bytes: await writeForeign() });
  await page.getByText('枫林街道年度报告.docx，共').waitFor();
  await shoot('36-format-check');
}

/** Pages 1, 2 and the last of each profile, as they come out of a printer. */
async function photographPages(): Promise<void> {
  const lack = findRenderLack();
  if (lack) throw new Error(`pages cannot be printed: ${lack}`);
  const folder = join(output, 'pages');
  mkdirSync(folder, { recursive: true });
  const invented = inventReports();
  for (const [at, id] of (['plain', 'official'] as const).entries()) {
    const found = invented[at];
    if (!found) throw new Error('no report was invented');
    const { report, facts, annexes } = found;
    const options = { ...plainWriting, layout: standardLayout(id), facts, annexes };
    const { bytes } = await writeDocx(report, options);
    const pdf = await renderPdf(bytes);
    const last = String((await measurePdf(pdf)).length);
    for (const [page, name] of [
      ['1', '1'],
      ['2', '2'],
      [last, 'last'],
    ] as const) {
      const args = ['-r', '110', '-f', page, '-l', page, '-singlefile', pdf];
      const ppm = execFileSync('pdftoppm', args, { maxBuffer: 64 * 1024 * 1024 });
      writeFileSync(join(folder, `${id}-${name}.png`), encodeSmallPng(ppm));
      console.log(`pages/${id}-${name}`);
    }
  }
}

type Photographer = (page: Page, shoot: Shoot, size: keyof typeof viewports) => Promise<void>;

/** A new app on an empty folder, photographed. */
async function photograph(
  take: Photographer,
  size: keyof typeof viewports,
  scheme: 'light' | 'dark',
): Promise<void> {
  const started = await startBrowserEdition({ dataFolder: mkdtempSync(join(temporary, 'data-')) });
  if (!started.ok) throw new Error(started.error.code);
  const browser = await launchBrowser(findChromium() ?? '');
  const { context } = await openContext(browser, size, scheme);
  const page = await context.newPage();
  const shoot = async (name: string) => {
    await page.waitForTimeout(700);
    const suffix = `${size === 'scaled' ? '-150' : ''}${scheme === 'dark' ? '-dark' : ''}`;
    await page.screenshot({ path: join(output, `${name}${suffix}.png`) });
    console.log(`${name}${suffix}`);
  };
  await page.goto(started.value.url);
  await take(page, shoot, size);
  await browser.close();
  await started.value.close();
}

const photographScreens: Photographer = async (page, shoot) => {
  await photographDesk(page, shoot);
  await photographLibrary(page, shoot);
  await page.getByText(/^‹/u).first().click();
  await page.getByText('正在写').first().waitFor();
  await photographMaterials(page, shoot);
};

const parts = {
  screens: photographScreens,
  journey: photographJourney,
  export: photographExport,
} as const;
const asked = process.argv.slice(2);
const isAsked = (part: string) => asked.length === 0 || asked.includes(part);

mkdirSync(output, { recursive: true });
installOfficeFaces();
buildApp();
try {
  for (const [name, take] of Object.entries(parts)) {
    if (!isAsked(name)) continue;
    for (const size of ['full', 'scaled'] as const) await photograph(take, size, 'light');
    await photograph(take, 'full', 'dark');
  }
  if (isAsked('pages')) await photographPages();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
