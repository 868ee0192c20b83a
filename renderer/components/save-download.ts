/** A file that the program hands to a browser. */
export interface DownloadedFile {
  readonly fileName: string;
  readonly base64: string;
}

/** How long a browser may take to begin with a file, in milliseconds. */
const beginMs = 60_000;

/** Gives a file to the browser, which puts it among its downloads. */
export function saveDownload({ fileName, base64 }: DownloadedFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), beginMs);
}
