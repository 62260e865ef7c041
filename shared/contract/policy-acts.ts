import { z } from 'zod';
import { call } from './declare.ts';
import { policyHash } from './ids.ts';

const nothing = z.object({});
/** Out of a policy file: as much of it as a screen has room for. */
const text = z.string().max(2000);
/** Longer: what a document or a rule asks is told whole. */
const change = z.string().max(5000);

/** A policy by what people know it by. */
export const policyName = z.object({
  id: z.string(),
  version: z.number().int(),
  /** The program's name in English. */
  name: text,
  /** The day that the program decided it: 2026-03-01. Null: the file does not say. */
  adopted: z.string().nullable(),
  hash: policyHash,
});
export type PolicyName = z.infer<typeof policyName>;

export const policyInForce = policyName.extend({
  source: z.enum(['file', 'usb-drive']),
  /** SHA-256 of the pinned key of the program, which has signed it. Null: no key is pinned, and nobody has signed it. */
  key: z.string().nullable(),
});
export type PolicyInForce = z.infer<typeof policyInForce>;

/** A mistake in a file of the programme. `at`: the steps to the place in the document, which may be none. */
export const policyMistake = z.object({
  line: z.number().int(),
  column: z.number().int(),
  at: text,
  allowed: text,
});
export type PolicyMistake = z.infer<typeof policyMistake>;

/** The check that a policy on a stick does not pass. */
export const policyFault = z.discriminatedUnion('check', [
  z.object({ check: z.literal('file'), why: z.enum(['missing', 'no-file', 'unreadable', 'too-large']) }),
  z.object({
    check: z.literal('content'),
    mistakes: z.array(policyMistake).min(1),
    more: z.number().int().min(0),
  }),
  z.object({
    check: z.literal('signature'),
    why: z.enum(['missing', 'unreadable', 'malformed', 'wrong']),
  }),
  z.object({ check: z.literal('program'), found: z.string(), inForce: z.string() }),
  /** `same-version`: of other content than the one in force. */
  z.object({
    check: z.literal('version'),
    why: z.enum(['same-version', 'in-force']),
    version: z.number().int(),
  }),
]);
export type PolicyFault = z.infer<typeof policyFault>;

/** What a look at the stick came to. Nothing is changed. */
export const policyOnStick = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fault'), fault: policyFault }),
  z.object({
    kind: z.literal('ready'),
    policy: policyName,
    /** In sentences, in English. */
    changes: z.array(change),
    /** How many changes are not among those told. */
    more: z.number().int().min(0),
    /** It is from before the one in force: two supervisors install it. */
    isOlder: z.boolean(),
  }),
]);
export type PolicyOnStick = z.infer<typeof policyOnStick>;

/** `policy`: the one that was checked and read. Another one on the stick by now is not installed. */
const chosen = z.object({ policy: policyHash });

/** Acts of supervisors on the policy; part of `supervisionCalls`. */
export const policyActs = {
  policyInForce: call({ role: 'supervisor', moment: 'always', input: nothing, output: policyInForce }),
  /** Reads and checks the policy in the folder for exports (a stick). Changes nothing. */
  checkPolicyOnStick: call({
    role: 'supervisor',
    moment: 'no-application',
    input: nothing,
    output: policyOnStick,
  }),
  /** Puts a newer policy in force for whoever comes next. */
  installPolicy: call({ role: 'supervisor', moment: 'no-application', input: chosen, output: nothing }),
  /** Goes back to an older one. */
  installOlderPolicy: call({
    role: 'two-supervisors',
    moment: 'no-application',
    input: chosen,
    output: nothing,
  }),
} as const;
