/** What a unit may have left undone. 未发生, 未收到 tell that there was none, and that is an answer. */
const undone =
  /(?:尚未|从未|并未|还未|未能|未曾|未|没有|没能|没)(?:再|能|及时|按时|按期|全面|真正|完全|有效)?(?:开展|举办|组织|召开|举行|实施|完成|制定|修订|印发|建立|建成|健全|落实|推进|启动|培训|安排|聘请|配备|审查|公开|检查|演练|加强|设立|组建|出台|编制|形成|达到|做到|纳入)[^，。；]*/gu;

/** A sentence without the clauses that tell what was not done: 尚未建立台账. */
export function withoutNegations(sentence: string): string {
  return /[未没]/u.test(sentence) ? sentence.replace(undone, '') : sentence;
}

/** True for a pattern that itself looks for what was not done, such as 未制定规范性文件. */
export function readsNegations(source: string): boolean {
  return /[未没无零]/u.test(source);
}
