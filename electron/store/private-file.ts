import fs from 'node:fs';

function hasNoRights(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/u.test(String(error.code))
  );
}

/**
 * Takes from all but the owner what rights they have on an existing file, and gives none. Drives
 * that know no rights (a USB stick's FAT, some shares) and files that belong to someone else stay
 * as they are: that is no reason not to write.
 */
export function makePrivate(file: string): void {
  const { mode } = fs.statSync(file);
  if ((mode & 0o077) === 0) return;
  try {
    fs.chmodSync(file, mode & 0o700);
  } catch (error) {
    if (!hasNoRights(error)) throw error;
  }
}
