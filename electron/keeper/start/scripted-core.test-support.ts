import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { PrintOccasion } from '../../../shared/application/queue-card.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import type { OpenedApplication } from '../../../shared/contract/application/application-snapshot.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { connectToKeeper, type KeeperClient } from '../../core/keeper-client.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { seal } from '../../lib/sealing/seal.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import type { Session } from '../sessions/session.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { CLERK, FIRST_STAFF, type KeeperOptions, startKeeper } from './keeper.test-support.ts';
import type { RunningKeeper } from './run-keeper.ts';

/** A core in a test's hand: only what the test says goes over its line. */
export interface ScriptedCore extends KeeperClient {
  readonly session: Session;
  readonly events: KeeperEvent[];
}

/** Connects with the token of a session (that on the screen), whose own core stands idle. */
export async function connectCore(keeper: RunningKeeper, session?: Session): Promise<ScriptedCore> {
  const of = session ?? shownOf(keeper.services.pool);
  const events: KeeperEvent[] = [];
  const [, keeperFolder] = keeper.services.facts.searchRoots;
  const client = await connectToKeeper(join(keeperFolder ?? '', 'keeper.sock'), of.token, () => undefined);
  client.listen((event) => events.push(event));
  const core = { ...client, session: of, events };
  await core.call('getStatus', {});
  return core;
}

/** Sets the kiosk up (once) and signs the clerk in. */
export async function signIn(core: ScriptedCore, custody: CustodyKind | null = 'memory'): Promise<void> {
  const status = await core.call('getStatus', {});
  if (status.ok && !status.value.setUp) {
    await core.call('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
    if (custody !== null) await core.call('decideCustody', { custody, inSpiteOf: [] });
  }
  const signed = await core.call('signIn', CLERK);
  if (!signed.ok) throw new Error(signed.error.kind);
}

/** A keeper with a core in the test's hand, set up, the clerk signed in. */
export async function counter(
  options: KeeperOptions = {},
): Promise<{ readonly keeper: RunningKeeper; readonly core: ScriptedCore }> {
  const keeper = await startKeeper({ scripted: true, ...options });
  const core = await connectCore(keeper);
  await signIn(core, options.custody === undefined ? 'memory' : options.custody);
  return { keeper, core };
}

/** The core of the session that took the place of this one's. */
export async function nextCore(keeper: RunningKeeper, { session }: ScriptedCore): Promise<ScriptedCore> {
  await until(() => {
    expect(keeper.services.pool.shown()).not.toBe(session);
    expect(keeper.services.pool.shown()).not.toBeNull();
    expect(livingProcessesOf(session.pid)).toEqual([]);
    // Its processes are gone a moment before it is forgotten; until then what it put aside is still its own.
    expect(keeper.services.occupants.get(session.token)?.leaving).not.toBe(true);
  });
  return connectCore(keeper);
}

/** Creates an application. */
export async function create(core: ScriptedCore): Promise<OpenedApplication> {
  const created = await core.call('create', {});
  if (!created.ok) throw new Error(`not created: ${created.error.kind}`);
  return created.value;
}

/** A key's hash to compare it by; the key itself stays where it is. */
export function fingerprint(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Has the sample card printed, really sealed; of what finds it, no test here wants to know more. */
export function print(
  core: ScriptedCore,
  { application, key }: OpenedApplication,
  occasion: PrintOccasion = 'read-back',
  found = { full: 'a'.repeat(64), lastFour: 'b'.repeat(64) },
): ReturnType<typeof core.call<'print'>> {
  const card = { card: SAMPLE_CARD, programme: SAMPLE_PROGRAMME };
  return core.call('print', {
    occasion,
    card: sealContent(key, application, 'card', card),
    fingerprints: new Uint8Array(9),
    ...found,
    lookUp: new Uint8Array(40),
  });
}

/** Fills in an application as far as it can be read back, all parts really sealed. */
export async function photograph(core: ScriptedCore, { application, key }: OpenedApplication): Promise<void> {
  const must = async (answer: Promise<{ ok: boolean }>): Promise<void> => {
    if (!(await answer).ok) throw new Error('a step towards the read-back was refused');
  };
  const sealed = sealContent(key, application, 'answers', { name: SAMPLE_CARD.name });
  await must(core.call('keepAnswers', { sealed }));
  await must(core.call('confirmDocuments', {}));
  await must(core.call('keepPhoto', { sealed: seal(key, application, 'photo', drawnPhoto()) }));
}
