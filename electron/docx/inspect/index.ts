export { inspectDocx, readDocxFile } from './inspect-docx.ts';
