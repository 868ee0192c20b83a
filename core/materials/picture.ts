const ascii = (letters: string): readonly number[] =>
  [...letters].map((letter) => letter.charCodeAt(0));

/** What a picture's bytes begin with. */
const beginnings: readonly (readonly [
  mediaType: string,
  offset: number,
  bytes: readonly number[],
])[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, ...ascii('PNG')]],
  ['image/gif', 0, ascii('GIF8')],
  ['image/webp', 8, ascii('WEBP')],
  ['image/bmp', 0, ascii('BM')],
];
const mediaTypeByEnding: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

/** The media type a file's name speaks of; null when that is no picture we can show. */
export function pictureTypeOfName(fileName: string): string | null {
  const ending = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(mediaTypeByEnding, ending) ? (mediaTypeByEnding[ending] ?? null) : null;
}

/**
 * The media type of a picture that can be shown; null for anything else. Its bytes decide, and two
 * letters are too few to tell a .bmp by: that must be called so.
 */
export function pictureTypeOf(fileName: string, bytes: Uint8Array): string | null {
  const found = beginnings.find(([, offset, begin]) =>
    begin.every((byte, index) => bytes[offset + index] === byte),
  );
  if (!found) return null;
  const [mediaType] = found;
  const isSure = mediaType !== 'image/bmp' || pictureTypeOfName(fileName) === mediaType;
  return isSure ? mediaType : null;
}
