import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** What Electron and the packaged app provide at run time, so that it stays out of the bundles. */
const providedAtRunTime = ['electron', 'better-sqlite3'];

/**
 * One CommonJS file for Electron: everything inside but Electron itself, the SQLite binding and
 * Node's own modules. Licence texts of what went in are written beside it.
 */
function singleFile(
  root: string,
  outDir: string,
  name: 'main' | 'preload' | 'reader',
  entry: string,
): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { target: 'node', noExternal: true, external: providedAtRunTime },
    build: {
      ssr: join(root, entry),
      outDir: join(outDir, 'electron'),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      target: 'node24',
      license: { fileName: `licences-${name}.md` },
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  };
}

/** How the main process is bundled: `electron/main.cjs` below `outDir`. */
export function mainConfig(root: string, outDir: string): InlineConfig {
  return singleFile(root, outDir, 'main', 'electron/main/main.ts');
}

/** How the preload script is bundled: `electron/preload.cjs`; a sandboxed one cannot import. */
export function preloadConfig(root: string, outDir: string): InlineConfig {
  return singleFile(root, outDir, 'preload', 'electron/preload/preload.ts');
}

/** How the reader's worker is bundled: `electron/reader.cjs` below `outDir`, beside the main process. */
export function readerConfig(root: string, outDir: string): InlineConfig {
  return singleFile(root, outDir, 'reader', 'electron/services/reading/worker.ts');
}

/**
 * How the page is bundled: `renderer/` below `outDir`. The page's own settings are in
 * renderer/vite.config.ts; what the carriers rely on (place, nonce, licences) is said here.
 */
export function rendererConfig(root: string, outDir: string): InlineConfig {
  return {
    configFile: join(root, 'renderer/vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
    mode: 'production',
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: join(outDir, 'renderer'),
      emptyOutDir: true,
      license: { fileName: 'licences-renderer.md' },
    },
  };
}
