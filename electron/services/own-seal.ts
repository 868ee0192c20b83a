import { createHash } from 'node:crypto';

/** Where the seal of a kind of text stands: what is put in, and how it is found again. */
interface SealPlace {
  readonly put: (text: string, seal: string) => string;
  readonly find: RegExp;
}

/** A draft carries it as its last property, a page for the web among what it says of itself. */
const places: Readonly<Record<string, SealPlace>> = {
  '.json': {
    put: (text, seal) => text.replace(/\n\}\n$/u, () => `,\n  "seal": "${seal}"\n}\n`),
    find: /,\n {2}"seal": "([0-9a-f]{64})"(?=\n\}\n$)/u,
  },
  '.html': {
    put: (text, seal) =>
      text.replace('</head>', () => `<meta name="seal" content="${seal}">\n</head>`),
    find: /<meta name="seal" content="([0-9a-f]{64})">\n(?=<\/head>)/u,
  },
};

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A text with a seal by which {@link isSealed} tells whether anybody changed it; others stay as they are. */
export function sealText(extension: string, bytes: Uint8Array): Uint8Array {
  const place = places[extension];
  if (!place) return bytes;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const sealed = place.put(text, hash(text));
  return sealed === text ? bytes : new TextEncoder().encode(sealed);
}

/** Whether a text is letter for letter as it was sealed. */
export function isSealed(extension: string, bytes: Uint8Array): boolean {
  const place = places[extension];
  if (!place) return false;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const seal = place.find.exec(text)?.[1];
  return seal !== undefined && hash(text.replace(place.find, '')) === seal;
}
