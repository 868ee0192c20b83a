export * from './apply.ts';
export * from './plan.ts';
export * from './provenance.ts';
export * from './start.ts';
export * from './years.ts';
