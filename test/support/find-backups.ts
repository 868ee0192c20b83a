import fs from 'node:fs';

/** Names of the backups in a data folder. */
export function findBackups(folder: string): readonly string[] {
  return fs.readdirSync(folder).filter((name) => name.endsWith('.backup'));
}
