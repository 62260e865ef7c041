import type { StaffRole } from '../../shared/contract/status.ts';

/** The parts of the supervisor's area, in their order. */
export type Section = 'staff' | 'printer' | 'hold' | 'records' | 'ledger' | 'policy' | 'practice';

const ALL: readonly Section[] = ['staff', 'printer', 'hold', 'records', 'ledger', 'policy', 'practice'];
const FOR_IT: readonly Section[] = ['printer', 'ledger'];

/** The sections that somebody of this role has. */
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

/** The number key that opens a section: in their order, and 0 for the tenth, as the keys stand. */
export function keyOf(section: Section, sections: readonly Section[]): string {
  return `${(sections.indexOf(section) + 1) % 10}`;
}
