export { inspectTemplate, type TemplateReading } from './inspect-template.ts';
export { findMarks, namePlace } from './places.ts';
export { type TemplateWriting, writeIntoTemplate } from './write-into-template.ts';
