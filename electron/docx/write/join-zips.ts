const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** Places within the end record and within an entry of the directory. */
const END = { count: 8, countAll: 10, size: 12, start: 16 } as const;
const ENTRY = { name: 28, extra: 30, comment: 32, start: 42 } as const;

interface Zip {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly end: number;
  readonly count: number;
  /** Where its directory begins, and how long that is. */
  readonly directory: number;
  readonly size: number;
}

function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  const read = (at: number) => view.getUint32(end + at, true);
  const count = view.getUint16(end + END.count, true);
  return { bytes, view, end, count, directory: read(END.start), size: read(END.size) };
}

/** The directory of a zip whose entries have moved by `shift` bytes. */
function moveDirectory({ bytes, directory, size, count }: Zip, shift: number): Uint8Array {
  const moved = bytes.slice(directory, directory + size);
  const view = new DataView(moved.buffer);
  for (let entry = 0, at = 0; entry < count; entry += 1) {
    view.setUint32(at + ENTRY.start, view.getUint32(at + ENTRY.start, true) + shift, true);
    const parts = [ENTRY.name, ENTRY.extra, ENTRY.comment];
    at += ENTRY_LENGTH + parts.reduce((sum, part) => sum + view.getUint16(at + part, true), 0);
  }
  return moved;
}

/**
 * One zip of the entries of two, the first's in front, nothing compressed anew. Both must come from
 * fflate: no comment at the end, less than 4 GB.
 */
export function joinZips(one: Uint8Array, other: Uint8Array): Uint8Array {
  const [first, second] = [openZip(one), openZip(other)];
  const start = first.directory + second.directory;
  const joined = new Uint8Array(start + first.size + second.size + END_LENGTH);
  joined.set(first.bytes.subarray(0, first.directory), 0);
  joined.set(second.bytes.subarray(0, second.directory), first.directory);
  joined.set(first.bytes.subarray(first.directory, first.end), start);
  joined.set(moveDirectory(second, first.directory), start + first.size);
  const end = start + first.size + second.size;
  joined.set(second.bytes.subarray(second.end), end);
  const view = new DataView(joined.buffer);
  view.setUint16(end + END.count, first.count + second.count, true);
  view.setUint16(end + END.countAll, first.count + second.count, true);
  view.setUint32(end + END.size, first.size + second.size, true);
  view.setUint32(end + END.start, start, true);
  return joined;
}
