import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  // The host and the app:// protocol put a fresh nonce in the place of this word.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler|zustand)[\\/]/u },
            {
              name: 'editor',
              test: /node_modules[\\/](?:@tiptap|prosemirror-[a-z]+|orderedmap|rope-sequence|w3c-keyname)[\\/]/u,
            },
            {
              name: 'antd',
              test: /node_modules[\\/](?:antd|@ant-design|@rc-component|rc-[a-z-]+|@emotion)[\\/]/u,
            },
            // together, so that zod is told before another chunk makes a schema
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|renderer[\\/]api[\\/]no-eval\.ts$/u },
          ],
        },
      },
    },
  },
});
