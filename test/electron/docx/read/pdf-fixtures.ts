import { deflateSync } from 'node:zlib';

/** Words at a place: size and position in points from the page's lower left. */
export function wordsAt(text: string, x: number, y: number, size = 16): string {
  const escaped = text.replace(/[\\()]/gu, (sign) => `\\${sign}`);
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET\n`;
}

/** A page whose lines stand below one another at the left edge; deeper ones are given their own `x`. */
export function pageOf(lines: readonly (readonly [text: string, x: number])[], size = 16): string {
  return lines.map(([text, x], index) => wordsAt(text, x, 700 - index * 29, size)).join('');
}

interface PdfPieces {
  /** Content streams, one a page. */
  readonly pages: readonly string[];
  /** The face of all words; by default Helvetica in its own code. */
  readonly font?: string;
  readonly packed?: boolean;
  /** More entries of the trailer. */
  readonly trailer?: string;
  /** Further objects, numbered from 100 on. */
  readonly objects?: readonly string[];
}

/** A small PDF as an office program shapes it: catalogue, pages, streams, one face. */
export function buildPdf({ pages, font, packed, trailer, objects }: PdfPieces): Uint8Array {
  const bodies = new Map<number, Buffer>();
  const put = (id: number, text: string) => bodies.set(id, Buffer.from(text, 'latin1'));
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ');
  put(1, '<< /Type /Catalog /Pages 2 0 R >>');
  put(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  put(
    3,
    font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  for (const [index, content] of pages.entries()) {
    const id = 10 + index * 2;
    put(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${id + 1} 0 R >>`,
    );
    const plain = Buffer.from(content, 'latin1');
    const data = packed ? deflateSync(plain) : plain;
    const filter = packed ? '/Filter /FlateDecode ' : '';
    bodies.set(
      id + 1,
      Buffer.concat([
        Buffer.from(`<< ${filter}/Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  for (const [index, object] of (objects ?? []).entries()) put(100 + index, object);
  return assemble(bodies, trailer ?? '');
}

function assemble(bodies: ReadonlyMap<number, Buffer>, trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = parts[0]?.length ?? 0;
  const places: string[] = [];
  for (const [id, body] of bodies) {
    places.push(`${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    const object = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    at += object.length;
  }
  const table = `xref\n0 1\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size 1000 /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(table + end)]);
}
