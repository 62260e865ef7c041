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
  | 'residents'
  | 'computer';

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
  'computer',
];
const FOR_IT: readonly Section[] = ['printer', 'ledger', 'suspension', 'residents', 'computer'];
/** What a kiosk may need before it can go live: a second supervisor, and a computer that is in order. */
const BEFORE_GO_LIVE: readonly Section[] = ['staff', 'computer'];

/** The sections that somebody of this role has. `isLive`: the kiosk has gone live, and there is something to look after. */
export function sectionsFor(role: StaffRole, isLive = true): readonly Section[] {
  switch (role) {
    case 'supervisor':
      return isLive ? ALL : BEFORE_GO_LIVE;
    case 'it':
      return FOR_IT;
    case 'clerk':
      return [];
  }
}

/** The upper row of keys, from its left. It has twelve: the thirteenth section of a supervisor has the letter it begins with. */
const KEYS = [...'1234567890-=C'] as const;

/** The key that opens a section: as the sections stand, so stand the keys. */
export function keyOf(section: Section, sections: readonly Section[]): string {
  return KEYS[sections.indexOf(section)] ?? '';
}
