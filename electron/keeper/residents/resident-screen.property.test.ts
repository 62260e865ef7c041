import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openIn } from '../applications/occupants.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { shownSessionDies } from '../sessions/stand-in-pool.test-support.ts';
import { CLERK } from '../start/keeper.test-support.ts';
import { connectCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { idleFor, residentStage, statusOf } from './residents.test-support.ts';

/** What people, and a machine, may do to a kiosk, in any order. */
const steps = [
  'give',
  'take',
  'begin',
  'answer',
  'finish',
  'leave',
  'wait',
  'go away',
  'touch',
  'die',
  'open again',
] as const;
type Step = (typeof steps)[number];

/** What comes of chance seldom enough: whole visits, between which all else happens. */
const visits: readonly (readonly Step[])[] = [
  ['take', 'begin', 'give', 'answer', 'finish'],
  ['give', 'begin', 'answer', 'finish'],
  ['give', 'begin', 'leave'],
];
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...steps).map((step): readonly Step[] => [step]) },
  { weight: 1, arbitrary: fc.constantFrom(...visits) },
);
/** Each visit at least once, in any order, and then whatever happens. */
const day = fc
  .tuple(
    fc.shuffledSubarray([...visits], { minLength: visits.length }),
    fc.array(happening, { minLength: 4, maxLength: 10 }),
  )
  .map(([first, then]) => [...first, ...then].flat());

type Stage = Awaited<ReturnType<typeof residentStage>>;

/** Calls that no resident makes; each would be refused for other reasons only if staff stood there. */
const STAFF_ONLY = [
  ['putAside', { fingerprints: null }],
  ['confirmDocuments', {}],
  ['lookUpKey', {}],
  ['lock', {}],
  ['setResidentSetting', { setting: 'off' }],
] as const;

/** Each step is tried, whether or not it is possible: what is refused changes nothing. */
async function take({ keeper, clock }: Stage, core: ScriptedCore, step: Step): Promise<void> {
  const sealed = new Uint8Array(9);
  switch (step) {
    case 'give':
      await core.call('giveToResident', { language: 'en' });
      return;
    case 'take':
      await core.call('signIn', CLERK);
      return;
    case 'begin':
      await core.call('create', {});
      return;
    case 'answer':
      await core.call('keepAnswers', { sealed });
      return;
    case 'finish':
      await core.call('finishAnswers', { fingerprints: null });
      return;
    case 'leave':
      await core.call('leaveNow', { fingerprints: null });
      return;
    case 'wait':
      idleFor({ keeper, clock }, 100);
      return;
    case 'go away':
      idleFor({ keeper, clock }, 151);
      return;
    case 'touch':
      await core.call('reportActivity', {});
      return;
    case 'die':
      await shownSessionDies(keeper.services.pool);
      return;
    case 'open again': {
      const { openNext } = await statusOf(core);
      if (openNext !== null) await core.call('open', { by: 'ticket', ticket: openNext });
    }
  }
}

/** The core of the session on the screen, once none is being replaced. */
async function coreOf({ keeper }: Stage, before: ScriptedCore): Promise<ScriptedCore> {
  const { pool, occupants, wipes } = keeper.services;
  for (const { finishing, session } of occupants.values())
    if (finishing && session === before.session) void before.call('erased', { search: CLEAN });
  await until(() => {
    const shown = pool.shown();
    const occupant = shown === null ? undefined : occupants.get(shown.token);
    expect(shown === null || occupant?.leaving === true || occupant?.finishing === true).toBe(false);
    expect(wipes.busy()).toBe(false);
  });
  return pool.shown() === before.session ? before : connectCore(keeper);
}

/** What must hold whatever was done; answers what there was to be looked at. */
async function look({ keeper: { services } }: Stage, core: ScriptedCore): Promise<readonly string[]> {
  const status = await statusOf(core);
  const { atScreen } = status.residents;
  expect(services.staff.callerRole() === 'resident').toBe(atScreen);
  if (atScreen) {
    expect(status.screenLocked).toBe(false);
    for (const [name, input] of STAFF_ONLY)
      expect(await core.call(name, input)).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  }
  const occupant = services.occupants.get(core.session.token);
  const onScreen = occupant === undefined ? null : openIn(occupant);
  const others = services.vault.open().filter(({ id }) => id !== onScreen);
  for (const { id, ticket } of others) {
    // In no session behind the screen, and a clerk finds it by its number.
    expect([...services.occupants.values()].some(({ application }) => application === id)).toBe(false);
    expect(status.inProgress.map((each) => each.ticket)).toContain(ticket);
  }
  return [status.lastEnding.kind, ...(atScreen ? ['given'] : []), ...(others.length > 0 ? ['waiting'] : [])];
}

it('whatever is done to a screen, staff act only where staff stand, and nobody’s answers are left behind', {
  timeout: 300_000,
}, async () => {
  const reached = new Set<string>();
  const check = async (setting: 'counter' | 'self-service', order: readonly Step[]): Promise<void> => {
    const stage = await residentStage(setting);
    let core = stage.core;
    for (const step of order) {
      await take(stage, core, step);
      core = await coreOf(stage, core);
      for (const place of await look(stage, core)) reached.add(`${setting} ${place}`);
    }
    await stage.keeper.stop();
  };
  await fc.assert(
    fc.asyncProperty(day, async (order) => {
      await check('counter', order);
      await check('self-service', order);
    }),
    { numRuns: 3, seed: 20_261_128 },
  );
  // What was never reached has not been looked at.
  for (const place of ['given', 'ticket', 'left', 'waiting'])
    expect([...reached]).toContain(`self-service ${place}`);
  expect([...reached]).toContain('counter given');
});
