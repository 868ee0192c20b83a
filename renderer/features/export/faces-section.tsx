import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { FaceState } from '../../../core/api/index.ts';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { ExportSection } from './export-section.tsx';

/** What a face is used for. */
const roleNames: Readonly<Record<string, string>> = {
  title: '标题',
  text: '正文',
  part: '一级标题',
  section: '二级标题',
  pageNumber: '页码',
  mark: '发文机关标志',
  digits: '数字',
};

const nameRoles = (roles: readonly string[]) =>
  roles.map((role) => roleNames[role] ?? '其他').join('、');

function describeFaces(faces: readonly FaceState[]): string {
  const missing = faces.filter(({ isHere }) => isHere === false).length;
  if (missing > 0) return `本机缺 ${missing} 种`;
  return faces.some(({ isHere }) => isHere === null) ? '看不到本机装了哪些' : '本机都有';
}

/** An own layout with faces of this PC in place of those it lacks. */
export function standIn(profile: LayoutProfile, faces: readonly FaceState[]): LayoutProfile {
  const other = new Map(
    faces.flatMap(({ face, isHere, standIn: stand }) =>
      isHere === false && stand !== null ? [[face, stand] as const] : [],
    ),
  );
  const swap = (face: string) => other.get(face) ?? face;
  const { digits, ...rest } = profile.faces;
  return {
    ...profile,
    faces: {
      title: swap(rest.title),
      text: swap(rest.text),
      part: swap(rest.part),
      section: swap(rest.section),
      pageNumber: swap(rest.pageNumber),
      mark: swap(rest.mark),
      digits: digits === null ? null : swap(digits),
    },
  };
}

function FaceRow({
  face: { face, roles, isHere, standIn: stand, effect },
}: {
  readonly face: FaceState;
}) {
  return (
    <li className={isHere === false ? 'face-row is-missing' : 'face-row'}>
      <p>
        {face}（{nameRoles(roles)}）{isHere === false ? '：本机没有' : ''}
      </p>
      {isHere !== true && effect !== '' && <p className="export-hint">{effect}</p>}
      {isHere === false && stand !== null && (
        <p className="export-hint">可以用本机的“{stand}”代替。</p>
      )}
    </li>
  );
}

/** 字体: which faces of the layout this PC lacks, what follows from it, and the way out. */
export function FacesSection({
  layoutId,
  own,
  onChanged,
}: {
  readonly layoutId: string;
  /** The layout where it is an own one, whose faces can be changed in itself. */
  readonly own: LayoutProfile | null;
  readonly onChanged: () => void;
}) {
  const call = useCall();
  const { settings } = useReadyApp();
  const [faces, setFaces] = useState<readonly FaceState[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other faces of the settings are other faces of the layout
  useEffect(() => {
    let isCurrent = true;
    void call('layouts.faces', { layoutId }).then((result) => {
      if (isCurrent) setFaces(result.ok ? result.value : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [call, layoutId, own, settings.faces]);
  const takeSystem = async () => {
    const failed = own
      ? !(await call('layouts.save', { profile: standIn(own, faces) })).ok
      : (await changeSettings(call, { faces: 'system' })) !== null;
    if (!failed) onChanged();
  };
  const takeStandard = async () => {
    if ((await changeSettings(call, { faces: 'gb2312' })) === null) onChanged();
  };
  if (faces.length === 0) return null;
  const lacks = faces.some(({ isHere }) => isHere === false);
  const canSwitch = lacks && (own !== null || settings.faces !== 'system');
  return (
    <ExportSection
      title="字体"
      name="faces"
      summary={describeFaces(faces)}
      tone={lacks ? 'open' : 'quiet'}
    >
      <ul className="face-list">
        {faces.map((face) => (
          <FaceRow key={face.face} face={face} />
        ))}
      </ul>
      <div className="export-answers">
        {canSwitch && <Button onClick={() => void takeSystem()}>改用本机有的字体</Button>}
        {!own && settings.faces === 'system' && (
          <Button onClick={() => void takeStandard()}>换回仿宋_GB2312 等字体</Button>
        )}
      </div>
      <p className="export-hint">收文单位的电脑上有的字体，本机没有也可以照用。</p>
    </ExportSection>
  );
}
