import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../core/api/index.ts';

/** The one channel that the menu speaks to a page on; the preload script listens to it. */
export const menuChannel = 'nianbao:menu';

/** What the menu can set going. */
export interface MenuTools {
  /** Sends a command to the window that has the focus. */
  readonly send: (command: MenuCommand) => void;
  readonly openDataFolder: () => void;
  /** Whether to offer reloading and DevTools. */
  readonly isDeveloping: boolean;
}

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

function command(tools: MenuTools, label: string, name: MenuCommand, accelerator?: string): Item {
  return {
    id: name,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => tools.send(name),
  };
}

/** Shown beside the label but left to the page: its fields and its editor each have their own undo, its panes their own keys. */
function pageKey(tools: MenuTools, label: string, name: MenuCommand, accelerator: string): Item {
  return { ...command(tools, label, name, accelerator), registerAccelerator: false };
}

function fileMenu(tools: MenuTools): Item {
  return {
    label: '文件(&F)',
    submenu: [
      command(tools, '报告库', 'library', 'CmdOrCtrl+L'),
      command(tools, '新建报告', 'newReport', 'CmdOrCtrl+N'),
      command(tools, '导入文件', 'importFile', 'CmdOrCtrl+O'),
      line,
      command(tools, '记一条素材', 'quickNote', 'CmdOrCtrl+Shift+N'),
      command(tools, '素材', 'materials'),
      line,
      command(tools, '保存', 'save', 'CmdOrCtrl+S'),
      command(tools, '导出 Word 文档', 'export', 'CmdOrCtrl+E'),
      command(tools, '预览与导出', 'exportScreen', 'CmdOrCtrl+Shift+E'),
      command(tools, '打印', 'print', 'CmdOrCtrl+P'),
      line,
      command(tools, '设置', 'settings', 'CmdOrCtrl+,'),
      line,
      { role: 'quit', label: '退出', accelerator: 'CmdOrCtrl+Q' },
    ],
  };
}

function editMenu(tools: MenuTools): Item {
  return {
    label: '编辑(&E)',
    submenu: [
      pageKey(tools, '撤销', 'undo', 'CmdOrCtrl+Z'),
      pageKey(tools, '重做', 'redo', 'CmdOrCtrl+Y'),
      line,
      { role: 'cut', label: '剪切', accelerator: 'CmdOrCtrl+X' },
      { role: 'copy', label: '复制', accelerator: 'CmdOrCtrl+C' },
      { role: 'paste', label: '粘贴', accelerator: 'CmdOrCtrl+V' },
      { role: 'pasteAndMatchStyle', label: '只粘贴文字', accelerator: 'CmdOrCtrl+Shift+V' },
      { role: 'selectAll', label: '全选', accelerator: 'CmdOrCtrl+A' },
      line,
      command(tools, '查找', 'find', 'CmdOrCtrl+F'),
      command(tools, '替换', 'replace', 'CmdOrCtrl+H'),
    ],
  };
}

function viewMenu(tools: MenuTools): Item {
  const developing: readonly Item[] = [
    line,
    { role: 'reload', label: '重新载入', accelerator: 'CmdOrCtrl+R' },
    { role: 'toggleDevTools', label: '开发者工具', accelerator: 'CmdOrCtrl+Shift+I' },
  ];
  return {
    label: '视图(&V)',
    submenu: [
      pageKey(tools, '检查', 'check', 'Shift+F7'),
      pageKey(tools, '校对', 'proofread', 'F7'),
      pageKey(tools, '下一处未了的事', 'nextOpenPoint', 'F8'),
      line,
      pageKey(tools, '显示或隐藏沿用痕迹', 'toggleProvenance', 'F9'),
      line,
      command(tools, '放大', 'zoomIn', 'CmdOrCtrl+Plus'),
      // The key without Shift, where most people press it.
      {
        label: '放大',
        visible: false,
        accelerator: 'CmdOrCtrl+=',
        click: () => tools.send('zoomIn'),
      },
      command(tools, '缩小', 'zoomOut', 'CmdOrCtrl+-'),
      command(tools, '实际大小', 'zoomReset', 'CmdOrCtrl+0'),
      line,
      { role: 'togglefullscreen', label: '全屏', accelerator: 'F11' },
      ...(tools.isDeveloping ? developing : []),
    ],
  };
}

function helpMenu(tools: MenuTools): Item {
  return {
    label: '帮助(&H)',
    submenu: [
      command(tools, '使用说明', 'help', 'F1'),
      command(tools, '三步引导', 'tour'),
      line,
      { id: 'openDataFolder', label: '打开数据文件夹', click: () => tools.openDataFolder() },
      line,
      command(tools, '关于年报助手', 'about'),
    ],
  };
}

/** The whole menu bar. */
export function menuTemplate(tools: MenuTools): readonly Item[] {
  return [fileMenu(tools), editMenu(tools), viewMenu(tools), helpMenu(tools)];
}
