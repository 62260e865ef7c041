import { expect } from 'vitest';
import { z } from 'zod';
import { type CallDeclarations, parseOutput, type RequiredRole } from '../../shared/contract/declare.ts';
import { type Refusal, refusal } from '../../shared/contract/refusals.ts';
import { APPLICANT, ECHO_SEEN } from './inputs.test-support.ts';
import { STAFF } from './keeper.test-support.ts';
import { ENDED } from './page.test-support.ts';

/** Everybody who may stand at a kiosk, and what may have come over them. */
export const roles = [
  'nobody',
  'clerk',
  'supervisor',
  'it',
  'locked',
  'must-change',
  'approved',
  'two-supervisors',
  'resident',
  'handed-back',
] as const;
export type Role = (typeof roles)[number];

const NOBODY: readonly RequiredRole[] = ['anyone', 'staff-or-nobody'];
const ANYBODY: readonly RequiredRole[] = [...NOBODY, 'staff', 'resident-or-staff'];
const CLERK: readonly RequiredRole[] = [...ANYBODY, 'clerk-or-supervisor', 'resident-or-clerk'];
/** Written down a second time, apart from `authorizeCalls`: who may make which calls. An approval is for one act. */
const MAY: Readonly<Record<Role, readonly RequiredRole[]>> = {
  nobody: NOBODY,
  locked: NOBODY,
  'must-change': NOBODY,
  resident: ['anyone', 'resident-or-clerk', 'resident-or-staff'],
  'handed-back': ['anyone'],
  clerk: CLERK,
  supervisor: [...CLERK, 'supervisor', 'supervisor-or-it'],
  it: [...ANYBODY, 'supervisor-or-it'],
  approved: CLERK,
  'two-supervisors': [...CLERK, 'supervisor', 'supervisor-or-it'],
};

export function mayCall(role: Role, required: RequiredRole, isApproved: boolean): boolean {
  if (MAY[role].includes(required)) return true;
  if (!isApproved) return false;
  return role === 'two-supervisors' ? required === 'two-supervisors' : required.startsWith('supervisor');
}

export const applicantTexts: readonly string[] = Object.values(APPLICANT);
const passphrases: readonly string[] = STAFF.map(({ passphrase }) => passphrase);

/** What must be in no refusal, no log and no status. */
export function expectSilent(text: string): void {
  for (const secret of [...applicantTexts, ...passphrases, ECHO_SEEN]) expect(text).not.toContain(secret);
}

const envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.unknown() }),
]);

export type Judged = { readonly kind: 'ok'; readonly value: unknown } | Refusal | { readonly kind: 'ended' };

/**
 * An answer is what the contract declares and not a field more, or one of the closed refusals, which repeats
 * nothing of what was sent.
 */
export function judge(declarations: CallDeclarations, name: string, answer: unknown): Judged {
  if (answer === ENDED) return { kind: 'ended' };
  const parsed = envelope.parse(answer);
  if (parsed.ok) {
    expect(parseOutput(declarations, name, parsed.value)).toEqual(parsed.value);
    for (const passphrase of passphrases) expect(JSON.stringify(parsed.value)).not.toContain(passphrase);
    return { kind: 'ok', value: parsed.value };
  }
  const error = refusal.parse(parsed.error);
  expect(error).toEqual(parsed.error);
  expectSilent(JSON.stringify(parsed.error));
  // A handler threw: nothing that a page sends may bring that about.
  expect(error.kind, name).not.toBe('broken');
  return error;
}
