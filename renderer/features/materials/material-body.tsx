import { useEffect, useState } from 'react';
import { type ApiError, type FileDelivery, formatBytes } from '../../../core/api/index.ts';
import { type Material, pictureTypeOfName } from '../../../core/materials/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';

/** Longer words are folded, in characters or lines. */
const shownCharacters = 160;
const shownLines = 5;

function isLong({ text, textLength }: Material): boolean {
  return textLength > shownCharacters || text.split('\n').length > shownLines;
}

/** The words of a material; long ones are folded, and read whole when they are opened. */
export function MaterialText({ material }: { readonly material: Material }) {
  const call = useCall();
  const [isOpen, setIsOpen] = useState(false);
  const [whole, setWhole] = useState<string | null>(null);
  if (material.text === '') return null;
  const open = async () => {
    setIsOpen((before) => !before);
    if (whole !== null || material.text.length >= material.textLength) return;
    const read = await call('materials.read', { materialId: material.id });
    if (read.ok) setWhole(read.value.material.text);
  };
  const canFold = isLong(material);
  return (
    <>
      <p className={canFold && !isOpen ? 'material-text is-folded' : 'material-text'}>
        {isOpen ? (whole ?? material.text) : material.text}
      </p>
      {canFold && (
        <button
          type="button"
          className="text-button"
          aria-expanded={isOpen}
          onClick={() => void open()}
        >
          {isOpen ? '收起' : `展开全文（${material.textLength} 字）`}
        </button>
      )}
    </>
  );
}

function Picture({ material }: { readonly material: Material }) {
  const call = useCall();
  const [address, setAddress] = useState<string | null>(null);
  const [isLarge, setIsLarge] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void call('materials.read', { materialId: material.id }).then((read) => {
      const picture = read.ok ? read.value.picture : null;
      if (isWanted && picture) setAddress(`data:${picture.mediaType};base64,${picture.base64}`);
    });
    return () => {
      isWanted = false;
    };
  }, [call, material.id]);
  if (address === null) return null;
  return (
    <button
      type="button"
      className={isLarge ? 'material-picture is-large' : 'material-picture'}
      aria-label={isLarge ? '缩小图片' : `放大图片：${material.fileName}`}
      onClick={() => setIsLarge((before) => !before)}
    >
      <img src={address} alt="" />
    </button>
  );
}

function tellDelivery(delivery: FileDelivery): string {
  if (delivery.kind === 'cancelled') return '';
  if (delivery.kind === 'written') return `原件已存到 ${delivery.path}`;
  return `原件已存到浏览器的下载文件夹：${delivery.fileName}`;
}

/** The file of a material, shown where it is a picture, and given back as it came. */
export function MaterialFileLine({
  material,
  onError,
}: {
  readonly material: Material;
  readonly onError: (error: ApiError) => void;
}) {
  const call = useCall();
  const [said, setSaid] = useState('');
  const { fileName, fileSize } = material;
  if (fileName === null) return null;
  const giveBack = async () => {
    const given = await call('materials.file', { materialId: material.id });
    if (!given.ok) return onError(given.error);
    if (given.value.kind === 'download') saveDownload(given.value);
    return setSaid(tellDelivery(given.value));
  };
  return (
    <>
      {pictureTypeOfName(fileName) !== null && <Picture material={material} />}
      <p className="material-file">
        <span title={fileName}>{fileName}</span>
        <small>{formatBytes(fileSize ?? 0)}</small>
        <button type="button" className="text-button" onClick={() => void giveBack()}>
          取回原件
        </button>
      </p>
      {said !== '' && (
        <p className="material-hint" role="status">
          {said}
        </p>
      )}
    </>
  );
}
