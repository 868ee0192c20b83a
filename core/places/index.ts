export * from './place-list.ts';
