import { spawnSync } from 'node:child_process';
import { createTempFolder } from './temp-folder.ts';

/**
 * Runs `work` in a folder on a disk of its own with `sizeKb` of room. False, having run nothing,
 * where such a disk cannot be mounted (it takes Linux and root).
 */
export async function onSmallDisk(
  sizeKb: number,
  work: (folder: string) => Promise<void> | void,
): Promise<boolean> {
  const folder = createTempFolder();
  const words = ['-t', 'tmpfs', '-o', `size=${sizeKb}k`, 'tmpfs', folder];
  if (spawnSync('mount', words).status !== 0) return false;
  try {
    await work(folder);
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
  return true;
}
