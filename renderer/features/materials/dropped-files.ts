/** Files of a drop or a paste; folders are left out, and said so. */
export interface DroppedFiles {
  readonly files: readonly File[];
  readonly hasFolder: boolean;
}

/** What was let go over a place. */
export function readDrop({ items, files }: DataTransfer): DroppedFiles {
  const folders = [...items].map((item) => item.webkitGetAsEntry()?.isDirectory ?? false);
  return {
    files: [...files].filter((_, index) => !folders[index]),
    hasFolder: folders.includes(true),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** A picture from the clipboard is called image.png, whichever it is. */
function nameScreenshot(file: File, now: Date): File {
  if (!/^image\.\w+$/u.test(file.name)) return file;
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  const ending = file.name.split('.').at(-1) ?? 'png';
  return new File([file], `截图 ${day} ${time}.${ending}`, { type: file.type });
}

/** Files of a paste; none where words were pasted, though a picture of them may come along. */
export function readPaste(data: DataTransfer | null, now: Date): readonly File[] {
  if (!data || data.types.includes('text/plain')) return [];
  return [...data.files].map((file) => nameScreenshot(file, now));
}
