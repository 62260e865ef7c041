import { describe, expect, it } from 'vitest';
import { emptyAnswers, textsFrom } from '../../../shared/application/answers.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { WILHELMINA } from '../../../tests/support/kiosk/people.ts';
import { handBackOf } from './use-hand-back.ts';

const TODAY = { year: 2026, month: 11, day: 24 };
const whole = { ...emptyAnswers, ...textsFrom(WILHELMINA), documents: [] };

describe('how an applicant left the answers', () => {
  it('is finished where every answer holds, and else names what is missing', () => {
    const left = (answers: typeof whole) =>
      handBackOf({ answers, state: 'draft' }, harborCity, TODAY, true)?.missing;
    expect(left(whole)).toEqual([]);
    expect(left({ ...whole, name: '' })).toEqual(['name']);
    expect(left({ ...emptyAnswers, documents: [] })).toContain('birthDate');
  });

  it('is nothing to tell where a clerk typed, or where the clerk is past it', () => {
    expect(handBackOf({ answers: whole, state: 'draft' }, harborCity, TODAY, false)).toBeNull();
    expect(handBackOf({ answers: whole, state: 'photographed' }, harborCity, TODAY, true)).toBeNull();
  });
});
