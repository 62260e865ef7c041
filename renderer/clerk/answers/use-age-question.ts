import { useState } from 'react';
import { type AgeDoubt, ageDoubtOf } from '../../../shared/application/birth-date.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';

/** A question about a birth date that may well be right. */
export interface AgeQuestion {
  /** What is asked now; null for nothing. */
  readonly asked: AgeDoubt | null;
  /** Asks, where there is something to ask that was not asked about this day before. False: go on. */
  ask(): boolean;
}

/** A birth date that few people have is asked about once: going on a second time is the answer. */
export function useAgeQuestion(birthDate: CalendarDate | null, today: CalendarDate): AgeQuestion {
  const [askedAbout, setAskedAbout] = useState<string | null>(null);
  const doubt = birthDate === null ? null : ageDoubtOf(birthDate, today);
  const day = birthDate === null ? null : dayText(birthDate);
  const isAsked = day !== null && askedAbout === day;
  return {
    asked: isAsked ? doubt : null,
    ask: () => {
      if (doubt === null || isAsked) return false;
      setAskedAbout(day);
      return true;
    },
  };
}
