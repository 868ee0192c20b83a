import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Damage } from './damage-bytes.ts';
import { byteDamages } from './damage-bytes.ts';
import type { Dice } from './dice.ts';

const entries = (bytes: Uint8Array) => Object.entries(unzipSync(bytes));
const rezip = (list: readonly (readonly [string, Uint8Array])[]) =>
  zipSync(Object.fromEntries(list) as Zippable, { level: 1 });

/** Ways of spoiling XML that leave it text. */
const xmlDamages: Readonly<Record<string, (xml: string, dice: Dice) => string>> = {
  'a tag is gone': (xml, dice) => {
    const tags = [...xml.matchAll(/<[^>]*>/gu)];
    if (tags.length === 0) return xml;
    const { index, 0: tag } = dice.pick(tags);
    return xml.slice(0, index) + xml.slice(index + tag.length);
  },
  'an element stands elsewhere': (xml, dice) => {
    const tags = [...xml.matchAll(/<[^>]*>/gu)];
    if (tags.length === 0) return xml;
    const { index } = dice.pick(tags);
    const piece = xml.slice(index, index + 20 + dice.roll(800));
    const at = dice.pick(tags).index;
    return xml.slice(0, at) + piece + xml.slice(at);
  },
  'a balanced element is doubled or gone': (xml, dice) => {
    const whole = [
      ...xml.matchAll(/<(w:(?:p|r|t|tr|tc|pPr|rPr|numPr|lvl|style))(?: [^>]*)?>.*?<\/\1>/gu),
    ];
    if (whole.length === 0) return xml;
    const { index, 0: piece } = dice.pick(whole);
    const put = dice.pick(['', piece + piece, piece.repeat(50)]);
    return xml.slice(0, index) + put + xml.slice(index + piece.length);
  },
  'a number is another': (xml, dice) => {
    const numbers = [...xml.matchAll(/"(\d+)"/gu)];
    if (numbers.length === 0) return xml;
    const { index, 0: number } = dice.pick(numbers);
    const put = dice.pick(['-1', '0', '99999999999', '2147483648', '1e9', 'NaN', '', '４']);
    return `${xml.slice(0, index)}"${put}"${xml.slice(index + number.length)}`;
  },
  'a name is another': (xml, dice) => {
    const names = [...new Set(xml.match(/w:\w+/gu) ?? ['w:p'])];
    return xml.replaceAll(dice.pick(names), dice.pick([...names, 'w:nothing', 'x:p']));
  },
  'nested deep': (xml, dice) => {
    const depth = dice.pick([10, 100, 300, 5000]);
    const tag = dice.pick([
      'w:tbl><w:tr><w:tc',
      'w:p',
      'w:sdt><w:sdtContent',
      'w:ins',
      'w:txbxContent',
    ]);
    const names = tag.split('><');
    const close = names
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
    const at = xml.indexOf('<w:p');
    if (at < 0) return xml;
    return `${xml.slice(0, at)}${`<${tag}>`.repeat(depth)}${close.repeat(depth)}${xml.slice(at)}`;
  },
  'odd characters': (xml, dice) => {
    const at = dice.roll(xml.length);
    const odd = dice.pick([
      '\0',
      '\u0001',
      '\ufffe',
      '\ud800',
      '&',
      '&#0;',
      '&#x110000;',
      '&lt',
      ']]>',
      '<!DOCTYPE a [<!ENTITY b "c">]>',
      '<?x',
      '<![CDATA[',
      '-->',
    ]);
    return xml.slice(0, at) + odd + xml.slice(at);
  },
};

/** Damages one part's XML and packs it again with the right checksum, so that the damage reaches the parsers. */
const spoilXml: Damage = (bytes, dice) => {
  const list = entries(bytes);
  const parts = list.filter(([name]) => /\.(?:xml|rels)$/u.test(name));
  const [chosen] =
    dice.roll(3) > 0
      ? (parts.find(([name]) => name === 'word/document.xml') ?? dice.pick(parts))
      : dice.pick(parts);
  const spoil = dice.pick(Object.values(xmlDamages));
  return rezip(
    list.map(([name, data]) => [
      name,
      name === chosen ? strToU8(spoil(strFromU8(data), dice)) : data,
    ]),
  );
};

/** Damages the bytes of one part below its checksum. */
const spoilPart: Damage = (bytes, dice) => {
  const list = entries(bytes);
  const [chosen] = dice.pick(list);
  const spoil = dice.pick(Object.values(byteDamages));
  return rezip(list.map(([name, data]) => [name, name === chosen ? spoil(data, dice) : data]));
};

/** Damage that a zip container can meet inside. */
export const zipDamages: Readonly<Record<string, Damage>> = {
  'XML spoilt': spoilXml,
  'XML spoilt twice': (bytes, dice) => spoilXml(spoilXml(bytes, dice), dice),
  'part spoilt': spoilPart,
  'entries swapped': (bytes, dice) => {
    const list = entries(bytes);
    const [one, other] = [dice.roll(list.length), dice.roll(list.length)];
    return rezip(
      list.map(([name, data], index) => {
        const from = index === one ? other : index === other ? one : index;
        return [name, list[from]?.[1] ?? data];
      }),
    );
  },
  'entry gone or renamed': (bytes, dice) => {
    const list = entries(bytes);
    const at = dice.roll(list.length);
    const isGone = dice.roll(2) === 0;
    return rezip(
      list.flatMap(([name, data], index) => {
        if (index !== at) return [[name, data] as const];
        return isGone ? [] : [[dice.pick([`../${name}`, `/${name}`, name.toUpperCase()]), data]];
      }),
    );
  },
};
