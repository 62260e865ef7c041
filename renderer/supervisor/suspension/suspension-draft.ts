import type { DateOrder, FieldUse } from '../../../shared/application/fields.ts';
import type { Suspending } from '../../../shared/contract/suspension/suspension-acts.ts';
import type { OpenWhenSuspended } from '../../../shared/ledger/reasons.ts';
import { noticeLanguages } from '../../../shared/orders/usual-notice.ts';
import { dateOrderOf, readTypedDay } from '../ledger/typed-day.ts';
import { readTypedMoment, readTypedTime } from './typed-moment.ts';

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

/** Why a day and a time are no moment to come. */
export type StartProblem = 'no-moment' | 'moment-over';

/** A moment to come, or null for now; or why it is none. */
type CheckedStart =
  | { readonly ok: true; readonly moment: number | null }
  | { readonly ok: false; readonly problem: StartProblem };

/** How a day is typed, by the policy, and in which zone a time is meant: the kiosk's. */
interface Place {
  readonly timeZone: string;
  readonly fields: readonly FieldUse[];
}

/** That, and the languages that a notice must be in. */
interface PlaceOfNotice extends Place {
  readonly languages: readonly string[] | undefined;
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

/** What is wrong in each of the two fields. `skipped`: the clocks leave that time out on that day. */
export interface StartFaults {
  readonly day: 'unreadable' | 'no-such-day' | 'over' | null;
  readonly time: 'unreadable' | 'skipped' | null;
}

/** Where a day and a time have to be typed anew, of a start that did not pass. */
export function startFaults(
  { day, time }: TypedStart,
  problem: StartProblem | null,
  order: DateOrder,
): StartFaults {
  if (problem === null) return { day: null, time: null };
  if (problem === 'moment-over') return { day: 'over', time: null };
  const { kind } = readTypedDay(day, order);
  const isTime = readTypedTime(time) !== null;
  return {
    day: kind === 'day' ? null : kind === 'none' ? 'unreadable' : kind,
    time: isTime ? (kind === 'day' ? 'skipped' : null) : 'unreadable',
  };
}

/** How intake is suspended, or what is missing. */
export type CheckedSuspension =
  | { readonly ok: true; readonly how: Suspending }
  | { readonly ok: false; readonly problem: StartProblem | 'no-notice' };

/** The languages that a notice must be in, by the policy's, and that nothing is written in. */
export function emptyLanguages(
  notice: SuspensionDraft['notice'],
  languages: readonly string[] | undefined,
): readonly string[] {
  return noticeLanguages(languages).filter((language) => (notice[language] ?? '').trim() === '');
}

export function checkSuspensionDraft(
  { open, notice, ...start }: SuspensionDraft,
  place: PlaceOfNotice,
  now: number,
): CheckedSuspension {
  const checked = checkStart(start, place, now);
  if (!checked.ok) return checked;
  if (emptyLanguages(notice, place.languages).length > 0) return { ok: false, problem: 'no-notice' };
  const texts = Object.entries(notice).map(([language, text]) => [language, text.trim()] as const);
  const written = Object.fromEntries(texts.filter(([, text]) => text !== ''));
  const { en = '', ...others } = written;
  return { ok: true, how: { takesEffect: checked.moment, open, notice: { en, ...others } } };
}
