import { createHash } from 'node:crypto';
import { formatSignedDate } from '../../core/layout/index.ts';
import type { NamedFile } from './deps.ts';
import { encodeText } from './web-text.ts';

/** A file of the pack, with what it is for. */
export interface SubmissionFile extends NamedFile {
  readonly purpose: string;
}

/** What the list says of the whole pack. */
export interface SubmissionHead {
  /** `青石镇人民政府2025年度报告报送材料`. */
  readonly title: string;
  readonly mark: string;
  /** Local calendar date, ISO. */
  readonly date: string;
}

/** How many hex digits of the mark a file's name carries. */
export const MARK_DIGITS = 8;

function describeFile({ fileName, purpose, bytes }: SubmissionFile, index: number): string[] {
  return [
    `${index + 1}. ${fileName}`,
    `   用途：${purpose}`,
    `   大小：${bytes.length.toLocaleString('en-US')} 字节`,
    `   SHA-256：${createHash('sha256').update(bytes).digest('hex')}`,
    '',
  ];
}

/** 材料清单: each file with its purpose, size and SHA-256, and the content mark they share, 正文校验码. */
export function writeSubmissionList(
  { title, mark, date }: SubmissionHead,
  files: readonly SubmissionFile[],
): Uint8Array {
  const lines = [
    `${title}清单`,
    '',
    `生成日期：${formatSignedDate(date)}`,
    `材料份数：${files.length} 份，另附本清单`,
    `正文校验码：${mark}`,
    `各份材料出自同一稿，文件名里的“${mark.slice(0, MARK_DIGITS)}”是它的前 ${MARK_DIGITS} 位；正文改动一个字，它就会变。`,
    '',
    ...files.flatMap(describeFile),
  ];
  return encodeText(lines.join('\r\n'));
}
