import type { Certificate } from '../conformity/certificate.ts';

/** `共 7 页`; with LibreOffice's count where that differs: `共 7 页（LibreOffice 里 8 页）`. */
export function describePages({ pagesByProgram }: Pick<Certificate, 'pagesByProgram'>): string {
  const { word, libreOffice } = pagesByProgram;
  return `共 ${word} 页${libreOffice === word ? '' : `（LibreOffice 里 ${libreOffice} 页）`}`;
}
