export type * from './certificate.ts';
export { type Certified, certify } from './certify.ts';
export { type KnownFacts, listExpected, tellFacts } from './expected.ts';
export type { Piece, Role } from './piece.ts';
export { tellRoles } from './roles.ts';
