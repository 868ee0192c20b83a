/** What a program was doing when the system refused. */
export type FileAct = 'read' | 'write';

/** An error of the operating system, as Node throws it. */
export interface SystemError {
  /** `ENOENT` and its kind. */
  readonly code: string;
  readonly syscall: string;
}

type Words = string | Readonly<Record<FileAct, string>>;

const busy = '文件正在别的程序里打开';
const isFolder = '这个位置是文件夹';
const reasons: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['EACCES', { read: '没有读取权限', write: '没有写入权限' }],
  ['EPERM', { read: '没有读取权限', write: '没有写入权限，或文件正在别的程序里打开' }],
  ['EROFS', '这个磁盘是只读的'],
  ['EBUSY', busy],
  ['ETXTBSY', busy],
  ['ENOENT', { read: '文件不存在', write: '文件夹不存在' }],
  ['ENOTDIR', '路径里有一处不是文件夹'],
  ['EISDIR', isFolder],
  ['EEXIST', isFolder],
  ['ENOTEMPTY', isFolder],
  ['ENAMETOOLONG', '文件名太长'],
  ['ELOOP', '这个链接绕了一圈又指回自己'],
  ['ENXIO', '这不是普通文件'],
  ['EIO', { read: '磁盘读取出错', write: '磁盘读写出错' }],
]);

/** The system's error that was thrown; null for any other. */
export function toSystemError(error: unknown): SystemError | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return { code: String(error.code), syscall: String(error.syscall) };
}

/** Whether there was no room, on the disk or in the person's share of it. */
export function isDiskFull({ code }: SystemError): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Why the system refused, in words for the person, without 。; null for what it seldom says. */
export function describeSystemError({ code, syscall }: SystemError, act: FileAct): string | null {
  // a folder could not be made because something else has its name
  if (code === 'EEXIST' && syscall === 'mkdir') return '这个位置不是文件夹';
  const words = reasons.get(code) ?? null;
  return words === null || typeof words === 'string' ? words : words[act];
}
