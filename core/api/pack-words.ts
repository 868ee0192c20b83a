import type { PackFault, PackMisfit } from '../packs/index.ts';

const misfits: Readonly<Record<PackMisfit, string>> = {
  missing: '这一项没有写',
  type: '这一项的类型不对，请对照随程序提供的文件',
  size: '这一项太少、太短，或者超出了范围',
  format: '这一项的写法不对，编号只用小写字母、数字和连字符',
  value: '这一项不是允许的值',
  kind: '写的种类程序不认识',
  pattern: '这一项不是正确的正则表达式',
};

/** Why a pack file was not taken up, to stand behind its name. */
export function describePackFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return '文件打不开';
    case 'not-json':
      return '内容不是完整的 JSON，可能缺了括号、引号或逗号';
    case 'not-a-pack':
      return fault.path === '' ? '里面不是资料包' : `其中“${fault.path}”${misfits[fault.misfit]}`;
    default:
      return fault satisfies never;
  }
}
