import type { LayoutProfile } from '../../../core/layout/index.ts';
import type { BodyModel } from './body-model.ts';
import type { StyleName, TemplateStyles } from './template-styles.ts';

/** What paragraphs are written with. */
export interface ItemSetting {
  readonly model: BodyModel;
  readonly layout: LayoutProfile;
  readonly styles: TemplateStyles;
  readonly ids: Readonly<Record<StyleName, string>>;
}
