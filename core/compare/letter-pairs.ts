const letter = /[\p{L}\p{N}]/u;

/** Chinese letters, common or rare (in two units), are told without looking them up. */
const isLetter = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  letter.test(String.fromCharCode(code));

/** The pairs of neighbouring letters of a text in order, each as a number; marks and blanks part letters. */
export function readLetterPairs(text: string): readonly number[] {
  const pairs: number[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isWord = isLetter(code);
    if (isWord && before !== 0) pairs.push(before * 0x10000 + code);
    before = isWord ? code : 0;
  }
  return pairs;
}
