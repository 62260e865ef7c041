import type { StaffRole } from '../../shared/contract/status.ts';

/** The parts of the supervisor's area, in their order. */
export type Section = 'staff' | 'printer' | 'hold' | 'ledger' | 'policy' | 'practice' | 'statement';

const ALL: readonly Section[] = ['staff', 'printer', 'hold', 'ledger', 'policy', 'practice', 'statement'];
const FOR_IT: readonly Section[] = ['printer', 'ledger'];

/** The sections that somebody of this role has. A number key opens each: the first is 1. */
export function sectionsFor(role: StaffRole): readonly Section[] {
  switch (role) {
    case 'supervisor':
      return ALL;
    case 'it':
      return FOR_IT;
    case 'clerk':
      return [];
  }
}
