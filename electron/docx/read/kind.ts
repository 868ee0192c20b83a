import type { UnsupportedKind } from '../../../core/api/index.ts';

/** What the first bytes of a file say it is. `text` also stands for HTML and for what nothing is known of. */
export type FileKind = 'empty' | 'zip' | 'ole' | 'text' | UnsupportedKind;

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0xcf, 0xfa, 0xed, 0xfe]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b, 0x08]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
];

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Signatures that are also letters need a second sign: the zero bytes of a header. */
function sniffLettered(bytes: Uint8Array, head: string): FileKind | null {
  const hasZero = bytes.subarray(0, 64).includes(0);
  if (head.startsWith('MZ') && hasZero) return 'program';
  if (head.startsWith('BM') && hasZero) return 'image';
  if (/^RIFF[\s\S]{4}WEBP/u.test(head)) return 'image';
  if (/^[\s\S]{4}ftyp(?:hei|mif|avif)/u.test(head)) return 'image';
  return null;
}

/** Tells the kind of a file by its content; its name is not asked. */
export function sniffKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  for (const [kind, signature] of signatures) if (beginsWith(bytes, signature)) return kind;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^(?:ï»¿)?\s*\{\\rtf/u.test(head)) return 'rtf';
  // Some scanners and mail programs put a few bytes before the PDF mark.
  if (head.startsWith('%PDF-') || (head.includes('%PDF-') && head.includes('obj'))) return 'pdf';
  return sniffLettered(bytes, head) ?? 'text';
}

/** What a zip container holds, by the names in it: `docx` for every Word package. */
export function sniffPackage(names: readonly string[]): 'docx' | UnsupportedKind {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/[^/]+\.xml$/iu)) return 'docx';
  if (has(/^xl\//iu)) return 'spreadsheet';
  if (has(/^ppt\//iu)) return 'presentation';
  if (has(/^(?:.*\/)?OFD\.xml$/iu)) return 'ofd';
  if (has(/^mimetype$/u) && has(/^content\.xml$/u)) return 'unknown';
  return has(/^\[Content_Types\]\.xml$/iu) ? 'unknown' : 'archive';
}
