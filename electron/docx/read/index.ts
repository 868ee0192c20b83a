export { readFormBlocks } from './form-blocks.ts';
export { type FileKind, sniffKind } from './kind.ts';
export { importLimitBytes } from './limits.ts';
export { readPastedHtml } from './paste.ts';
export { readSource } from './read-source.ts';
export type { SourceDocument } from './source-document.ts';
export { readPastedText } from './text.ts';
