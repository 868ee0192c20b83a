import { readLetterPairs } from '../compare/index.ts';

/**
 * Words that any plan and any account share: verbs of promise, degrees, and what everything is
 * called. They tell nothing of which measure is meant.
 */
const idle =
  /进一步|持续|继续|不断|切实|认真|积极|大力|着力|扎实|深入|全面|严格|充分|有效|有序|逐步|全部|加强|强化|加大|推进|推动|推行|开展|组织|落实|完善|健全|建立|提升|提高|深化|优化|完成|实现|实施|做好|做到|抓好|抓实|确保|力争|保障|达到|保持|不少于|以上|以下|全年|年内|每季度|定期|工作|制度|机制|建设|力度|水平|能力|情况|方面|问题|法治政府|依法|行政|全镇|全乡|街道|我镇|镇村|组织|举办|召开|进行|通过|对|在|将|把|为|和|与|及|等|的|了|\d{4}年|[\d.,，％%]+/gu;

/** In the midst of the pairs of Chinese letters, as {@link readLetterPairs} numbers them. */
const middle = 0x7000_0000;

/** Reads texts into the distinct pairs of neighbouring letters that tell what they are about. */
export interface PairReader {
  /** The pairs of a text, each as its number: from zero, in the order they were first met. */
  readonly read: (text: string) => readonly number[];
  /** How many pairs were met so far: all numbers are below. */
  readonly count: () => number;
}

/** A reader that numbers pairs by itself: small numbers make lists by pair, which are looked up at once. */
export function createPairReader(): PairReader {
  const numbers = new Map<number, number>();
  const numberOf = (pair: number) => {
    // pairs of Chinese letters become numbers small enough for a map to find them at once
    const key = (pair - middle) | 0;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    return number;
  };
  return {
    read: (text) => [...new Set(readLetterPairs(text.replace(idle, ' ')).map(numberOf))],
    count: () => numbers.size,
  };
}
