import { readParagraph } from './paragraph-text.ts';
import { findMarks, type Mark, namePlace, places } from './places.ts';
import {
  attributeIn,
  findAll,
  innerOf,
  type PlacedElement,
  placeElements,
  walk,
} from './xml-tree.ts';

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Elements by which revisions are kept. */
const revision = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)$/u;
const comment = /^w:comment(?:Reference|RangeStart|RangeEnd)$/u;
/** Fields that fetch something from another file. */
const fetching = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|IMPORT|RD|DATABASE)\b/iu;

function listTextFaults(xml: string): readonly string[] {
  const root = placeElements(xml);
  const elements = [...walk(root)];
  const has = (pattern: RegExp) => elements.some(({ name }) => pattern.test(name));
  const fields = elements
    .filter(({ name }) => name === 'w:instrText')
    .some((one) => fetching.test(innerOf(xml, one)));
  return [
    ...(has(revision) ? ['里面有没有处理的修订，请先全部接受或拒绝'] : []),
    ...(has(comment) ? ['里面有批注，请先全部删除'] : []),
    ...(fields || has(/^w:(?:altChunk|subDoc)$/u)
      ? ['里面插入了别的文件的内容，请改成普通文字']
      : []),
  ];
}

function listSettingsFaults(settings: string): readonly string[] {
  const root = placeElements(settings);
  const protection = findAll(root, 'w:documentProtection')[0] ?? null;
  const isLocked = /^(?:1|true|on)$/u.test(
    attributeIn(settings, protection, 'w:enforcement') ?? '',
  );
  return [
    ...(isLocked ? ['文件限制了编辑，请先在“审阅”的“限制编辑”里停止保护'] : []),
    ...(findAll(root, 'w:mailMerge').length > 0 ? ['文件连着邮件合并的名单，请先断开'] : []),
  ];
}

/** What in an office's document cannot be passed on or cannot be written into. */
export function listPartFaults({
  parts,
  texts,
}: {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly texts: ReadonlyMap<string, string>;
}): readonly string[] {
  const names = [...parts.keys()];
  const decode = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  const hasMacros =
    names.some((name) => /^word\/(?:vbaProject|vbaData|activeX)/iu.test(name)) ||
    /macroEnabled/u.test(decode('[Content_Types].xml'));
  const document = texts.get('word/document.xml') ?? '';
  const isUsual = new RegExp(`<w:document\\b[^>]*xmlns:w=["']${transitional}["']`, 'u');
  return [
    ...(hasMacros ? ['文件带有宏，请另存为不带宏的 .docx'] : []),
    ...(isUsual.test(document) ? [] : ['文件的写法少见，请用 Word 或 WPS 打开后另存为 .docx']),
    ...[...texts.values()].flatMap(listTextFaults),
    ...(parts.has('word/settings.xml') ? listSettingsFaults(decode('word/settings.xml')) : []),
    ...(/<w:comment\b/u.test(decode('word/comments.xml')) ? ['里面有批注，请先全部删除'] : []),
  ];
}

/** Whether a paragraph stands in the body itself, and not in a table, a text box, a header or a footer. */
export function isInBody({ parent }: PlacedElement): boolean {
  if (parent?.name === 'w:body') return true;
  const isWrapped = parent?.name === 'w:sdtContent' || parent?.name === 'w:sdt';
  return isWrapped && parent !== null && isInBody(parent);
}

/** A mark with the paragraph it stands in. */
export interface PlacedMark extends Mark {
  readonly paragraph: PlacedElement;
  /** Whether the paragraph says nothing else. */
  readonly isAlone: boolean;
}

/** Every mark of a part, in the order of the text. */
export function listMarks(xml: string): readonly PlacedMark[] {
  return findAll(placeElements(xml), 'w:p').flatMap((paragraph) => {
    const { text } = readParagraph(xml, paragraph);
    return findMarks(text).map((mark) => ({
      ...mark,
      paragraph,
      isAlone: text.trim() === text.slice(mark.start, mark.end),
    }));
  });
}

/** Marks of one place: a text box is written twice, for new and for old programs. */
const isCopy = (mark: PlacedMark): boolean => {
  const inside = (one: PlacedElement | null): boolean =>
    one !== null && (one.name === 'mc:Fallback' || inside(one.parent));
  return inside(mark.paragraph);
};

/** Whether a paragraph lies in the result of a field that goes beyond it: updating that would take the text away. */
function isInField(xml: string, paragraph: PlacedElement): boolean {
  let depth = 0;
  let held: number | null = null;
  for (const mark of findAll(placeElements(xml), 'w:fldChar')) {
    if (mark.start > paragraph.end) break;
    if (mark.start > paragraph.start) held ??= depth;
    const type = attributeIn(xml, mark, 'w:fldCharType');
    depth += type === 'begin' ? 1 : type === 'end' ? -1 : 0;
  }
  return depth > 0 || (held ?? depth) > 0;
}

/** The first half of a mark whose other half was forgotten, with what stands around it. */
function findTorn(xml: string): string | null {
  for (const paragraph of findAll(placeElements(xml), 'w:p')) {
    const { text } = readParagraph(xml, paragraph);
    const marks = findMarks(text).toReversed();
    const rest = marks.reduce((all, { start, end }) => all.slice(0, start) + all.slice(end), text);
    const torn = /[{｛]{2}.{0,12}|.{0,12}[}｝]{2}/u.exec(rest);
    if (torn) return torn[0];
  }
  return null;
}

/** What is wrong with the places of a document. */
export function listPlaceFaults(texts: ReadonlyMap<string, string>): readonly string[] {
  const marks = [...texts.values()].flatMap(listMarks).filter((mark) => !isCopy(mark));
  const inDocument = listMarks(texts.get('word/document.xml') ?? '');
  const unknown = marks.find(({ place }) => place === null);
  const bodies = marks.filter(({ place }) => place === 'body');
  const [body] = inDocument.filter(({ place }) => place === 'body');
  if (unknown) {
    const known = places.map((place) => `{{${namePlace(place)}}}`).join('、');
    return [`不认识“{{${unknown.word}}}”，可以写的有${known}`];
  }
  if (bodies.length === 0) return ['没有标出正文的位置，请在要放正文的地方单写一段 {{正文}}'];
  if (bodies.length > 1) return ['{{正文}} 写了几处，请只留一处'];
  if (!body?.isAlone || !isInBody(body.paragraph)) {
    return ['{{正文}} 要自成一段，不能放在表格、文本框、页眉页脚里，也不能与别的文字同段'];
  }
  if (isInField(texts.get('word/document.xml') ?? '', body.paragraph)) {
    return ['{{正文}} 放在了目录一类会自动更新的内容里，更新时报告会丢失，请移到它的外面'];
  }
  const torn = [...texts.values()].map(findTorn).find((found) => found !== null);
  return torn === undefined ? [] : [`“${torn}”两边的括号不齐，请改成 {{标题}} 这样的写法`];
}
