import { createHash } from 'node:crypto';
import { formatSignedDate } from '../../core/layout/index.ts';
import type { NamedFile } from './deps.ts';
import { MARK_DIGITS, type PackMarks } from './pack-marks.ts';
import { encodeText } from './web-text.ts';

/** A file of the pack, with what it is for. */
export interface SubmissionFile extends NamedFile {
  readonly purpose: string;
}

/** What the list says of the whole pack. */
export interface SubmissionHead {
  /** `青石镇人民政府2025年度报告报送材料`. */
  readonly title: string;
  readonly marks: PackMarks;
  /** Local calendar date, ISO. */
  readonly date: string;
}

function describeFile({ fileName, purpose, bytes }: SubmissionFile, index: number): string[] {
  return [
    `${index + 1}. ${fileName}`,
    `   用途：${purpose}`,
    `   大小：${bytes.length.toLocaleString('en-US')} 字节`,
    `   SHA-256：${createHash('sha256').update(bytes).digest('hex')}`,
    '',
  ];
}

/** What is told of the marks: one of them where nothing was replaced, else both and where each stands. */
function describeMarks({ common, draft }: PackMarks): readonly string[] {
  const short = `文件名里的“${common.slice(0, MARK_DIGITS)}”是它的前 ${MARK_DIGITS} 位`;
  const changes = '正文改动一个字，它就会变。';
  if (common === draft) {
    return [`正文校验码：${common}`, `各份材料出自同一稿，${short}；${changes}`];
  }
  return [
    `公开内容校验码：${common}`,
    `各份材料出自同一稿，都带这个校验码，${short}；${changes}`,
    `报送稿校验码：${draft}`,
    '公开版里有文字作了替换，所以报送稿另有校验码，印在自查表上，报送版的文件属性里也有。它和本清单、报送版、自查表都不要公开。',
  ];
}

/** 材料清单: each file with its purpose, size and SHA-256, and the content marks, 校验码. */
export function writeSubmissionList(
  { title, marks, date }: SubmissionHead,
  files: readonly SubmissionFile[],
): Uint8Array {
  const lines = [
    `${title}清单`,
    '',
    `生成日期：${formatSignedDate(date)}`,
    `材料份数：${files.length} 份，另附本清单`,
    ...describeMarks(marks),
    '',
    ...files.flatMap(describeFile),
  ];
  return encodeText(lines.join('\r\n'));
}
