import { z } from 'zod';
import { err } from '../result.ts';
import type { Answer, CallDeclarations, Handlers, RequiredMoment, RequiredRole } from './declare.ts';
import type { Refusal } from './refusals.ts';
import type { StaffRole } from './status.ts';

// The interpreter instead of generated code: the generator's probe violates our CSP.
z.config({ jitless: true });

/** What the authorization must know about the caller, asked anew for each call. */
export interface CallerState {
  /**
   * `nobody` also while the screen is locked, or while a new passphrase has to be chosen first. `resident`: staff gave the
   * screen to one; whoever gave it is signed in behind it, and acts no more until a passphrase takes it back. `handed-back`:
   * a resident had it, and may still stand before it, but their part is over: nobody acts before that passphrase.
   */
  readonly role: 'nobody' | 'resident' | 'handed-back' | StaffRole;
  /** The one call that a supervisor other than the caller has approved on this screen, or null. */
  readonly approved: string | null;
  readonly setUp: boolean;
  readonly applicationOpen: boolean;
}

/** All calls that come in, each after its checks. `Given`: what their handlers are given besides the input. */
export interface AuthorizedCalls<Given extends readonly unknown[] = []> {
  /**
   * Parses the input, checks role and moment, runs the handler and turns every outcome into an `Answer`.
   * A thrown error is a bug: it is reported through `onBug` with the call's name only (an error's text may
   * quote what it choked on, which may be a person's) and answered as `broken`.
   */
  answer(name: string, input: unknown, caller: CallerState, ...given: Given): Promise<Answer<unknown>>;
}

function roleSuffices(required: RequiredRole, name: string, caller: CallerState): boolean {
  const isResident = caller.role === 'resident';
  const isNobody = caller.role === 'nobody';
  const isStaff = !isNobody && !isResident && caller.role !== 'handed-back';
  const isClerk = caller.role === 'clerk' || caller.role === 'supervisor';
  const approved = isStaff && caller.approved === name;
  switch (required) {
    case 'anyone':
      return true;
    case 'staff-or-nobody':
      return isStaff || isNobody;
    case 'staff':
      return isStaff;
    case 'clerk-or-supervisor':
      return isClerk;
    case 'resident-or-clerk':
      return isResident || isClerk;
    case 'resident-or-staff':
      return isResident || isStaff;
    case 'supervisor':
      return caller.role === 'supervisor' || approved;
    case 'supervisor-or-it':
      return caller.role === 'supervisor' || caller.role === 'it' || approved;
    case 'two-supervisors':
      return caller.role === 'supervisor' && approved;
  }
}

function momentFits(required: RequiredMoment, caller: CallerState): boolean {
  switch (required) {
    case 'always':
      return true;
    case 'before-set-up':
      return !caller.setUp;
    case 'no-application':
      return !caller.applicationOpen;
    case 'application-open':
      return caller.applicationOpen;
  }
}

function refuse(kind: 'malformed' | 'not-allowed' | 'not-now'): Answer<never> {
  const error: Refusal = { kind };
  return err(error);
}

/** Puts the checks of role, moment and input before the handlers of one set of declarations. */
export function authorizeCalls<Calls extends CallDeclarations, Given extends readonly unknown[] = []>(
  declarations: Calls,
  handlers: Handlers<Calls, Given>,
  onBug: (callName: string, error: unknown) => void,
  /** What is thrown on a machine that fails, and is no bug; null: it is one. */
  expected: (error: unknown) => Refusal | null = () => null,
): AuthorizedCalls<Given> {
  const isDeclared = (name: string): name is Extract<keyof Calls, string> =>
    Object.hasOwn(declarations, name);

  async function run<Name extends Extract<keyof Calls, string>>(
    name: Name,
    input: unknown,
    caller: CallerState,
    given: Given,
  ): Promise<Answer<unknown>> {
    const declaration: Calls[Name] = declarations[name];
    if (!roleSuffices(declaration.role, name, caller)) return refuse('not-allowed');
    if (!momentFits(declaration.moment, caller)) return refuse('not-now');
    try {
      const parsed = z.safeParse<Calls[Name]['input']>(declaration.input, input);
      if (!parsed.success) return refuse('malformed');
      return await handlers[name](parsed.data, ...given);
    } catch (error) {
      const known = expected(error);
      if (known !== null) return err(known);
      onBug(name, error);
      return err({ kind: 'broken' });
    }
  }

  return {
    answer: (name, input, caller, ...given) =>
      isDeclared(name) ? run(name, input, caller, given) : Promise.resolve(refuse('malformed')),
  };
}
