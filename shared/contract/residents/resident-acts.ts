import { z } from 'zod';
import { DOUBLE_STRIKES, REPEAT_DELAYS, switchInterfaces } from '../../residents/hands.ts';
import { residentLanguages } from '../../residents/language.ts';
import { residentTextSizes } from '../../residents/text-height.ts';
import { residentThemes } from '../../residents/themes.ts';
import { call } from '../declare.ts';
import { visitorId } from '../ids.ts';

const nothing = z.object({});

export const residentLanguage = z.enum(residentLanguages);

/** How somebody sees a resident's screen, and works it. */
export const residentLook = z.object({
  textSize: z.enum(residentTextSizes),
  theme: z.enum(residentThemes),
  keyFilter: z.object({ repeatDelay: z.literal(REPEAT_DELAYS), doubleStrike: z.literal(DOUBLE_STRIKES) }),
  switchKeys: z.enum(switchInterfaces).nullable(),
});

/**
 * How residents use this kiosk. `off`: clerks type. `counter`: resident and clerk share the screen. `self-service`: the
 * resident is alone with it. Always supervised: staff who are signed in give the screen, and a passphrase of staff takes it
 * back.
 */
export const residentSetting = z.enum(['off', 'counter', 'self-service']);
export type ResidentSetting = z.infer<typeof residentSetting>;

/** Widths in millimeters that a display of a kiosk may have. */
export const DISPLAY_WIDTH = { minimum: 100, maximum: 2_000 } as const;
const displayWidth = z.number().min(DISPLAY_WIDTH.minimum).max(DISPLAY_WIDTH.maximum);

/** What every session is told about residents. */
export const residentStatus = z.object({
  setting: residentSetting,
  /** A resident has the screen. Staff who gave it stay signed in behind it: `staff` names them, and nobody acts for them. */
  atScreen: z.boolean(),
  /**
   * The screen is locked behind a resident, until staff have it back. `finished`: they gave it to the clerk, with everything
   * answered; `unfinished`: nobody touched it any more, or it could not go on; `ending`: nobody touched it any more, and what is
   * open behind it could not be ended yet. Whether anything is open behind it, `application`
   * and `openNext` say. Null: it is not locked, or staff had it before.
   */
  handedBack: z.enum(['finished', 'unfinished', 'ending']).nullable(),
  /** As a supervisor measured it; null: nobody has. */
  displayWidthMillimeters: displayWidth.nullable(),
  /**
   * Nobody touched the screen for a while: so many seconds until it ends. Any activity that is reported answers it. Null:
   * no warning stands. Told when it begins and when it ends; the page counts down by itself.
   */
  idle: z.object({ endsInSeconds: z.int().min(0) }).nullable(),
  /**
   * False: the application of the number on the screen was left there by a session that died, and ends like any that nobody is
   * before, until somebody touches the screen.
   */
  isNumberTaken: z.boolean(),
  /**
   * Another one as soon as whoever used the screen is known to be gone: what a page remembers of how somebody reads was for
   * them, and ends with them.
   */
  visitor: visitorId,
  /** Languages in which a native speaker has confirmed what this release itself says. */
  confirmedLanguages: z.array(residentLanguage),
  /** Languages whose legal notices, as they are in this release and under the policy in force, a supervisor accepted by name. */
  acceptedNotices: z.array(residentLanguage),
});
export type ResidentStatus = z.infer<typeof residentStatus>;
/** How a resident had left the screen that was locked behind them. */
export type HandedBack = NonNullable<ResidentStatus['handedBack']>;

/** Who answers for the legal notices in a language, and since when (epoch milliseconds: an act of staff). */
export const noticeAcceptance = z.object({
  language: residentLanguage,
  /** The supervisor's name; null: they don't work here any more. */
  by: z.string().nullable(),
  since: z.number().int(),
});
export type NoticeAcceptance = z.infer<typeof noticeAcceptance>;

/** Acts of staff about residents, which need no application. */
export const residentActs = {
  setResidentSetting: call({
    role: 'supervisor',
    moment: 'no-application',
    input: z.object({ setting: residentSetting }),
    output: nothing,
  }),
  /** How wide the display really is: sizes on residents' screens are in millimeters. */
  setDisplayWidth: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: z.object({ millimeters: displayWidth }),
    output: nothing,
  }),
  /** A supervisor answers, by name, for the legal notices in a language that no native speaker has confirmed. */
  acceptNotice: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ language: residentLanguage }),
    output: nothing,
  }),
  /** Of the languages that the status names (`acceptedNotices`), in their order. */
  readAcceptances: call({
    role: 'supervisor-or-it',
    moment: 'always',
    input: nothing,
    output: z.object({ acceptances: z.array(noticeAcceptance) }),
  }),
} as const;
