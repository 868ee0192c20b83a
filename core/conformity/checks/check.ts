import type { CertificateItem } from '../certificate.ts';
import type { Subject } from '../subject.ts';

/** Measures one property of a document; null where the layout asks nothing of it. */
export type Check = (subject: Subject) => CertificateItem | null;
