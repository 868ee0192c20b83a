import { countNote, isBody, matchHits, passageRule } from '../hit.ts';
import type { Scene } from '../rule.ts';

/** What the issuers are: a street office, a township, or unknown. */
function kindOfUnit({ unitNames }: Scene): 'street' | 'town' | null {
  const street = /街道/u.test(unitNames);
  const town = /[镇乡](?:人民政府|党委|委员会|法治)?/u.test(unitNames.replace(/乡镇/gu, ''));
  if (street === town) return null;
  return street ? 'street' : 'town';
}

const higher = /(?<![自])我[县市区省州](?!镇|街道|委|政府)/gu;
const streetWords = /我街道|本街道|街道党工委/gu;
const townWords = /我[镇乡]|本[镇乡](?!人|级)/gu;

/** Words of another unit left in: 我县 in a township's report, 我镇 in a street office's. @source regulations.md 7.4 */
export const foreignVoice = passageRule({
  rule: 'foreign-voice',
  severity: 'warning',
  where: isBody,
  say: (count, words) =>
    `“${words}”与本单位的身份不符，可能是从别处抄来的，请核对。${countNote(count)}`,
  hits: ({ plain }, scene) => {
    if (!/[我本街]/u.test(plain)) return [];
    const kind = kindOfUnit(scene);
    if (kind === null) return [];
    const others = kind === 'street' ? townWords : streetWords;
    return [
      ...matchHits(plain, higher, () => null),
      ...matchHits(plain, others, () => null),
    ].toSorted((a, b) => a.start - b.start);
  },
});
