import type { Certificate, CertificateItem } from '../../../core/conformity/index.ts';

/** A certificate's items by how they turned out. */
export interface SortedItems {
  readonly wrong: readonly CertificateItem[];
  readonly remarks: readonly CertificateItem[];
  readonly right: readonly CertificateItem[];
}

/** Parts the items: what is wrong, what is worth a look, what is right. */
export function sortItems({ items }: Pick<Certificate, 'items'>): SortedItems {
  const of = (verdict: CertificateItem['verdict']) =>
    items.filter((item) => item.verdict === verdict);
  return { wrong: of('wrong'), remarks: of('remark'), right: of('right') };
}

/**
 * A certificate in one line: `核验 24 项，全部符合`. What an office's own document sets otherwise than
 * the standard may be meant: it is worth a look and no fault.
 */
export function describeCertificate(
  certificate: Pick<Certificate, 'items'>,
  isTemplate = false,
): string {
  const { wrong, remarks } = sortItems(certificate);
  const all = certificate.items.length;
  if (all === 0) return '还没有核验结果';
  if (wrong.length > 0 && isTemplate) {
    return `核验 ${all} 项，${wrong.length} 项与标准不同，请看一看`;
  }
  if (wrong.length > 0) return `核验 ${all} 项，${wrong.length} 项不符合`;
  if (remarks.length > 0) return `核验 ${all} 项，没有不符合的，${remarks.length} 项请看一看`;
  return `核验 ${all} 项，全部符合`;
}
