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

/** Faces of which the same is to be said. */
interface FaceGroup {
  readonly faces: readonly FaceState[];
  readonly effect: string;
}

/** Puts together what differs in the face's name alone, so that it is read once. */
export function groupFaces(faces: readonly FaceState[]): readonly FaceGroup[] {
  const groups = Map.groupBy(faces, ({ face, isHere, standIn: stand, effect }) =>
    JSON.stringify([isHere, stand, effect.replaceAll(`“${face}”`, '')]),
  );
  return [...groups.values()].map((same) => {
    const [first, second] = same;
    const effect = first?.effect ?? '';
    return { faces: same, effect: second ? effect.replaceAll(`“${first?.face}”`, '它们') : effect };
  });
}

function FaceRow({ group: { faces, effect } }: { readonly group: FaceGroup }) {
  const [first] = faces;
  const isMissing = first?.isHere === false;
  const stand = first?.standIn ?? null;
  return (
    <li className={isMissing ? 'face-row is-missing' : 'face-row'}>
      {faces.map(({ face, roles }) => (
        <p key={face}>
          {face}（{nameRoles(roles)}）{isMissing ? '：本机没有' : ''}
        </p>
      ))}
      {first?.isHere !== true && effect !== '' && <p className="export-hint">{effect}</p>}
      {isMissing && stand !== null && <p className="export-hint">可以用本机的“{stand}”代替。</p>}
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
  const hasOther = faces.some(({ isHere, standIn: stand }) => isHere === false && stand !== null);
  const canSwitch = hasOther && (own !== null || settings.faces !== 'system');
  return (
    <ExportSection
      title="字体"
      name="faces"
      summary={describeFaces(faces)}
      tone={lacks ? 'open' : 'quiet'}
    >
      <ul className="face-list">
        {groupFaces(faces).map((group) => (
          <FaceRow key={group.faces[0]?.face} group={group} />
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
