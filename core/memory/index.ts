export { createMemory, type Memory, remember } from './memory.ts';
