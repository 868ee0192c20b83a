import { join } from 'node:path';

/** What is asked of the PC to find its fonts. */
export interface FontSystem {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where a PC keeps fonts: those of everybody, then those of the person. Not every one need be there. */
export function listFontFolders({ platform, home, env }: FontSystem): readonly string[] {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
    return [
      join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      join(local, 'Microsoft', 'Windows', 'Fonts'),
    ];
  }
  if (platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
  }
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    // where WPS for Linux keeps its own
    '/opt/kingsoft/wps-office/office6/fonts',
    join(home, '.fonts'),
    join(data, 'fonts'),
  ];
}
