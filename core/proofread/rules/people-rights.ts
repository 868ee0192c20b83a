import { isBody, matchHits, passageRule } from '../hit.ts';

/** 权力 ascribed to citizens or parties, who have 权利. @source regulations.md 7.4 */
export const peopleRights = passageRule({
  rule: 'people-rights',
  severity: 'warning',
  where: isBody,
  say: (_, words) => `公民、群众、当事人享有的是“权利”，请核对“${words}”。`,
  hits: ({ plain }) =>
    matchHits(
      plain,
      /(?:公民|群众|当事人|相对人|消费者|妇女|儿童|未成年人|劳动者|老年人)的?(?:合法|各项|基本|民主)?权力(?!清单|运行|机关)/gu,
      ([words]) => words.replace('权力', '权利'),
    ),
});
