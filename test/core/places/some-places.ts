import type { Report } from '../../../core/model/index.ts';
import {
  createForeignPlaces,
  findOwnPlaces,
  indexPlaces,
  joinPlaceWords,
  type PlaceList,
} from '../../../core/places/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

/** A country of our own, with what makes real ones hard: names twice, short ones, a municipality. */
export const somePlaces: PlaceList = {
  source: '测试',
  provinces: [
    [
      '东江省',
      [
        [
          '临海市',
          [
            ['云岭县', '青石镇|枫林街道|白沙乡|长安镇'],
            ['和县', '和平镇'],
            ['新城区', '城关镇'],
          ],
        ],
        ['海城市', [['海城市', '沿河镇']]],
      ],
    ],
    ['西山省', [['安康市', [['石泉县', '青石镇|柳树镇']]]]],
    ['天京市', [['天京市', [['清河区', '书香街道']]]]],
  ],
};

export const someIndex = indexPlaces(somePlaces);
export const shippedPlaceWords = joinPlaceWords(
  shipped.packs.flatMap((pack) => (pack.kind === 'rules' ? [pack] : [])),
);

/** Names in `text` that are not the unit's own. */
export function foreignNames(
  report: Report,
  text: string,
  settings: { readonly chain?: readonly string[]; readonly base?: Report } = {},
): readonly string[] {
  const own = findOwnPlaces(report, someIndex, { chain: [], ...settings });
  return createForeignPlaces(someIndex, own, shippedPlaceWords)
    .find(text)
    .map(({ name }) => name);
}
