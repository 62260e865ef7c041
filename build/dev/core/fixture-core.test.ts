import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import { createClient } from '../../../renderer/core-client/client.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import {
  answerEnvelope,
  type ScreenEvent,
  screenCalls,
  screenEvent,
} from '../../../shared/contract/screen.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { screenInputs } from '../../../tests/hostile/inputs.test-support.ts';
import { WILHELMINA } from '../../../tests/support/kiosk/people.ts';
import { CLERK, SUPERVISOR } from '../../kiosk/clerk.ts';
import type { Fixture } from '../fixtures/fixture.ts';
import { fixtureNamed } from '../fixtures/fixtures.ts';
import { createFixtureCore } from './fixture-core.ts';

// A card that is under way has timers, which would outlive a test.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PICTURE = new Uint8Array([1, 2, 3]);

/** A core over the state of this name, and what came of it. */
function coreIn(name: string) {
  const fixture: Fixture | null = fixtureNamed(name);
  if (fixture === null) throw new Error(`no state is called ${name}`);
  const [bugs, endings, events] = [[] as unknown[], [] as string[], [] as ScreenEvent[]];
  const bridge = createFixtureCore(fixture, {
    policy: harborCity,
    pictures: { faces: async () => ({ front: PICTURE, back: PICTURE }), photo: async () => PICTURE },
    printable: [[0x61, 0x7a]],
    painted: () => undefined,
    endSession: (next) => endings.push(next),
    onBug: (what, error) => bugs.push(what, error),
  });
  bridge.onEvent((event) => events.push(screenEvent.parse(event)));
  return { bridge, client: createClient(bridge, () => undefined), bugs, endings, events };
}

it('takes an applicant from the first answer to the hand-over, as the contract says', async () => {
  const { client, bugs, endings, events } = coreIn('start');
  const begun = await client.startApplication({});
  expect(begun).toMatchObject({ ok: true, value: { state: 'draft', revision: 1 } });
  // Going on is refused by the programme's own rules.
  expect(await client.confirmDocuments({})).toEqual({ ok: false, error: { kind: 'answers-incomplete' } });
  for (const field of ['name', 'birthDay', 'birthMonth', 'birthYear'] as const)
    await client.answer({ field, typed: WILHELMINA[field] });
  expect(await client.confirmDocuments({})).toEqual({ ok: false, error: { kind: 'documents-incomplete' } });
  for (const document of ['passport', 'lease-or-rent-receipt'])
    await client.tickDocument({ document, seen: true });
  expect(await client.confirmDocuments({})).toMatchObject({ value: { state: 'checked' } });
  expect(await client.keepPhoto({ jpeg: PICTURE })).toMatchObject({ value: { state: 'photographed' } });
  expect(await client.photo({})).toEqual({ ok: true, value: { jpeg: PICTURE } });
  expect(await client.print({})).toMatchObject({ value: { state: 'queued', printStage: 'waiting' } });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await client.getState({})).toMatchObject({ value: { application: { state: 'printed' } } });
  expect(await client.handOver({})).toEqual({ ok: false, error: { kind: 'not-now' } });
  expect(await client.identifyCard({ characters: 'XT6K' })).toMatchObject({
    value: { cardIdentified: true },
  });
  expect(await client.handOver({})).toMatchObject({ ok: true });
  expect(endings).toEqual(['start-ended']);
  expect(
    events.flatMap((event) => (event.kind === 'application' ? [event.application.printStage] : [])),
  ).toEqual(expect.arrayContaining(['sent', 'front', 'back', 'in-tray']));
  expect(bugs).toEqual([]);
});

it('refuses as the contract does: an input that is none, a role that may not, a moment that is not', async () => {
  const refusal = async (name: string, call: string, input: unknown) => coreIn(name).bridge.call(call, input);
  expect(await refusal('start', 'signIn', { name: 7 })).toEqual({ ok: false, error: { kind: 'malformed' } });
  expect(await refusal('start', 'noSuchCall', {})).toEqual({ ok: false, error: { kind: 'malformed' } });
  expect(await refusal('sign-in', 'startApplication', {})).toEqual({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  expect(await refusal('start', 'members', {})).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  expect(await refusal('start', 'print', {})).toEqual({ ok: false, error: { kind: 'not-now' } });
});

it('answers what the state says in the place of a call: once and for all, or in turn and then no more', async () => {
  const always = coreIn('open-key-damaged').client;
  for (const _time of [1, 2])
    expect(await always.openApplication({ ticket: ticket.parse(41) })).toMatchObject({
      error: { kind: 'key-damaged' },
    });
  const { client } = coreIn('ledger-older');
  const read = () => client.readLedger({ filter: { kind: null, day: null }, before: null });
  for (const _time of [1, 2]) expect(await read()).toMatchObject({ value: { before: 512 } });
  const late = vi.fn();
  void read().then(late);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(late).not.toHaveBeenCalled();
});

it('signs in who works here, and tells every screen', async () => {
  const { client, events } = coreIn('sign-in');
  expect(await client.signIn({ name: CLERK.name, passphrase: 'wrong' })).toMatchObject({
    error: { kind: 'wrong-passphrase' },
  });
  await client.signIn({ name: CLERK.name, passphrase: CLERK.passphrase });
  expect(events.at(-1)).toMatchObject({ kind: 'status', status: { staff: { role: 'clerk' } } });
});

/** States in which each call can be made by somebody. */
const SITUATIONS = ['set-up', 'sign-in', 'supervisor-real-printer', 'supervisor-hold-in-force', 'locked'];
const WITH_APPLICATION = ['answers-typed', 'check', 'print-question', 'print-spoiled', 'hand-over-named'];
const known = { tickets: [41], members: [], holds: [], ribbons: [], staff: [CLERK, SUPERVISOR] };

test.each(Object.entries(screenInputs))('%s answers as it is declared', async (call, inputsOf) => {
  for (const name of [...SITUATIONS, ...WITH_APPLICATION]) {
    for (const input of fc.sample<unknown>(inputsOf(known), { numRuns: 2, seed: 7 })) {
      const { bridge, bugs } = coreIn(name);
      // What is answered is parsed by the call's own schema in there, and thrown if it is not as declared.
      expect(answerEnvelope.parse(await bridge.call(call, input))).toBeTruthy();
      expect(bugs, `${call} in ${name}`).toEqual([]);
    }
  }
});

it('is made of all calls', () => {
  expect(Object.keys(screenInputs).sort()).toEqual(Object.keys(screenCalls).sort());
});
