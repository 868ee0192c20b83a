export * from './material.ts';
export * from './picture.ts';
