import { z } from 'zod';
import { applicationStateKinds } from '../application/lifecycle.ts';
import { ticket } from './ids.ts';
import { receipt } from './receipt.ts';
import { wipeStep } from './refusals.ts';

export const calendarDate = z.object({
  year: z.number().int(),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
});

export const staffRole = z.enum(['clerk', 'supervisor']);

/** The states of an application, without details: as much as a list or a screen needs to know. */
export const applicationState = z.enum(applicationStateKinds);

/** What the list of open applications shows: a ticket, a state, an age; never a name. */
export const inProgress = z.object({
  ticket,
  state: applicationState,
  minutes: z.number().int().min(0),
});

/** How far the card has come. `failed`: the worker ended before it told of a finished card. */
export const printStage = z.enum(['waiting', 'sent', 'front', 'back', 'in-tray', 'failed']);

/** How the last application of this kiosk ended, as the fresh session shows it. */
export const turnOver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** A wipe is under way: "start" stays disabled until it has ended. */
  z.object({ kind: z.literal('erasing') }),
  /** The clerk put an application aside; nothing was wiped. */
  z.object({ kind: z.literal('put-aside'), ticket }),
  /** A session died and this one took its place. `lost` would be a defect: fields commit on change. */
  z.object({ kind: z.literal('replaced') }),
  z.object({ kind: z.literal('ended'), receipt, milliseconds: z.number().int().min(0) }),
]);

/** Whether new applications may begin. A wipe that cannot be proven locks intake (DESIGN 2.6). */
export const intake = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('locked'), step: wipeStep, attempts: z.number().int().min(1) }),
]);

/** What the keeper tells every session, whenever it changes. Holds no person. */
export const kioskStatus = z.object({
  kioskName: z.string().nullable(),
  setUp: z.boolean(),
  staff: z.object({ name: z.string(), role: staffRole }).nullable(),
  staffNames: z.array(z.string()),
  today: calendarDate,
  counts: z.object({
    issued: z.number().int().min(0),
    spoiled: z.number().int().min(0),
    wiped: z.number().int().min(0),
  }),
  inProgress: z.array(inProgress),
  intake,
  turnOver,
  /** The application this fresh session should open by itself: the clerk chose it before the turn-over. */
  openNext: ticket.nullable(),
  /** `true` once this session is the one on the screen. */
  shown: z.boolean(),
  runtime: z.enum(['evaluation', 'production']),
  build: z.enum(['evaluation', 'release']),
});
export type KioskStatus = z.infer<typeof kioskStatus>;
export type Intake = z.infer<typeof intake>;
export type TurnOver = z.infer<typeof turnOver>;
export type PrintStage = z.infer<typeof printStage>;
export type StaffRole = z.infer<typeof staffRole>;
