import type { SavedHealth } from '../../../shared/contract/counter-day/day-acts.ts';

/** Writes no health record: a sheet is a sheet without one. */
export const NO_HEALTH = {
  write: (): SavedHealth => ({ kind: 'not-saved', why: 'no-drive' }),
};
