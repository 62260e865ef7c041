import type { FieldUse } from '../../../shared/application/fields.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import type { OpenWhenSuspended } from '../../../shared/ledger/reasons.ts';
import { noticeLanguages } from '../../../shared/orders/usual-notice.ts';
import { dateOrderOf } from '../ledger/typed-day.ts';
import { readTypedMoment } from './typed-moment.ts';

/** At once, or at a day and a time as they are typed. */
export interface TypedStart {
  readonly when: 'now' | 'later';
  readonly day: string;
  readonly time: string;
}

/** What a supervisor has chosen and typed so far. */
export interface SuspensionDraft extends TypedStart {
  readonly open: OpenWhenSuspended;
  readonly notice: Readonly<Record<string, string>>;
}

export const AT_ONCE: TypedStart = { when: 'now', day: '', time: '' };

/** A moment to come, or null for now; or why it is none. */
export type CheckedStart =
  | { readonly ok: true; readonly moment: number | null }
  | { readonly ok: false; readonly problem: 'no-moment' | 'moment-over' };

/** How a day is typed, by the policy, and in which zone a time is meant: the kiosk's. */
interface Place {
  readonly timeZone: string;
  readonly fields: readonly FieldUse[];
}

/** That, and the languages that a notice must be in. */
interface PlaceOfNotice extends Place {
  readonly languages?: readonly string[] | undefined;
}

export function checkStart(
  { when, day, time }: TypedStart,
  { timeZone, fields }: Place,
  now: number,
): CheckedStart {
  if (when === 'now') return { ok: true, moment: null };
  const moment = readTypedMoment(day, time, timeZone, dateOrderOf(fields));
  if (moment === null) return { ok: false, problem: 'no-moment' };
  return moment <= now ? { ok: false, problem: 'moment-over' } : { ok: true, moment };
}

/** How intake is suspended, or what is missing. */
export type CheckedSuspension =
  | { readonly ok: true; readonly how: Suspending }
  | { readonly ok: false; readonly problem: 'no-moment' | 'moment-over' | 'no-notice' };

export function checkSuspensionDraft(
  { open, notice, ...start }: SuspensionDraft,
  place: PlaceOfNotice,
  now: number,
): CheckedSuspension {
  const checked = checkStart(start, place, now);
  if (!checked.ok) return checked;
  const texts = Object.entries(notice).map(([language, text]) => [language, text.trim()] as const);
  const written = Object.fromEntries(texts.filter(([, text]) => text !== ''));
  if (noticeLanguages(place.languages).some((language) => !Object.hasOwn(written, language)))
    return { ok: false, problem: 'no-notice' };
  const { en = '', ...others } = written;
  return { ok: true, how: { takesEffect: checked.moment, open, notice: { en, ...others } } };
}
