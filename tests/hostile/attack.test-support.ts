import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import type { CallDeclarations } from '../../shared/contract/declare.ts';
import type { Known } from './inputs.test-support.ts';
import { expectSilent, type Judged, judge, mayCall, type Role } from './judge.test-support.ts';
import { STAFF, type WatchedKeeper } from './keeper.test-support.ts';
import { nonsense, spoiled } from './nonsense.test-support.ts';

/** Who asks: a page of a core, or a core of the keeper. */
export interface Attacker {
  readonly session: { readonly token: string };
  ask(call: string, input: unknown): Promise<unknown>;
  /** What this side knows of its application, as text: a refusal must leave it as it is. */
  knows(): Promise<string>;
}

/** What is counted: a property that never came somewhere has said nothing about it. */
export interface Tally {
  readonly calls: Map<string, Map<string, number>>;
  readonly cells: Map<string, number>;
  readonly roles: Map<Role, number>;
  readonly situations: Map<string, number>;
}

export const emptyTally = (): Tally => ({
  calls: new Map(),
  cells: new Map(),
  roles: new Map(),
  situations: new Map(),
});

export function count<Key>(of: Map<Key, number>, key: Key): void {
  of.set(key, (of.get(key) ?? 0) + 1);
}

/** What there is to be named, right now. */
export function knownOf({ keeper: { services } }: WatchedKeeper): Known {
  return {
    tickets: services.vault.open().map(({ ticket }) => ticket),
    members: services.staff.members().map(({ member }) => member),
    holds: services.holds.all().map(({ identifier }) => identifier),
    ribbons: services.ribbons.held().held.map(({ ribbon }) => ribbon),
    staff: STAFF,
  };
}

/** Draws one value after the other; a failure is told, and run again, by one number. */
export type Draw = <Value>(of: fc.Arbitrary<Value>) => Value;

export function drawFrom(seed: number): Draw {
  let drawn = 0;
  return (of) => {
    drawn += 1;
    for (const value of fc.sample(of, { seed: seed + drawn * 7919, numRuns: 1 })) return value;
    throw new Error('nothing was drawn');
  };
}

/** An input for a call: nonsense, a valid one with a thing wrong, or a valid one. */
export function inputFor(valid: fc.Arbitrary<object>, plain: boolean): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 2, arbitrary: nonsense(plain) },
    { weight: 2, arbitrary: spoiled(valid, plain) },
    { weight: 1, arbitrary: valid },
  );
}

/** Refusals that are counted on the disk or in the ledger, or that are an answer to what somebody did. */
function mayChange(name: string, judged: Judged): boolean {
  switch (judged.kind) {
    // Counted apart, in a table that the snapshot leaves out; the tenth in a row is an entry of the ledger.
    case 'locked-out':
      return true;
    // That somebody wanted to finish what a hold keeps is an entry of the ledger.
    case 'held':
      return ['handOver', 'endWithoutCard', 'finish', 'leaveNow'].includes(name);
    // Another card in the hand than the one named before: the hand-over closes again.
    case 'no-such-card':
      return name === 'identifyCard';
    default:
      return false;
  }
}

/** One call, and everything that must hold whatever was sent. */
export async function attack(
  watched: WatchedKeeper,
  declarations: CallDeclarations,
  attacker: Attacker,
  role: Role,
  { name, input }: { readonly name: string; readonly input: unknown },
  tally: Tally,
): Promise<Judged> {
  const { services } = watched.keeper;
  const approved = services.staff.approvalFor(attacker.session.token)?.act === name;
  const before = [await attacker.knows(), ...watched.snapshot()];
  const judged = judge(declarations, name, await attacker.ask(name, input));
  const outcomes = tally.calls.get(name) ?? new Map<string, number>();
  tally.calls.set(name, outcomes);
  count(outcomes, judged.kind);
  const required = declarations[name]?.role;
  if (required === undefined) expect(judged.kind).toBe('malformed');
  else if (!mayCall(role, required, approved)) expect(judged.kind, `${name} as ${role}`).toBe('not-allowed');
  else if (required !== 'anyone' && required !== 'staff-or-nobody') {
    // Somebody else's passphrase is typed for these.
    if (name !== 'approve' && name !== 'confirmSupervisor')
      expect(judged.kind, `${name} as ${role}`).not.toBe('wrong-passphrase');
  }
  if (judged.kind === 'ok' || judged.kind === 'ended' || mayChange(name, judged)) return judged;
  // The core still answers, and nothing is otherwise than it was.
  const after = [await attacker.knows(), ...watched.snapshot()];
  expect(after, `${name} was refused with ${judged.kind}`).toEqual(before);
  return judged;
}

/** What all screens were told, and what all processes wrote, is about nobody and repeats nothing. */
export function expectNothingSaid(watched: WatchedKeeper): void {
  for (const page of watched.pages()) for (const status of page.statuses) expectSilent(status);
  const said = watched.said();
  expect(said).toContain('a process starts');
  expectSilent(said);
  expect(said).not.toContain('defect in');
  expect(watched.strayFiles()).toEqual([]);
}

/** The names of those whose passphrase or place may be another after a call that succeeded. */
export function staffChangedBy(watched: WatchedKeeper, name: string, input: unknown): readonly string[] {
  const { staff } = watched.keeper.services;
  if (name === 'changePassphrase') return [staff.signedIn()?.name ?? ''];
  if (name !== 'resetPassphrase') return [];
  const parsed = z.object({ member: z.string() }).safeParse(input);
  return staff.members().flatMap(({ member, name: of }) => (member === parsed.data?.member ? [of] : []));
}
