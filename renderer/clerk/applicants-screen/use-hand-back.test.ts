import { describe, expect, it } from 'vitest';
import { emptyAnswers, textsFrom } from '../../../shared/application/answers.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { handBackOf } from './use-hand-back.ts';

const TODAY = { year: 2026, month: 11, day: 24 };
const fields: readonly PolicyField[] = [
  { field: 'name', use: 'required', label: { en: 'Name' } },
  { field: 'birthDate', use: 'required', label: { en: 'Birth date' } },
  { field: 'gender', use: 'optional', label: { en: 'Gender' } },
];
const nothing = { ...emptyAnswers, documents: [] };
const whole = {
  ...nothing,
  ...textsFrom({ name: 'Wilhelmina Quillbury', birthDay: '3', birthMonth: '4', birthYear: '1961' }),
};

describe('how an applicant left the answers', () => {
  it('is finished where every answer holds, and else names what is missing', () => {
    const left = (answers: typeof whole) =>
      handBackOf({ answers, state: 'draft' }, { fields }, TODAY, true)?.missing;
    expect(left(whole)).toEqual([]);
    expect(left({ ...whole, name: '' })).toEqual(['name']);
    expect(left(nothing)).toContain('birthDate');
    expect(left(nothing)).not.toContain('gender');
  });

  it('is nothing to tell where a clerk typed, or where the clerk is past it', () => {
    expect(handBackOf({ answers: whole, state: 'draft' }, { fields }, TODAY, false)).toBeNull();
    expect(handBackOf({ answers: whole, state: 'photographed' }, { fields }, TODAY, true)).toBeNull();
  });
});
