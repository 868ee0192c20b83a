const year = '((?:19|20)\\d{2})';

function narrowDigits(text: string): string {
  return text.replaceAll(/[０-９]/gu, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0),
  );
}

/**
 * A 发文字号 as it is printed: the year in 〔〕 whatever brackets were typed, no 第, no leading zero, no
 * blanks. `青政[2026]第012号` → `青政〔2026〕12号`. Anything else of it stays as it was typed.
 * @source GB/T 9704-2012 7.2.5
 */
export function formatDocumentNumber(number: string): string {
  return narrowDigits(number)
    .replaceAll(/\s+/gu, '')
    .replace(new RegExp(`[〔\\[［（(【〖｛{<〈]${year}年?[〕\\]］）)】〗｝}>〉]`, 'u'), '〔$1〕')
    .replace(/(?<=〕)第?0*(?=[1-9]\d*(?:号|$))/u, '');
}
