/**
 * Installs what the tests look at the outcome with: a browser, LibreOffice, poppler and faces.
 * Runs on the system's own Node too, so it keeps to plain modules and no dependency.
 */
import { hasFandol, installFandol } from './support/setup/fandol.ts';
import { hasCommand, isInstalled, runAsRoot } from './support/setup/shell.ts';

const packages = [
  'chromium',
  'fonts-noto-cjk',
  'libreoffice-writer-nogui',
  'poppler-utils',
  'fonts-arphic-gkai00mp',
  'fonts-wqy-microhei',
];

function explainByHand(): void {
  console.log(
    [
      'This system has no apt-get, so nothing was installed. Tests of the printed page and of the',
      'window need these, and skip with a warning where they are absent:',
      '- Chromium or Chrome, and a font with simplified Chinese (Noto Sans CJK)',
      '- LibreOffice Writer (the command soffice) and poppler (pdftotext, pdftoppm)',
      '- the faces AR PL KaitiM GB and WenQuanYi Micro Hei',
      '- the Fandol faces (.otf) in node_modules/.cache/nianbao-fonts',
    ].join('\n'),
  );
}

function install(): void {
  const absent = packages.filter((name) => !isInstalled(name));
  const needsFandol = !hasFandol();
  if (absent.length === 0 && !needsFandol) {
    console.log('Everything the tests need is there.');
    return;
  }
  runAsRoot('reading the package lists', 'apt-get', ['update', '-q']);
  if (absent.length > 0) {
    const options = ['install', '-y', '-q', '--no-install-recommends'];
    runAsRoot(`installing ${absent.join(' ')}`, 'apt-get', [...options, ...absent]);
  }
  if (needsFandol) installFandol();
  console.log('Everything the tests need is there now.');
}

try {
  if (process.platform === 'linux' && hasCommand('apt-get')) install();
  else explainByHand();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
