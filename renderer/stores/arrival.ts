import { create } from 'zustand';
import type { Notice } from '../../core/api/index.ts';
import { navigate } from './navigation.ts';

/** What making a draft had to say; shown over that draft until it was read. Not kept after a reload. */
export interface Arrival {
  readonly reportId: string;
  readonly notices: readonly Notice[];
}

export const useArrival = create<{ readonly arrival: Arrival | null }>()(() => ({ arrival: null }));

/** Opens a draft that was just made, with what there is to say of it. */
export function arrive(arrival: Arrival): void {
  useArrival.setState({ arrival: arrival.notices.length > 0 ? arrival : null });
  navigate({ screen: 'workspace', reportId: arrival.reportId });
}

/** The notices were read. */
export function dismissArrival(): void {
  useArrival.setState({ arrival: null });
}
