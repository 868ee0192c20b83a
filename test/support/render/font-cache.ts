import { fileURLToPath } from 'node:url';

/** Where `npm run test:setup` puts the faces that the page is measured with. */
export const fontCacheFolder = fileURLToPath(
  new URL('../../../node_modules/.cache/nianbao-fonts', import.meta.url),
);
