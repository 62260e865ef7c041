import { describe, expect, it } from 'vitest';
import {
  AT_ONCE,
  checkSuspensionDraft,
  emptyLanguages,
  type SuspensionDraft,
  startFaults,
} from './suspension-draft.ts';

const NOON = Date.UTC(2026, 10, 24, 17);
const draft: SuspensionDraft = { ...AT_ONCE, open: 'finish', notice: { en: ' Not today. ', es: 'Hoy no.' } };
const monthFirst = { timeZone: 'America/New_York', fields: [], languages: undefined };
const check = (
  change: Partial<SuspensionDraft>,
  place: Parameters<typeof checkSuspensionDraft>[1] = monthFirst,
) => checkSuspensionDraft({ ...draft, ...change }, place, NOON);

describe('a suspension as it is typed', () => {
  it('is at once, or at a moment to come', () => {
    const notice = { en: 'Not today.', es: 'Hoy no.' };
    expect(check({})).toEqual({ ok: true, how: { takesEffect: null, open: 'finish', notice } });
    expect(check({ when: 'later', day: '11/24/2026', time: '5 PM', open: 'wipe' })).toEqual({
      ok: true,
      how: { takesEffect: Date.UTC(2026, 10, 24, 22), open: 'wipe', notice },
    });
  });

  it('is typed in the order of the city', () => {
    const birthDate = { field: 'birthDate', use: 'required', order: 'day-month-year' } as const;
    const at = (place: Parameters<typeof checkSuspensionDraft>[1]) =>
      check({ when: 'later', day: '03/04/2027', time: '5 PM' }, place);
    expect(at(monthFirst)).toMatchObject({ how: { takesEffect: Date.UTC(2027, 2, 4, 22) } });
    expect(at({ ...monthFirst, fields: [birthDate] })).toMatchObject({
      how: { takesEffect: Date.UTC(2027, 3, 3, 21) },
    });
  });

  it('is refused with a time that is none, or over, and with an empty notice', () => {
    expect(check({ when: 'later' })).toEqual({ ok: false, problem: 'no-moment' });
    expect(check({ when: 'later', day: '11/24/2026', time: '12:00' })).toEqual({
      ok: false,
      problem: 'moment-over',
    });
    const noSpanish = { en: 'Not today.', es: ' ' };
    expect(check({ notice: noSpanish })).toEqual({ ok: false, problem: 'no-notice' });
    expect(check({ notice: noSpanish }, { ...monthFirst, languages: ['en', 'es'] }).ok).toBe(false);
  });

  it('names each field that has to be typed anew, and only those', () => {
    const faults = (day: string, time: string) =>
      startFaults({ when: 'later', day, time }, 'no-moment', 'month-day-year');
    expect(faults('', '')).toEqual({ day: 'unreadable', time: 'unreadable' });
    expect(faults('11/28/2026', '5')).toEqual({ day: null, time: 'unreadable' });
    expect(faults('11/28', '5 PM')).toEqual({ day: 'unreadable', time: null });
    expect(faults('28/11/2026', '5 PM')).toEqual({ day: 'no-such-day', time: null });
    // The clocks leave it out in the spring.
    expect(faults('3/14/2027', '2:30')).toEqual({ day: null, time: 'skipped' });
    const over = { when: 'later', day: '1/1/2020', time: '5 PM' } as const;
    expect(startFaults(over, 'moment-over', 'month-day-year')).toEqual({ day: 'over', time: null });
    expect(startFaults(over, null, 'month-day-year')).toEqual({ day: null, time: null });
  });

  it('names each language of the policy that nothing is written in', () => {
    const notice = { en: 'Not today.', es: '  ', pl: '', ar: '' };
    expect(emptyLanguages(notice, undefined)).toEqual(['es']);
    expect(emptyLanguages(notice, ['en', 'pl', 'uk'])).toEqual(['pl', 'uk']);
    expect(emptyLanguages(notice, ['en'])).toEqual([]);
  });

  it('may do without a language that the policy does not name', () => {
    const notice = { en: 'Not today.', es: 'Hoy no.' };
    expect(check({ notice: { ...notice, ar: '', uk: ' Не сьогодні. ' } })).toMatchObject({
      how: { notice: { ...notice, uk: 'Не сьогодні.' } },
    });
    expect(check({ notice: { en: 'Not today.', es: '' } }, { ...monthFirst, languages: ['en'] })).toEqual({
      ...{ ok: true, how: { takesEffect: null, open: 'finish', notice: { en: 'Not today.' } } },
    });
  });
});
