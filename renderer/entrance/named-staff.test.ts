import { describe, expect, it } from 'vitest';
import { namedStaff } from './named-staff.ts';

const NAMES = ['Marisol Tidewater', 'Marisol Quillbury', 'Ömer Saltmarsh', 'Ann'];

describe('a name that is typed where no names are listed', () => {
  it('is found without accents, capitals and the last name', () => {
    expect(namedStaff('  marisol   TIDEWATER ', NAMES)).toBe('Marisol Tidewater');
    expect(namedStaff('omer', NAMES)).toBe('Ömer Saltmarsh');
    expect(namedStaff('ann', [...NAMES, 'Anna Brine'])).toBe('Ann');
  });

  it('is passed on as it stands where it is nobody’s, or of two', () => {
    expect(namedStaff('Marisol', NAMES)).toBe('Marisol');
    expect(namedStaff('Nobody Here', NAMES)).toBe('Nobody Here');
  });

  it('is nobody while nothing is typed', () => {
    expect(namedStaff(' ', NAMES)).toBeNull();
  });
});
