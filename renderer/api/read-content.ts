import type { ImportContent } from '../../core/api/index.ts';

/** A file's bytes as the API takes them. Null when the file went away since it was chosen. */
export async function readContent(file: File): Promise<ImportContent | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve({ kind: 'file', base64: url.slice(url.indexOf(',') + 1) });
    });
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(file);
  });
}
