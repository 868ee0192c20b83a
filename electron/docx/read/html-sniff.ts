import { type DecodedText, decodeText } from './text.ts';

const beforeMarkup = String.raw`^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*`;
const htmlStart = new RegExp(
  `${beforeMarkup}<(?:!doctype\\s+html|html|head|body|meta|title|div|p|table|span|font|article|section|h[1-6]|center|style|script|link|ul|ol|br)[\\s>/]`,
  'iu',
);

/** Whether text is a web page or a piece of one, whatever the file is called. */
export function isHtml(text: string): boolean {
  return htmlStart.test(text.slice(0, 4096));
}

/** Whether text is markup of another kind, whose tags must not pass for words. */
export function isOtherMarkup(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml\s|MIME-Version:)/iu.test(text.slice(0, 4096));
}

/** A page that names its charset is decoded by it, when the bytes allow; else as any text. */
export function decodePage(bytes: Uint8Array): DecodedText | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const charset = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1] ?? '';
  if (!/^gb(?:k|2312|18030)$/iu.test(charset)) return decodeText(bytes);
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const utf8 = decodeText(bytes);
    // Pages saved anew as UTF-8 keep their old charset line.
    return utf8?.encoding === 'UTF-8' ? utf8 : { text, encoding: 'GB18030' };
  } catch {
    return decodeText(bytes);
  }
}
