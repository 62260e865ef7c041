import { z } from 'zod';
import type { Result } from '../result.ts';
import type { Refusal } from './refusals.ts';

/**
 * Who may make a call. `anyone`: also a resident who has the screen; `staff-or-nobody`: whoever is there, but no resident,
 * also not one who had it until now.
 * `staff` is anybody signed in; `clerk-or-supervisor`: those who work with applications, not IT staff; `resident-or-clerk`:
 * they, and a resident who has the screen; `resident-or-staff`: anybody signed in, and such a resident. `supervisor`: one, or somebody whose act a supervisor has approved on the same screen.
 * `two-supervisors`: a supervisor whose act another supervisor has approved.
 */
export type RequiredRole =
  | 'anyone'
  | 'staff-or-nobody'
  | 'resident-or-clerk'
  | 'resident-or-staff'
  | 'staff'
  | 'clerk-or-supervisor'
  | 'supervisor'
  | 'supervisor-or-it'
  | 'two-supervisors';

/** When a call makes sense, as far as the session itself can tell. */
export type RequiredMoment = 'always' | 'before-set-up' | 'no-application' | 'application-open';

/** One call, declared once: both ends are typed from it and `authorizeCalls` enforces it. */
export interface CallDeclaration<Input extends z.ZodType, Output extends z.ZodType> {
  readonly role: RequiredRole;
  readonly moment: RequiredMoment;
  readonly input: Input;
  readonly output: Output;
}

export type CallDeclarations = Readonly<Record<string, CallDeclaration<z.ZodType, z.ZodType>>>;

/** Declares a call; exists so that the schemas' types are kept. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: CallDeclaration<Input, Output>,
): CallDeclaration<Input, Output> {
  return declaration;
}

export type InputOf<Calls extends CallDeclarations, Name extends keyof Calls> = z.output<
  Calls[Name]['input']
>;
export type OutputOf<Calls extends CallDeclarations, Name extends keyof Calls> = z.output<
  Calls[Name]['output']
>;

/** What a call answers: its output, or one of the closed refusals. */
export type Answer<Output> = Result<Output, Refusal>;

/** One function for each declared call. `Given`: what it is given besides its input, by whoever let the call pass. */
export type Handlers<Calls extends CallDeclarations, Given extends readonly unknown[] = []> = {
  readonly [Name in keyof Calls]: (
    input: InputOf<Calls, Name>,
    ...given: Given
  ) => Promise<Answer<OutputOf<Calls, Name>>> | Answer<OutputOf<Calls, Name>>;
};

/** The typed client for a set of declared calls. */
export type Client<Calls extends CallDeclarations> = {
  readonly [Name in keyof Calls]: (
    input: z.input<Calls[Name]['input']>,
  ) => Promise<Answer<OutputOf<Calls, Name>>>;
};

/** Parses what a call answered by that call's own schema. Throws on anything else: the peer is broken. */
export function parseOutput<Calls extends CallDeclarations, Name extends keyof Calls>(
  declarations: Calls,
  name: Name,
  value: unknown,
): OutputOf<Calls, Name> {
  const declaration: Calls[Name] = declarations[name];
  return z.parse<Calls[Name]['output']>(declaration.output, value);
}
