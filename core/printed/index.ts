export * from './printed-document.ts';
