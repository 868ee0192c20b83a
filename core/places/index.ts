export * from './find-places.ts';
export * from './foreign-places.ts';
export * from './index-places.ts';
export * from './infer-chain.ts';
export { levelOfName } from './names.ts';
export * from './own-places.ts';
export * from './parse-places.ts';
export * from './place-list.ts';
