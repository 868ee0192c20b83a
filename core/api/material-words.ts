import type { ApiError } from './error.ts';
import { describeError, type ErrorWords } from './error-words.ts';
import { formatBytes } from './format-bytes.ts';

const nothingKept = '这份素材没有存入，其他素材没有变动。';

/** An error of keeping a material in words: those of reading speak of reports otherwise. */
export function describeMaterialError(error: ApiError): ErrorWords {
  if (error.code === 'import/too-large') {
    return {
      what: `文件“${error.name}”有 ${formatBytes(error.bytes)}，超过了 ${formatBytes(error.limit)} 的上限。`,
      kept: nothingKept,
      todo: '可以压缩图片后再存，或只存其中要用的文字。',
    };
  }
  const words = describeError(error);
  return error.code.startsWith('import/') ? { ...words, kept: nothingKept } : words;
}

const unreadWords: ReadonlyMap<ApiError['code'], string> = new Map([
  ['import/encrypted', '文件设了打开密码，文字没有读出来，原件已存。'],
  ['import/too-slow', '文件太复杂，文字没有读完，原件已存。'],
  ['import/not-a-report', '文件的文字太长，没有读进来，原件已存。'],
  ['import/damaged', '文件已损坏，文字没有读出来，原件已存。'],
  ['import/suspicious', '文件的结构不正常，没有读它的文字，原件已存。'],
]);

/** Why there are no words of a file that is kept as it came, in one sentence. */
export function describeUnread(error: ApiError): string {
  if (error.code === 'import/no-text') {
    return error.found === 'scan'
      ? '文件是扫描件，文字没有读出来，原件已存。'
      : '文件里没有读出文字，原件已存。';
  }
  return unreadWords.get(error.code) ?? '这类文件不读文字，原件已存。';
}
