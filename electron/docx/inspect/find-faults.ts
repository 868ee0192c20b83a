import type { XmlFault } from '../../../core/printed/index.ts';
import type { WordPackage } from './package.ts';

/** Faults of the package and of its XML. */
export function findFaults(opened: WordPackage): readonly XmlFault[] {
  return opened.faults();
}
