import { basename } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { type ApiError, describeError, type ErrorWords } from '../../core/api/index.ts';

/** A message box's content, before it is shown. */
export type Box = Pick<MessageBoxOptions, 'type' | 'title' | 'message' | 'detail' | 'buttons'> & {
  readonly defaultId: number;
  readonly cancelId: number;
};

const appTitle = '年报助手';

function inform(type: 'info' | 'error', message: string, detail: string): Box {
  return {
    type,
    title: appTitle,
    message,
    detail,
    buttons: ['知道了'],
    defaultId: 0,
    cancelId: 0,
  };
}

/** Before a window exists there is nothing in one to keep, and nobody retries. */
function wordsAtStart(error: ApiError): ErrorWords {
  const words = describeError(error);
  const kept = '已有的内容没有变动。';
  if (error.code === 'store/unwritable') return { ...words, kept };
  if (error.code === 'store/full') {
    const what = `磁盘已满，打不开“${error.file}”。`;
    return { what, kept, todo: '请腾出磁盘空间，再打开年报助手。' };
  }
  if (error.code === 'store/busy') {
    const what = `数据文件“${error.file}”正被另一个程序占用。`;
    return { what, kept, todo: '请关掉那个程序，再打开年报助手。' };
  }
  return words;
}

/** Says why the store could not be opened, what was kept and where the data is. */
export function storeFailureBox(error: ApiError, dataFolder: string): Box {
  const { what, kept, todo } = wordsAtStart(error);
  const detail = [kept, todo, `数据文件夹：${dataFolder}`].filter((part) => part !== '');
  return inform('error', `年报助手没有打开：${what}`, detail.join('\n\n'));
}

/** Says that a report bundle cannot be read by this version. */
export function bundleUnreadableBox(file: string): Box {
  return inform(
    'info',
    `这一版还不能读取报告包“${basename(file)}”。`,
    '文件没有任何改动。请在原来的电脑上把报告导出为 Word 文档，再到这里用“导入文件”读入。',
  );
}

/** Says that the app itself failed while starting. */
export function startFailureBox(dataFolder: string): Box {
  return inform(
    'error',
    '年报助手没有打开：程序出了差错。',
    `已经保存的内容没有变动。请重新打开一次；仍不行时，请把 errors.log 交给维护人员。\n\n数据文件夹：${dataFolder}`,
  );
}

/** Says that the app itself failed while it was running; it goes on as far as it can. */
export function faultBox(dataFolder: string): Box {
  return inform(
    'error',
    '年报助手出了差错。',
    `已经保存的内容没有变动。请先保存，再重新打开年报助手；仍不行时，请把 errors.log 交给维护人员。\n\n数据文件夹：${dataFolder}`,
  );
}

/** Asks what to do with a page that stopped; button 0 loads it again, button 1 quits. */
export function pageGoneBox(): Box {
  return {
    type: 'error',
    title: appTitle,
    message: '窗口意外停止了。',
    detail: '状态栏显示已保存的内容都在。请选择重新载入，接着写。',
    buttons: ['重新载入', '退出'],
    defaultId: 0,
    cancelId: 1,
  };
}

/** Asks what to do with a page that does not answer; button 0 waits, button 1 loads it again. */
export function pageUnresponsiveBox(): Box {
  return {
    type: 'warning',
    title: appTitle,
    message: '窗口暂时没有反应。',
    detail: '可以再等一会儿。重新载入会回到上一次保存的内容。',
    buttons: ['继续等待', '重新载入'],
    defaultId: 0,
    cancelId: 0,
  };
}

/** Asks what to do when the page says that something is not saved; button 0 goes on writing. */
export function unsavedBox(): Box {
  return {
    type: 'warning',
    title: appTitle,
    message: '还有内容没有存下。',
    detail: '上一次保存的内容都在。请回到窗口看状态栏的提示，存好再退出。',
    buttons: ['继续写', '不保存，直接退出'],
    defaultId: 0,
    cancelId: 0,
  };
}

/** Says that the keys for a note belong to another program. */
export function shortcutTakenBox(): Box {
  return inform(
    'info',
    '快捷键 Ctrl+Shift+N 已被别的程序占用。',
    '在年报助手的窗口里它照常可用。在别的程序里记素材，请用任务栏右侧年报助手图标的“记一条素材”。',
  );
}

/** Says why a file could not be written; button 0 chooses another place, button 1 gives it up. */
export function elsewhereBox(error: ApiError): Box {
  const { what, kept, todo } = describeError(error);
  return {
    type: 'warning',
    title: appTitle,
    message: what,
    detail: [kept, todo].filter((part) => part !== '').join('\n\n'),
    buttons: ['换个位置保存', '不保存了'],
    defaultId: 0,
    cancelId: 1,
  };
}
