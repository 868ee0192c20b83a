export { type Habits, habits, type Program } from './habits.ts';
export type * from './page.ts';
export {
  type BlockStart,
  listBlockStarts,
  listPageStarts,
  type PageStart,
} from './page-starts.ts';
export { paginate } from './paginate.ts';
