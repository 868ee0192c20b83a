import { crc32, deflateSync } from 'node:zlib';

const SHADES = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Shades of grey, then of red: all that a printed document has. */
const palette = Buffer.from(
  Array.from({ length: SHADES * 2 }, (_, index) => {
    const light = Math.round(((index % SHADES) * 255) / (SHADES - 1));
    return [index < SHADES ? light : 255, light, light];
  }).flat(),
);

function buildChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Width, height and where the pixels begin in a binary PPM. */
function readHead(ppm: Buffer): readonly [width: number, height: number, start: number] {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.toString('latin1', 0, 64));
  if (!head) throw new Error('not a PPM of eight bits');
  return [Number(head[1]), Number(head[2]), head[0].length];
}

function indexOf(ppm: Buffer, at: number): number {
  const red = ppm[at] ?? 255;
  const green = ppm[at + 1] ?? 255;
  const shade = Math.round((green * (SHADES - 1)) / 255);
  return red - green > 40 ? SHADES + shade : shade;
}

/** A printed page as a PNG of sixteen shades of grey and red, a third of its size in full colour. */
export function encodeSmallPng(ppm: Buffer): Buffer {
  const [width, height, start] = readHead(ppm);
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let at = 0; at < width * height; at += 1) {
    const [row, column] = [Math.floor(at / width), at % width];
    const place = row * stride + 1 + (column >> 1);
    const index = indexOf(ppm, start + at * 3);
    rows[place] = (rows[place] ?? 0) | (column % 2 === 0 ? index << 4 : index);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    buildChunk('IHDR', size),
    buildChunk('PLTE', palette),
    buildChunk('IDAT', deflateSync(rows, { level: 9 })),
    buildChunk('IEND', Buffer.alloc(0)),
  ]);
}
