import { fail, ok, type Result } from '../../../core/api/index.ts';
import { sniffKind, sniffPackage } from '../read/kind.ts';
import { Refusal } from '../read/refusal.ts';
import { decodeXml, parseXml } from '../read/xml.ts';
import { openZip } from '../read/zip.ts';
import { unwrapControls } from './controls.ts';
import { listRelationFaults } from './relations.ts';
import { listPartFaults, listPlaceFaults } from './template-faults.ts';

/** The part with the text. */
export const documentPart = 'word/document.xml';
/** The part with the styles. */
export const stylesPart = 'word/styles.xml';

/** An office's document with its parts in their order. */
export interface OpenTemplate {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Parts that may hold places, their content controls turned into typed marks. */
  readonly texts: ReadonlyMap<string, string>;
  /** word/styles.xml. */
  readonly styles: string;
}

/** Parts that are printed. */
const printed = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;

const kindReasons: Readonly<Record<string, string>> = {
  spreadsheet: '这是表格，不是 Word 文档',
  presentation: '这是演示文稿，不是 Word 文档',
  pdf: '这是 PDF，不能填写，请用原来的 Word 文档',
  rtf: '这是 RTF 文件，请用 Word 或 WPS 另存为 .docx',
};

function describeRefusal(refusal: Refusal): string {
  const { reason } = refusal;
  if (reason.code === 'import/encrypted') return '文件加了密码，请先去掉密码';
  if ('detail' in reason) return `文件已损坏（${reason.detail}）`;
  return '文件不是能用的 Word 文档';
}

function describeKind(bytes: Uint8Array): string | null {
  const kind = sniffKind(bytes);
  if (kind === 'zip') return null;
  if (kind === 'empty') return '文件是空的';
  if (kind !== 'ole')
    return kindReasons[kind] ?? '这不是 .docx 文件，请用 Word 或 WPS 另存为 .docx';
  // the name of the stream that holds an encrypted document, as the directory writes it
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isLocked
    ? '文件加了密码，请先去掉密码'
    : '这是老格式的文件（.doc 或 .wps），请用 Word 或 WPS 另存为 .docx';
}

function readParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = openZip(bytes);
  const parts = zip.names
    .filter((name) => !name.endsWith('/'))
    .map((name) => [name, zip.read(name) ?? new Uint8Array()] as const);
  return new Map(parts);
}

/** Looks through every part that is XML: a broken one would make a file that Word does not open. */
function readText(part: Uint8Array): string {
  const text = decodeXml(part);
  parseXml(text);
  // what is written again is UTF-8, whatever it was
  return text.replace(/^(<\?xml[^>]*encoding=)["'][^"']*["']/u, '$1"UTF-8"');
}

function open(bytes: Uint8Array): Result<OpenTemplate, string> {
  const parts = readParts(bytes);
  const names = [...parts.keys()];
  if (sniffPackage(names) !== 'docx') return fail('里面不是 Word 文档');
  const [document, styles] = [parts.get(documentPart), parts.get(stylesPart)];
  if (!document || !styles) return fail('文件的结构少见，请用 Word 或 WPS 打开后另存一次再试');
  const texts = new Map(
    [...parts]
      .filter(([name]) => printed.test(name))
      .map(([name, part]) => [name, unwrapControls(readText(part))] as const),
  );
  const template = { parts, texts, styles: readText(styles) };
  const fault =
    listPartFaults(template)[0] ?? listRelationFaults(parts)[0] ?? listPlaceFaults(texts)[0];
  return fault === undefined ? ok(template) : fail(fault);
}

/**
 * Opens an office's document, or says in words why nothing can be written into it: no .docx, locked,
 * broken, with macros, tracked changes, comments or links to other files, or without a place for
 * the text.
 */
export function openTemplate(bytes: Uint8Array): Result<OpenTemplate, string> {
  const other = describeKind(bytes);
  if (other !== null) return fail(other);
  try {
    return open(bytes);
  } catch (error) {
    if (error instanceof Refusal) return fail(describeRefusal(error));
    throw error;
  }
}
