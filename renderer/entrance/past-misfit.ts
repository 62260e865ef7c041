import type { KioskStatus } from '../../shared/contract/status.ts';

/**
 * Whether who is signed in finds something beside the screen of files that do not fit: holds and the ledger are in the supervisor's area,
 * and IT staff verify and export the ledger. Before go-live there is neither.
 */
export function hasPlacePastMisfit({ staff, custody }: Pick<KioskStatus, 'staff' | 'custody'>): boolean {
  return staff !== null && staff.role !== 'clerk' && custody !== null;
}
