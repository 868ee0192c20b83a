import fs from 'node:fs';

/**
 * File system types, as statfs(2) names them, whose locks WAL may not trust: NFS, SMB and CIFS,
 * AFS, Ceph, Coda, NCP, 9p (virtual machines' shared folders) and FUSE, behind which may be
 * sshfs. A local FUSE drive loses nothing but a little speed by being counted among them.
 */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, 0xff53_4d42, 0xfe53_4d42, 0x517b, 0x5346_414f, 0x00c3_6400, 0x7375_7245, 0x564c,
  0x0102_1997, 0x6573_5546,
]);

/** True for a path that Windows reaches over the network: `\\server\share\…`, also as `\\?\UNC\…`. */
export function isUncPath(path: string): boolean {
  return /^\\\\\?\\UNC\\/iu.test(path) || /^(?:\\\\|\/\/)[^\\/?.]/u.test(path);
}

/**
 * True when `folder`, which must exist, is known to lie on a network drive, where WAL is unsafe.
 * Linux asks statfs; Windows looks at the real path, in which a mapped letter shows its share.
 * Elsewhere, and for drives that do not tell, false.
 */
export function isNetworkFolder(folder: string, platform = process.platform): boolean {
  if (platform === 'win32') return isUncPath(fs.realpathSync.native(folder));
  return platform === 'linux' && networkTypes.has(fs.statfsSync(folder).type);
}
