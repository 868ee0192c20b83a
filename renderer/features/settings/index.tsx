import '../../styles/settings.css';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { ApiError, Settings } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { useHelp } from '../../stores/help.ts';
import { usePackChanges } from '../../stores/packs.ts';
import { ChainField } from './chain-field.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { IssuerFields } from './issuer-fields.tsx';
import { PacksSection } from './packs-section.tsx';
import { RadioRow } from './radio-row.tsx';
import { UnitKindField } from './unit-kind-field.tsx';

const themes = [
  { value: 'system', label: '随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
] as const;
const faceChoices = [
  { value: 'gb2312', label: '仿宋_GB2312' },
  { value: 'system', label: '仿宋' },
] as const;
const editionNames = { electron: '桌面版', browser: '浏览器版' } as const;

/** The settings as they are, and the way to change some. */
interface Editing {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** Who reports, where, and what kind of unit it is. */
function UnitFields({ settings, change }: Editing) {
  return (
    <>
      <section aria-labelledby="settings-issuers">
        <h3 id="settings-issuers">单位全称</h3>
        <p>新建报告时填在发文单位处；党委、政府联合行文的，各写一行。</p>
        <IssuerFields issuers={settings.issuers} onLeave={(issuers) => change({ issuers })} />
      </section>
      <section aria-labelledby="settings-chain">
        <h3 id="settings-chain">所在地（省、市、县）</h3>
        <p>报告里出现这些以外的地名时会提醒，免得留下别处的名字。</p>
        <ChainField
          chain={settings.chain}
          issuers={settings.issuers}
          onLeave={(chain) => change({ chain })}
        />
      </section>
      <section aria-labelledby="settings-kind">
        <h3 id="settings-kind">单位类型</h3>
        <p>清单问什么、参考句怎样称呼，随单位类型而定；按名称认得不对，就自己选。</p>
        <UnitKindField
          issuers={settings.issuers}
          unitKind={settings.unitKind}
          onChange={(unitKind) => change({ unitKind })}
        />
      </section>
    </>
  );
}

/** How the app looks and what letters an export is set in. */
function LookFields({ settings, change }: Editing) {
  return (
    <>
      <section>
        <h3>界面颜色</h3>
        <RadioRow
          label="界面颜色"
          options={themes}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
        />
      </section>
      <section>
        <h3>导出字体</h3>
        <p>收文单位的电脑上装了哪一种，就选哪一种；楷体随之而定。</p>
        <RadioRow
          label="导出字体"
          options={faceChoices}
          value={settings.faces}
          onChange={(faces) => change({ faces })}
        />
      </section>
    </>
  );
}

function Fields() {
  const call = useCall();
  const { info, settings } = useReadyApp();
  const packChanges = usePackChanges(({ count }) => count);
  const [error, setError] = useState<ApiError | null>(null);
  const change = (part: Partial<Settings>) => void changeSettings(call, part).then(setError);
  return (
    <div className="settings">
      {error && <Problem error={error} />}
      <UnitFields settings={settings} change={change} />
      <LookFields settings={settings} change={change} />
      <section aria-labelledby="settings-deadlines">
        <h3 id="settings-deadlines">期限</h3>
        <p>本县另有通知的，按通知改。</p>
        <DeadlineFields
          key={packChanges}
          own={settings.deadlines}
          onChange={(deadlines) => change({ deadlines })}
        />
      </section>
      <PacksSection />
      <section>
        <h3>数据文件夹</h3>
        <p className="settings-path">{info.dataFolder}</p>
        <p>报告、草稿和设置都在这里，要备份就先退出程序，再整个复制。</p>
      </section>
      <p className="settings-version">
        年报助手 {info.version}（{editionNames[info.edition]}）
      </p>
    </div>
  );
}

/** 设置: kept the moment something is changed. */
export function SettingsDrawer({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const isHelpOpen = useHelp((state) => state.isOpen);
  return (
    <Drawer
      title="设置"
      open={open}
      onClose={onClose}
      size={440}
      destroyOnHidden
      // the help is read beside it
      focusable={{ trap: !isHelpOpen }}
    >
      <Fields />
    </Drawer>
  );
}
