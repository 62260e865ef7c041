import { z } from 'zod';
import { latestUtc } from '../../ledger/field-types.ts';
import { openWhenSuspended } from '../../ledger/reasons.ts';
import { localizedParagraph } from '../../programme/localized.ts';
import { call } from '../declare.ts';
import { orderHash } from '../ids.ts';
import { policyMistake } from '../policy-acts.ts';

const nothing = z.object({});
/** Epoch milliseconds, within what the ledger's dates have room for; null: at once. */
const moment = z.number().int().min(0).max(latestUtc).nullable();

/** How a supervisor suspends intake. */
export const suspending = z.object({
  takesEffect: moment,
  open: z.enum(openWhenSuspended),
  notice: localizedParagraph,
});
export type Suspending = z.infer<typeof suspending>;

/** When a supervisor resumes it, and which suspension that ends: `decided` of the one that was on the screen. */
export const resuming = z.object({ at: moment, decided: z.number().int().min(0).max(latestUtc) });

/** What an order says, as whoever carries it out reads it. */
export const orderName = z.object({
  hash: orderHash,
  serial: z.number().int(),
  takesEffect: moment,
  expires: z.number().int(),
  content: z.discriminatedUnion('act', [
    z.object({ act: z.literal('suspend'), open: z.enum(openWhenSuspended), notice: localizedParagraph }),
    z.object({ act: z.literal('resume') }),
  ]),
});
export type OrderName = z.infer<typeof orderName>;

/** The check that an order on a stick does not pass. `file`: its name there. */
export const orderFault = z.discriminatedUnion('check', [
  z.object({
    check: z.literal('file'),
    file: z.string(),
    why: z.enum(['missing', 'no-file', 'unreadable', 'too-large']),
  }),
  /** More than anybody puts beside orders: which ones are among them, nobody has looked. */
  z.object({ check: z.literal('too-many-files') }),
  z.object({
    check: z.literal('content'),
    file: z.string(),
    mistakes: z.array(policyMistake).min(1),
    more: z.number().int().min(0),
  }),
  z.object({
    check: z.literal('signature'),
    file: z.string(),
    why: z.enum(['missing', 'unreadable', 'malformed', 'wrong']),
  }),
  z.object({ check: z.literal('program'), found: z.string(), inForce: z.string() }),
  /** Its number says otherwise than its file's name. */
  z.object({ check: z.literal('number'), file: z.string(), serial: z.number().int() }),
  /** One in between is not on the stick. */
  z.object({ check: z.literal('skips'), missing: z.number().int(), found: z.number().int() }),
  /** Only orders that this kiosk has already. */
  z.object({ check: z.literal('replayed'), found: z.number().int(), newest: z.number().int() }),
  z.object({ check: z.literal('expired'), serial: z.number().int(), expires: z.number().int() }),
  /** Its notice lacks languages of the policy in force. */
  z.object({ check: z.literal('languages'), file: z.string(), missing: z.array(z.string()).min(1) }),
]);
export type OrderFault = z.infer<typeof orderFault>;

/** What a look for the next order came to. Nothing is changed. */
export const orderOnStick = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fault'), fault: orderFault }),
  z.object({
    kind: z.literal('ready'),
    order: orderName,
    /** Who signed it, as the policy names them. */
    office: z.string(),
    /** Orders before it that this kiosk never had and that have expired: they are passed over with it. */
    passedOver: z.array(z.number().int()),
    /** Orders after it that are on the stick as well, each to be carried out in its turn. */
    more: z.number().int().min(0),
  }),
]);
export type OrderOnStick = z.infer<typeof orderOnStick>;

/** What carrying out came to: also a check that the order passed when it was read, and does not pass any more. */
export const orderCarriedOut = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carried-out') }),
  z.object({ kind: z.literal('fault'), fault: orderFault }),
]);

/** Acts on intake by hand and by order; part of `supervisionCalls`. */
export const suspensionActs = {
  /** Nobody new is served, at once or from a moment on. Where the policy asks for two, the keeper sees to the second. */
  suspendIntake: call({ role: 'supervisor', moment: 'always', input: suspending, output: nothing }),
  /** Ends what `suspendIntake` began, or takes it back; what an order began stays. */
  endSuspension: call({ role: 'supervisor', moment: 'always', input: resuming, output: nothing }),
  /** Looks for the next order in the folder for exports (a stick) and checks it. Changes nothing. */
  checkOrderOnStick: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: orderOnStick,
  }),
  /** Carries out the order that was checked and read. Another one on the stick by now is not carried out. */
  carryOutOrder: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ order: orderHash }),
    output: orderCarriedOut,
  }),
} as const;
