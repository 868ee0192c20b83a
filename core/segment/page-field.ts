/** A field that pages print around a document: 发布时间：2026-01-15. */
interface Field {
  readonly name: RegExp;
  /** What its value looks like; a field of such a value is one wherever it stands. */
  readonly value: RegExp;
}

const when =
  /^(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)?$/u;
const counted = /^[\d,]{0,12}\s*次?$/u;
/** One name, such as an organ's or a person's. */
const named = /^[^\s，,、；;。：:！？]{0,20}$/u;
const listed = /^[^。；;！？：:，,]{0,40}$/u;

const fields: readonly Field[] = [
  {
    name: /^(?:发布|更新|发文|生成|成文|公开|创建|制发|印发|生效|废止|失效|录入)(?:时间|日期)$/u,
    value: when,
  },
  { name: /^(?:日期|时间)$/u, value: when },
  {
    name: /^(?:累计|总)?(?:浏览|点击|访问|阅读|累计)(?:次数|人数|量|率|数)?$/u,
    value: counted,
  },
  {
    name: /^(?:(?:文章|信息|稿件|新闻)?来\s*源|稿源|供稿(?:单位)?|作者|编辑|责任编辑|审核|校对|初审|复审|终审|撰稿人?|发布人)$/u,
    value: named,
  },
  { name: /^(?:信息)?索\s*引\s*号$/u, value: /^[^。；;，,]{0,60}$/u },
  {
    name: /^(?:文\s*号|发文字号|文件编号)$/u,
    value: /^(?:无|[^。；;，,]{0,30}号)?$/u,
  },
  {
    name: /^(?:主题分类|体裁分类|组配分类|服务对象分类|信息分类|信息类别|文件类型|公文种类|所属主题)$/u,
    value: listed,
  },
  {
    name: /^(?:发布机构|发布单位|发文机关|发文机构|发文单位|制发机关|制文单位|责任部门|责任单位|所属单位)$/u,
    value: named,
  },
  {
    name: /^(?:字体|字号|文字大小|字体大小)$/u,
    value: /^(?:[大中小默认超特标准\s【】［］[\]|｜A+-]|打印|关闭|收藏){0,40}$/u,
  },
  {
    name: /^(?:有\s*效\s*性|效力状态|时效性|有效期)$/u,
    value: /^(?:是|否|有效|失效|废止|现行有效|长期(?:有效)?)?$/u,
  },
  {
    name: /^(?:公开方式|公开时限|公开类别|公开范围|公开形式|公开属性)$/u,
    value: named,
  },
];
/** Fields whose names are common words: such a line is a field only where pages print fields. */
const vague =
  /^(?:主\s*题\s*词|关键[词字]|名\s*称|信息名称|标\s*题|内容概述|分类|主题|服务对象|您?的?(?:当前|现在)?(?:所在)?的?位置)$/u;
/** Fields that other papers have in their text: a meeting's time. */
const strict = /^(?:日期|时间)$/u;
const loose = /^[^。；;，,！？]{0,90}$/u;
const shout = /^主动公开$/u;

const longestName = 10;
/** A name with its colon or bar; 索引号 and 浏览次数 also before a blank. */
const separated = /^([^\s:：|｜]{1,6}(?:\s{1,4}\S{1,3}){0,3}?)\s{0,4}[:：|｜]\s*(.*)$/su;
const spaced =
  /^(索\s{0,4}引\s{0,4}号|文\s{0,4}号|(?:浏览|点击|访问|阅读)(?:次数|量|数))\s+(.*)$/su;
const counter = /^\d{1,12}\s*次(?:浏览|阅读|点击|访问)$/u;

interface FoundField {
  readonly name: string;
  readonly value: string;
}

function splitField(text: string): FoundField | null {
  const [, name, value] = separated.exec(text) ?? spaced.exec(text) ?? [];
  if (name === undefined || value === undefined || name.length > longestName) return null;
  return { name: name.replace(/^[【［[（(]/u, ''), value: value.trim() };
}

/** 信息来源：青石镇 发布日期：2026-01-12 as two fields; empty when a piece is none. */
function splitFields(text: string): readonly FoundField[] {
  const bare = text.replace(/^[【［[（(]\s*|\s*[】］\]）)]$/gu, '');
  const pieces = bare.split(/[\s\u3000|｜]+(?=\p{Script=Han}[^\s:：|｜]{1,5}\s{0,4}[:：])/u);
  const fieldPieces = pieces.filter((piece) => piece === '' || !when.test(piece));
  const found = fieldPieces.map(splitField);
  return found.every((field) => field !== null) ? found : [];
}

const ownField = (name: string) => fields.find((field) => field.name.test(name));

function isField({ name, value }: FoundField, isEdge: boolean): boolean {
  const field = ownField(name);
  if (field?.value.test(value)) return true;
  if (!isEdge || strict.test(name)) return false;
  return (field !== undefined || vague.test(name)) && loose.test(value);
}

/** True for the name of such a field alone, as it stands in a table's cell: 索引号, 发布机构：. */
export function isFieldName(text: string): boolean {
  const name = text.trim().replace(/\s*[:：]$/u, '');
  return name.length <= longestName && (ownField(name) !== undefined || vague.test(name));
}

/**
 * True for a line that holds nothing but such fields.
 * @param isEdge whether the line stands where pages print fields; elsewhere a value has to look like one
 */
export function isFieldLine(text: string, isEdge: boolean): boolean {
  if (text.length > 160) return false;
  const tight = text.trim();
  if (counter.test(tight) || (isEdge && shout.test(tight))) return true;
  // most lines have no mark of a field at all, and are told here at once
  if (!/[:：|｜]/u.test(tight) && !spaced.test(tight)) return false;
  const found = splitFields(tight);
  return found.length > 0 && found.every((field) => isField(field, isEdge));
}
