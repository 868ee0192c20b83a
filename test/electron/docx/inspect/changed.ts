import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A .docx with `change` made in the text of one of its parts, which must change something. */
export function changePart(
  docx: Uint8Array,
  path: string,
  change: (xml: string) => string,
): Uint8Array {
  const parts = unzipSync(docx);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

/** A .docx without one of its parts. */
export function dropPart(docx: Uint8Array, path: string): Uint8Array {
  const { [path]: dropped, ...parts } = unzipSync(docx);
  if (!dropped) throw new Error(`no ${path} in the package`);
  return zipSync(parts);
}
