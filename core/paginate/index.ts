export type * from './page.ts';
export { paginate } from './paginate.ts';
