import type { PackFault, PackMisfitFault, PackNotice, PackThing } from '../packs/index.ts';
import { formatBytes } from './format-bytes.ts';
import { keyNames, thingNames } from './pack-key-names.ts';

/** Kinds of packs, as people call them. */
const kindNames: Readonly<Record<string, string>> = {
  template: '报告模板',
  outline: '实施纲要',
  checklist: '清单',
  rules: '校对规则',
  documents: '文件目录',
  units: '单位类型',
  office: '上级要求',
  layout: '版式',
  disclosure: '公开审查',
};

const kindChoices = `可以写：${Object.entries(kindNames)
  .map(([kind, name]) => `${kind}（${name}）`)
  .join('、')}`;

/** What people call a kind of pack. */
export function describePackKind(kind: string): string {
  return kindNames[kind] ?? '其他';
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字，写在英文引号里',
  number: '数字，不加引号',
  int: '整数，不加引号',
  boolean: 'true 或 false，不加引号',
  array: '列表，写在方括号里',
  object: '一组内容，写在花括号里',
  record: '一组内容，写在花括号里',
};

/** 依据（basis）. A key that has no name of ours stands for itself. */
function nameKey(key: string): string {
  const name = Object.hasOwn(keyNames, key) ? keyNames[key] : undefined;
  return name === undefined ? `“${key}”` : `${name}（${key}）`;
}

function nameThing({ list, label }: PackThing): string {
  const name = Object.hasOwn(thingNames, list) ? thingNames[list] : undefined;
  return `${name ?? nameKey(list)}“${label}”`;
}

/** 清单项“…”的依据（basis）. */
function namePlace({ thing, key }: PackMisfitFault): string {
  if (key === null) return thing ? nameThing(thing) : '整个文件';
  return thing ? `${nameThing(thing)}的${nameKey(key)}` : nameKey(key);
}

function nameOwner({ thing }: PackMisfitFault): string {
  return thing ? nameThing(thing) : '文件';
}

function describeFormat({ detail, key }: PackMisfitFault): string {
  if (detail === 'date') return '要写成 2026-01-31 这样的日期';
  if (key === 'words') return '里的名称只用小写字母';
  return '只用小写字母、数字和连字符';
}

function describeWhole({ detail }: PackMisfitFault): string {
  return detail === '' ? '里面不是资料包' : '里面不是资料包，整个文件应当写在一对花括号里';
}

function describeMisfit(fault: PackMisfitFault): string {
  const { misfit, key, given, detail } = fault;
  const place = namePlace(fault);
  const wrote = given === '' ? '' : `写的“${given}”`;
  switch (misfit) {
    case 'missing':
      return `${nameOwner(fault)}缺少${key === null ? '内容' : nameKey(key)}`;
    case 'unknown':
      return `${nameOwner(fault)}里有不认识的键“${key ?? ''}”，请删去，或核对写法`;
    case 'doubled':
      return `${nameOwner(fault)}里${nameKey(key ?? '')}写了两次，请只留一处`;
    case 'type':
      if (fault.path === '') return describeWhole(fault);
      return `${place}类型不对，应为${typeNames[detail] ?? '别的类型'}`;
    case 'size':
      return `${place}太少、太短，或者超出了范围`;
    case 'format':
      return `${place}${wrote}写法不对，${describeFormat(fault)}`;
    case 'value':
      return `${place}${wrote}不是允许的值${detail === '' ? '' : `，可以写：${detail}`}`;
    case 'kind':
      return given === ''
        ? `文件缺少${nameKey('kind')}，${kindChoices}`
        : `${place}${wrote}程序不认识，${kindChoices}`;
    case 'pattern':
      return `${place}${wrote}不是正确的正则表达式`;
    case 'slow':
      return `${place}${wrote}可能使程序长时间停住，请把 * 和 + 改成 {0,30} 这样有限的次数，括号里外不要都写不定的次数`;
    case 'heavy':
      return `${detail === 'others' ? '它与其他自己的资料包' : '文件里的写法'}合起来会使检查太慢，其中最慢的是${place}${wrote}，请把 {0,30} 这样的次数改小，或者减少几条`;
    case 'anything':
      return `${place}${wrote}与任何文字都相符，请写上要找的词`;
    case 'repeated':
      return `${place}${wrote}${detail === '' ? '与前面的重复' : `与第 ${detail} 行的重复`}，请换一个`;
    case 'taken':
      return `${place}${wrote}已经用在资料包“${detail}”里，请换一个`;
    case 'nowhere':
      return `${place}${wrote}没有对应的内容，请核对编号`;
    case 'place':
      return `${place}里的“${detail}”不是可以自动填写的位置`;
    case 'unsaid':
      return `${place}${wrote}里没有“${detail}”，请写上，程序会自动填写`;
    case 'figure':
      return `${place}${wrote}已经是“${detail}”的编号，名字和计量单位要写得一样，或者换一个编号`;
    case 'order':
      return `${place}${wrote}早于起始年份`;
    default:
      return misfit satisfies never;
  }
}

function atLine(line: number | null, words: string): string {
  return line === null ? words : `第 ${line} 行：${words}`;
}

const chineseSigns = /[，：；“”‘’（）【】｛｝、。]/u;

function describeJson(sign: string): string {
  if (chineseSigns.test(sign)) return `这里用了中文标点“${sign}”，请改成英文半角的`;
  if (sign === '/' || sign === '#') return '这里写了注释，资料包里不能有注释，请删去';
  if (sign.startsWith(',')) return `“${sign.slice(1)}”前面多了一个逗号，最后一项后面不要逗号`;
  return 'JSON 写法不完整，这一行或上一行可能缺了括号、引号或逗号';
}

/** Why a pack file was not taken up, to stand behind its name. */
export function describePackFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return '文件打不开';
    case 'too-large':
      return `文件有 ${formatBytes(fault.bytes)}，超过了 ${formatBytes(fault.limit)} 的上限`;
    case 'encoding':
      return '文件的文字编码认不出来，请用记事本打开，另存为 UTF-8 编码';
    case 'not-json':
      return fault.line === null
        ? '内容不是完整的 JSON，可能缺了括号、引号或逗号'
        : atLine(fault.line, describeJson(fault.sign));
    case 'other-format':
      return atLine(fault.line, `这个文件的格式是第 ${fault.found} 版，本程序只认第 1 版`);
    case 'same-pack':
      return `与“${fault.other}”是同一个资料包（种类和编号相同），只用了那一个`;
    case 'not-a-pack':
      return atLine(fault.line, describeMisfit(fault));
    case 'more':
      return `另外还有 ${fault.count} 处`;
    default:
      return fault satisfies never;
  }
}

/** What a pack that was taken up still waits for. */
export function describePackNotice(notice: PackNotice): string {
  switch (notice.kind) {
    case 'outline-unknown':
      return `它对应的纲要（${notice.outline}）还没有收入。先收下了，等纲要收入后才会用到。`;
    case 'items-unknown':
      return `其中提到的纲要条目（${notice.ids.slice(0, 5).join('、')}）还没有收入，收入那份纲要后才对得上。`;
    default:
      return notice satisfies never;
  }
}
