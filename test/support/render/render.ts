import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasCommand } from '../setup/shell.ts';
import { listMissingFaces, writeFontConfig } from './font-config.ts';

const execute = promisify(execFile);
const TIMEOUT_MS = 100_000;

let workFolder: string | null = null;
let last = 0;

/** One folder a process, with a LibreOffice profile of its own; removed at exit. */
function findWorkFolder(): string {
  if (workFolder) return workFolder;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-render-'));
  writeFileSync(join(folder, 'fonts.conf'), writeFontConfig(join(folder, 'font-cache')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  workFolder = folder;
  return folder;
}

/** What rendering lacks on this machine, in words; null when it can go ahead. */
export function findRenderLack(): string | null {
  const commands = ['soffice', 'pdftotext', 'pdftoppm'].filter((name) => !hasCommand(name));
  const lacking = [...commands, ...listMissingFaces()];
  return lacking.length === 0 ? null : `${lacking.join(', ')}: run npm run test:setup`;
}

/**
 * Prints .docx files with LibreOffice in one go; gives the paths of the PDFs in their order, which
 * last as long as the process.
 */
export async function renderPdfs(files: readonly Uint8Array[]): Promise<readonly string[]> {
  const folder = findWorkFolder();
  const stems = files.map((docx) => {
    last += 1;
    const stem = join(folder, `page-${last}`);
    writeFileSync(`${stem}.docx`, docx);
    return stem;
  });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const sources = stems.map((stem) => `${stem}.docx`);
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources];
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder };
  const { stderr } = await execute('soffice', args, { env, timeout: TIMEOUT_MS });
  const pdfs = stems.map((stem) => `${stem}.pdf`);
  const lacking = pdfs.find((pdf) => !existsSync(pdf));
  if (lacking) throw new Error(`soffice made no ${lacking}: ${stderr}`);
  return pdfs;
}

/** Prints one .docx with LibreOffice; gives the path of the PDF. */
export async function renderPdf(docx: Uint8Array): Promise<string> {
  const [pdf = ''] = await renderPdfs([docx]);
  return pdf;
}

/** Draws every page of a PDF; gives the paths of the PNG files in order. */
export async function renderPng(pdf: string, dotsPerInch = 80): Promise<readonly string[]> {
  const stem = pdf.replace(/\.pdf$/u, '');
  await execute('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, stem]);
  const folder = stem.slice(0, stem.lastIndexOf('/'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png') && join(folder, name).startsWith(`${stem}-`))
    .sort()
    .map((name) => join(folder, name));
}

/** Words of a PDF with their boxes, as XHTML. */
export async function readBoxes(pdf: string): Promise<string> {
  const { stdout } = await execute('pdftotext', ['-bbox-layout', pdf, '-'], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** Faces embedded in a PDF, by the names of their files' faces. */
export async function listPdfFaces(pdf: string): Promise<readonly string[]> {
  const { stdout } = await execute('pdffonts', [pdf]);
  return stdout
    .split('\n')
    .slice(2)
    .flatMap((line) => (line.trim() ? [line.split(/\s+/u)[0] ?? ''] : []))
    .map((name) => name.replace(/^[A-Z]{6}\+/u, ''));
}
