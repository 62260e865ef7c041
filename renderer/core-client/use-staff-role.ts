import type { StaffRole } from '../../shared/contract/status.ts';
import { useStaffView } from './core.tsx';

/** What whoever is signed in is; undefined: nobody is, or an applicant has the screen. */
export function useStaffRole(): StaffRole | undefined {
  return useStaffView(({ staff }) => staff?.role) ?? undefined;
}
