import { countNote, type Hit, matchHits, passageRule } from '../hit.ts';

/** Misprints and the words meant. Each pair is certain enough to be mended by a machine. */
const pairs: Readonly<Record<string, string>> = {
  行政权利: '行政权力',
  权利清单: '权力清单',
  权利运行: '权力运行',
  权利制约: '权力制约',
  公权利: '公权力',
  合法权力: '合法权利',
  台帐: '台账',
  帐目: '账目',
  帐户: '账户',
  记帐: '记账',
  帐单: '账单',
  帐本: '账本',
  帐号: '账号',
  欠帐: '欠账',
  布署: '部署',
  布暑: '部署',
  部暑: '部署',
  其它: '其他',
  做为: '作为',
  做用: '作用',
  既使: '即使',
  通迅: '通讯',
  坐谈会: '座谈会',
  签定: '签订',
  纠份: '纠纷',
  人民调节: '人民调解',
  调节纠纷: '调解纠纷',
  调节矛盾: '调解矛盾',
  执法公式: '执法公示',
  合法行审查: '合法性审查',
  公职率师: '公职律师',
  依法制国: '依法治国',
  以案示法: '以案释法',
  信仿: '信访',
  反应问题: '反映问题',
  反应诉求: '反映诉求',
  必需坚持: '必须坚持',
  必需依法: '必须依法',
  必需严格: '必须严格',
  峻工: '竣工',
  幅射: '辐射',
  在接再厉: '再接再厉',
  再接再励: '再接再厉',
};
const pattern = new RegExp(Object.keys(pairs).join('|'), 'gu');

/** 的的 is a slip of the finger, 的的确确 a word. */
const doubled =
  /的{2,}(?!的?确)|在{2,}(?!在|线|职|岗|校|册|建|编)|和{2,}(?!和|睦|气|美|谐|顺|平)|了{2,}(?!了|解|结|然)/gu;

function hitsOf(plain: string): readonly Hit[] {
  return [
    ...matchHits(plain, pattern, ([words]) => pairs[words] ?? null),
    ...matchHits(plain, doubled, ([words]) => words.slice(0, 1)),
  ].toSorted((a, b) => a.start - b.start);
}

/** Words that are mistaken for one another in township reports. @source regulations.md 7.4 */
export const confusedWords = passageRule({
  rule: 'confused-words',
  severity: 'warning',
  say: (count, words) => `“${words}”可能是错别字，请核对。${countNote(count)}`,
  hits: ({ plain }) => hitsOf(plain),
});
