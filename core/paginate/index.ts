export { type Habits, habits, type Program } from './habits.ts';
export type * from './page.ts';
export { paginate } from './paginate.ts';
