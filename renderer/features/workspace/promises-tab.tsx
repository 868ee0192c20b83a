/** 承诺: what last year's plan promised, and what has come of it. */
export function PromisesTab() {
  return null;
}
