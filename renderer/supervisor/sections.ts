import type { StaffRole } from '../../shared/contract/status.ts';

/** The parts of the supervisor's area, in their order. */
export type Section =
  | 'day'
  | 'suspension'
  | 'staff'
  | 'printer'
  | 'hold'
  | 'records'
  | 'statement'
  | 'ledger'
  | 'statistics'
  | 'policy'
  | 'practice'
  | 'residents';

const ALL: readonly Section[] = [
  'day',
  'suspension',
  'staff',
  'printer',
  'hold',
  'records',
  'statement',
  'ledger',
  'statistics',
  'policy',
  'practice',
  'residents',
];
const FOR_IT: readonly Section[] = ['printer', 'ledger', 'suspension', 'residents'];

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

/** The upper row of keys, from its left. */
const KEYS = [...'1234567890-='] as const;

/** The key that opens a section: as the sections stand, so stand the keys. */
export function keyOf(section: Section, sections: readonly Section[]): string {
  return KEYS[sections.indexOf(section)] ?? '';
}
