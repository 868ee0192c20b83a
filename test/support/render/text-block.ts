/** 版心 in millimetres, the page number outside it, and its lines. @source GB/T 9704-2012 5.2.2, 5.2.3 */
export const textBlockMm = { width: 156, height: 225 } as const;
export const LINES_PER_PAGE = 22;
