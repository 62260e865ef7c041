import { describe, expect, it } from 'vitest';
import { AT_ONCE, checkSuspensionDraft, type SuspensionDraft } from './suspension-draft.ts';

const NOON = Date.UTC(2026, 10, 24, 17);
const draft: SuspensionDraft = { ...AT_ONCE, open: 'finish', notice: { en: ' Not today. ', es: 'Hoy no.' } };
const monthFirst = { timeZone: 'America/New_York', fields: [] };
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
