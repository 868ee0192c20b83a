export { printHtml } from './print-html.ts';
export { printPlainText } from './print-plain-text.ts';
