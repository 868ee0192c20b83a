/** Which faces a PC has: `gb2312` 仿宋_GB2312 and kin, `system` those that come with Windows. */
export type FaceProfile = 'gb2312' | 'system';

/** A face by what it is used for. */
export interface Faces {
  /** 小标宋. @source GB/T 9704-2012 7.3.1 */
  readonly title: string;
  /** 仿宋: text and headings of levels 3 and 4. @source GB/T 9704-2012 5.2.2, 7.3.3 */
  readonly text: string;
  /** 黑体: headings of level 1. @source GB/T 9704-2012 7.3.3 */
  readonly part: string;
  /** 楷体: headings of level 2. @source GB/T 9704-2012 7.3.3 */
  readonly section: string;
  /** 宋体: page number. @source GB/T 9704-2012 7.5 */
  readonly pageNumber: string;
}

/**
 * Names of the faces to write. `system` has no 小标宋; 宋体 stands in for it, not bold.
 * @source GB/T 9704-2012 5.2.2, 7.3.1, 7.3.3, 7.5; format.md, faces and sizes
 */
export const faceProfiles: Readonly<Record<FaceProfile, Faces>> = {
  gb2312: {
    title: '方正小标宋简体',
    text: '仿宋_GB2312',
    part: '黑体',
    section: '楷体_GB2312',
    pageNumber: '宋体',
  },
  system: { title: '宋体', text: '仿宋', part: '黑体', section: '楷体', pageNumber: '宋体' },
};
