import { readLabel } from '../segment/index.ts';
import type { ClaimLine, ClaimRole } from './line.ts';
import { isHeadingRole, rawWords } from './line.ts';

/** A text taken apart as a heading; the four pieces put together are the text. */
export interface HeadingPieces {
  readonly label: string;
  readonly text: string;
  readonly ending: string;
  /** What follows on the same line; empty when the heading stands alone. */
  readonly rest: string;
  readonly runIn: boolean;
}

const longest = 40;
/** 标题。正文 */
const runIn = new RegExp(`^([^。！？；]{1,${longest}})(。[\\s\\u3000]*)(\\S.*)$`, 'su');
/** 标题：正文, the text being a sentence. */
const colon = /^([^。！？；，,、：:]{2,20})([：:][\s\u3000]*)(\S.{19,}[。！？；])$/su;
/** 标题 and its text, parted by a blank. */
const spaced = new RegExp(`^([^\\s。！？；：:]{2,${longest}})([ \\t\\u3000]+)(\\S.{29,})$`, 'su');
const alone = /^(.*?)([。：:]?)$/su;

/** Takes a text apart as the heading it would make: number, words, closing mark, what follows. */
export function readHeadingPieces(raw: string): HeadingPieces {
  const lead = /^[\s\u3000]*/u.exec(raw)?.[0] ?? '';
  const number = readLabel(raw.slice(lead.length))?.raw ?? '';
  const label = lead + number;
  const body = raw.slice(label.length);
  const shared = runIn.exec(body) ?? colon.exec(body);
  const [, text, ending, rest] = shared ?? spaced.exec(body) ?? [];
  if (text !== undefined && ending !== undefined && rest !== undefined) {
    return { label, text, ending, rest, runIn: shared !== null };
  }
  const [, whole = body, mark = ''] = alone.exec(body) ?? [];
  if (whole === '') return { label: '', text: raw, ending: '', rest: '', runIn: false };
  return { label, text: whole, ending: mark, rest: '', runIn: false };
}

const attachmentLabel = /^[\s\u3000]*(?:附\s*件\s*\d*\s*[:：]\s*)?(?:\d{1,2}[.．、](?!\d)\s*)?/u;

/** The line as text that tells nothing apart. */
function showAll(line: ClaimLine): ClaimLine {
  return { ...line, role: 'paragraph', label: '', text: rawWords(line), ending: '' };
}

/**
 * The line with its own number and closing mark told apart as `role` shows them. A role that shows
 * everything leaves them as they are, so that changing the role back is exact.
 */
export function dressLine(line: ClaimLine, role: ClaimRole): ClaimLine {
  const isSame = isHeadingRole(line.role) && isHeadingRole(role);
  // 附件：1. is no number of a heading
  if (line.role === 'attachment' && role !== 'attachment') return dressLine(showAll(line), role);
  const isTold = line.label !== '' || line.ending !== '';
  if (isHeadingRole(role)) {
    if (isSame || isTold) return { ...line, role };
    const { label, text, ending, rest } = readHeadingPieces(line.text);
    if (rest !== '') return { ...line, role };
    return { ...line, role, label, text, ending };
  }
  const raw = rawWords(line);
  if (role === 'addressee') {
    const text = raw.replace(/[:：]\s*$/u, '');
    return { ...line, role, label: '', text, ending: raw.slice(text.length) };
  }
  if (role === 'attachment') {
    const label = attachmentLabel.exec(raw)?.[0] ?? '';
    return { ...line, role, label, text: raw.slice(label.length), ending: '' };
  }
  return { ...line, role };
}
