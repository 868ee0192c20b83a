import type { ReadingJob } from './messages.ts';

/** What one reading may cost. */
export interface ReadingLimits {
  /** Milliseconds of work of the worker's thread: a PC that is busy with other things spends none of it. */
  readonly cpuMs: number;
  /** Milliseconds in all, for a reading that waits and does not work. */
  readonly wallMs: number;
  /** Bytes the worker may hold, in its heap and outside of it, which its own limits do not count. */
  readonly heldBytes: number;
}

const megabyte = 1024 * 1024;
const usualMs = 5000;
/** A PDF printed from 30 000 characters has a quarter of a megabyte. */
const usualPdfBytes = megabyte / 4;
/** Such a printed megabyte takes 4 s on a new PC, and several times that on an old one. */
const pdfMsPerMegabyte = 6000;
/** 300 pages, the most that is read, take 4 s on a new PC, however large their pictures and faces are. */
const longestPdfMs = 15_000;
const longestWaitMs = 30_000;

/** Whether the readers would take these bytes for a PDF; some that are none are so called too. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes(
    '%PDF-',
  );
}

/** Work by size: only pages of a PDF cost much honest work, every other kind is bounded by its own limits. */
function findCpuMs({ content }: Pick<ReadingJob, 'content'>): number {
  if (content.kind !== 'file') return usualMs;
  const head = Buffer.from(content.base64.slice(0, 1400), 'base64');
  if (!isPdf(head)) return usualMs;
  const beyond = Math.max(0, (content.base64.length * 3) / 4 - usualPdfBytes);
  return Math.min(longestPdfMs, Math.round(usualMs + (beyond / megabyte) * pdfMsPerMegabyte));
}

/** What reading a job may cost: 5 s of work, for a large PDF up to 15 s; 30 s in all; 640 MB. */
export function limitReading(job: Pick<ReadingJob, 'content'>): ReadingLimits {
  return { cpuMs: findCpuMs(job), wallMs: longestWaitMs, heldBytes: 640 * megabyte };
}
