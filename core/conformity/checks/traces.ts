import { createItem, type Found, type ItemHead } from '../item.ts';
import type { Check } from './check.ts';

const file = (measured: string, isRemark = false): Found => ({ piece: null, measured, isRemark });

/** Nothing of who wrote the file, and where. */
export const checkMetadata: Check = ({ document: { metadata } }) => {
  const named = [
    ['作者', metadata.creator],
    ['最后保存者', metadata.lastModifiedBy],
    ['单位', metadata.company],
    ['经理', metadata.manager],
  ] as const;
  const found = named.flatMap(([name, value]) =>
    value.trim() === '' ? [] : [file(`文件属性里留有${name}“${value.trim().slice(0, 20)}”`)],
  );
  const custom =
    metadata.custom.length > 0 ? [file(`有 ${metadata.custom.length} 项自定义属性`, true)] : [];
  const head = { id: 'metadata', title: '文件属性', clause: '', wanted: '没有个人信息' };
  return createItem(head, [...found, ...custom], '没有个人信息');
};

function countCheck(
  head: ItemHead,
  count: (document: Parameters<Check>[0]['document']) => number,
  measure: (count: number) => string,
): Check {
  return ({ document }) => {
    const found = count(document);
    return createItem(head, found > 0 ? [file(measure(found))] : [], '没有');
  };
}

const none = { clause: '', wanted: '没有' } as const;

export const checkComments = countCheck(
  { id: 'comments', title: '批注', ...none },
  ({ comments }) => comments,
  (count) => `有 ${count} 条批注`,
);
export const checkRevisions = countCheck(
  { id: 'revisions', title: '修订', ...none },
  ({ revisions }) => revisions,
  (count) => `有 ${count} 处修订没有接受或拒绝`,
);
export const checkHidden = countCheck(
  { id: 'hidden', title: '隐藏文字', ...none },
  ({ hiddenRuns }) => hiddenRuns,
  (count) => `有 ${count} 处隐藏文字`,
);
export const checkMacros = countCheck(
  { id: 'macros', title: '宏', ...none },
  ({ hasMacros }) => Number(hasMacros),
  () => '带有宏',
);

/** Bookmarks of a person's own; those that programs leave behind are a remark. */
export const checkBookmarks: Check = ({ document }) => {
  const names = document.bookmarks.filter((name) => name !== '_GoBack');
  const own = names.filter((name) => !name.startsWith('_'));
  const made = names.length - own.length;
  const found = [
    ...(own.length > 0 ? [file(`有 ${own.length} 个书签`)] : []),
    ...(made > 0 ? [file(`有 ${made} 个程序留下的书签`, true)] : []),
  ];
  return createItem({ id: 'bookmarks', title: '书签', ...none }, found, '没有');
};

/** Faces named by the theme change with the PC. */
export const checkTheme: Check = ({ document: { themeFaces } }) => {
  const found =
    themeFaces.length > 0
      ? [file(`有文字用主题字体（${themeFaces.slice(0, 4).join('、')}），换一台电脑会变`)]
      : [];
  const head = { id: 'theme', title: '主题字体', clause: '', wanted: '不用' };
  return createItem(head, found, '不用');
};

export const checkLanguage: Check = ({ document: { language } }) => {
  const found = /^zh/iu.test(language)
    ? []
    : [language === '' ? file('没有说明', true) : file(`是 ${language}，应为 zh-CN`)];
  const head = { id: 'language', title: '文字语言', clause: '', wanted: '中文' };
  return createItem(head, found, '中文');
};

/** What programs would have to mend when they open the file. */
export const checkXml: Check = ({ document: { faults } }) => {
  const found = faults.map(({ part, what }) => file(part === '' ? what : `${part}：${what}`));
  const head = { id: 'xml', title: '文件结构', clause: '', wanted: '没有错误' };
  return createItem(head, found, '没有错误');
};
