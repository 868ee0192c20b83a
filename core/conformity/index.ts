export type * from './certificate.ts';
export { type Certified, certify } from './certify.ts';
