export { type ChangesOptions, type WrittenChanges, writeChanges } from './write-changes.ts';
