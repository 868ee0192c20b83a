/** Words of the window: those for errors and notices come with the contract, the others are here. */
export { describeError, describeNotice, formatBytes, partKindNames } from '../core/api/index.ts';

/** File names that reading understands, for a file input. */
export const readableFiles = '.docx,.doc,.wps,.rtf,.pdf,.txt,.html,.htm';
/** The same for people. */
export const readableFilesText = '.docx .doc .wps .rtf .pdf .txt 或网页';
