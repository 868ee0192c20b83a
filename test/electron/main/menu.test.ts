import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuCommand, menuCommands } from '../../../core/api/index.ts';
import { menuTemplate } from '../../../electron/main/menu.ts';

type Item = MenuItemConstructorOptions;

function build(isDeveloping = false) {
  const sent: MenuCommand[] = [];
  const opened: string[] = [];
  const template = menuTemplate({
    send: (command) => sent.push(command),
    openDataFolder: () => opened.push('data'),
    isDeveloping,
  });
  return { sent, opened, template, items: template.flatMap(leaves) };
}

function leaves(item: Item): readonly Item[] {
  return Array.isArray(item.submenu) ? item.submenu.flatMap(leaves) : [item];
}

function click(item: Item | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

describe('the menu', () => {
  it('is named in Chinese throughout', () => {
    const { template, items } = build(true);
    const named = [...template, ...items.filter((item) => item.type !== 'separator')];
    for (const item of named) expect(item.label ?? '', item.role).toMatch(/\p{Script=Han}/u);
    expect(template.map((item) => item.label)).toEqual([
      '文件(&F)',
      '编辑(&E)',
      '视图(&V)',
      '帮助(&H)',
    ]);
  });

  it('gives no accelerator twice', () => {
    const keys = build(true).items.flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("keeps Word's habits", () => {
    const keys = new Map(build().items.map((item) => [item.label, item.accelerator]));
    expect(Object.fromEntries(keys)).toMatchObject({
      新建报告: 'CmdOrCtrl+N',
      导入文件: 'CmdOrCtrl+O',
      保存: 'CmdOrCtrl+S',
      '导出 Word 文档': 'CmdOrCtrl+E',
      预览与导出: 'CmdOrCtrl+Shift+E',
      打印: 'CmdOrCtrl+P',
      撤销: 'CmdOrCtrl+Z',
      重做: 'CmdOrCtrl+Y',
      只粘贴文字: 'CmdOrCtrl+Shift+V',
      查找: 'CmdOrCtrl+F',
      替换: 'CmdOrCtrl+H',
      实际大小: 'CmdOrCtrl+0',
      检查: 'Shift+F7',
      校对: 'F7',
      下一处未了的事: 'F8',
      显示或隐藏沿用痕迹: 'F9',
    });
  });

  it('sends every command there is, each by the entry that carries its name', () => {
    const { sent, items } = build();
    for (const name of menuCommands) click(items.find((item) => item.id === name));
    expect(sent).toEqual([...menuCommands]);
  });

  it('makes the text larger by the key without Shift as well', () => {
    const { sent, items } = build();
    const hidden = items.filter((item) => item.visible === false);
    expect(hidden.map((item) => item.accelerator)).toEqual(['CmdOrCtrl+=']);
    for (const item of hidden) click(item);
    expect(sent).toEqual(['zoomIn']);
  });

  it('leaves the keys of undo and redo, and those of the desk, to what has the focus', () => {
    const { items } = build();
    const left = items.filter((item) => item.registerAccelerator === false);
    expect(left.map((item) => item.id)).toEqual([
      'undo',
      'redo',
      'check',
      'proofread',
      'nextOpenPoint',
      'toggleProvenance',
    ]);
  });

  it('opens the data folder, and nothing that a document names', () => {
    const { opened, items } = build();
    click(items.find((item) => item.id === 'openDataFolder'));
    expect(opened).toEqual(['data']);
  });

  it('offers reloading and DevTools only while developing', () => {
    const roles = (developing: boolean) =>
      build(developing).items.flatMap((item) => item.role ?? []);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toEqual(expect.arrayContaining(['reload']));
    expect(roles(false)).not.toEqual(expect.arrayContaining(['toggleDevTools']));
  });
});
