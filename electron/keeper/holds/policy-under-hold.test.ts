import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { memberId } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { keepOld, policyOfOldRules, putInForce } from '../policy/old-rules.test-support.ts';
import {
  newProgramme,
  replaceSigned,
  signedPolicyFile,
  stickWith,
} from '../policy/signed-policy.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { problemAtStart } from '../start/refused-start.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import type { Services } from '../start/services.ts';

const programme = newProgramme();
const STOP = { hold: { wipeBegun: 'stop' } } as const;
const COMPLETE = { hold: { wipeBegun: 'complete' } } as const;

/** A kiosk under version 2, which stops wipes, with one wipe that a hold on everything has stopped before its key was destroyed. */
async function heldKiosk(set: 'all' | 'tickets' | 'lifted' = 'all') {
  const [dataFolder, policyPath] = [workingFolder(), signedPolicyFile(programme, { version: 2, ...STOP })];
  const options = { dataFolder, policyPath, custody: 'sealed' } as const;
  const { keeper, core } = await counter(options);
  const { application } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await next.call('signIn', SUPERVISOR);
  const other = await create(next);
  keeper.services.beginWipe(application, reached({ kind: 'withdrawn' }));
  const tickets = set === 'tickets' ? [other.ticket] : null;
  expect((await next.call('setHold', { reason: 'subpoena', tickets })).ok).toBe(true);
  if (set === 'lifted') liftAll(keeper.services);
  await keeper.stop();
  return { options, application };
}

function liftAll({ holds, outbox }: Services): void {
  const [by, second] = [memberId.parse('aa'.repeat(16)), memberId.parse('bb'.repeat(16))];
  for (const { identifier } of holds.all())
    outbox.record(({ utc }) => {
      holds.lift(identifier);
      return { kind: 'hold-lifted', utc, hold: identifier, by, second };
    });
}

/** What the vault and the key slots hold that a wipe would take. */
function contentOf(dataFolder: string): unknown {
  const database = new Sqlite(join(dataFolder, 'vault.db'), { readonly: true });
  const content = ['application', 'wipe', 'policy', 'kiosk', 'hold'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  );
  database.close();
  return content;
}

/** Starts it, and answers whether the wipe still stands where it stood, its key with it. */
async function keepsIt({ options, application }: Awaited<ReturnType<typeof heldKiosk>>): Promise<boolean> {
  const { keeper } = await counter(options);
  const { vault, custody } = keeper.services;
  const isThere = vault.wipes.all().some((wipe) => wipe.application === application);
  expect(custody.has(application)).toBe(isThere);
  await keeper.stop();
  return isThere;
}

describe('a wipe that a legal hold has stopped', () => {
  it('is not let go on by a policy file: the start is refused, nothing is changed, and the policy from before starts', async () => {
    const kiosk = await heldKiosk();
    const { policyPath, dataFolder } = kiosk.options;
    const before = contentOf(dataFolder);
    for (const version of [3, 7]) {
      replaceSigned(policyPath, programme, { version, ...COMPLETE });
      expect(await problemAtStart(kiosk.options)).toEqual({
        ...{ kind: 'policy-out-of-turn', why: 'loosens-hold', path: policyPath },
        ...{ found: 'complete', inForce: 'stop' },
      });
      expect(contentOf(dataFolder)).toEqual(before);
    }
    replaceSigned(policyPath, programme, { version: 2, ...STOP });
    expect(await keepsIt(kiosk)).toBe(true);
  });

  it('is kept under a policy that changes something else', async () => {
    const kiosk = await heldKiosk();
    replaceSigned(kiosk.options.policyPath, programme, { version: 5, feeCents: 7, ...STOP });
    expect(await keepsIt(kiosk)).toBe(true);
  });

  it('goes on where no hold on everything stands, whatever the policy says then', async () => {
    for (const set of ['lifted', 'tickets'] as const) {
      const kiosk = await heldKiosk(set);
      replaceSigned(kiosk.options.policyPath, programme, { version: 3, ...COMPLETE });
      expect(await keepsIt(kiosk), set).toBe(false);
    }
  });

  it('is not let go on where the policy from before is of another release, or gone', async () => {
    const kiosk = await heldKiosk();
    const { dataFolder, policyPath } = kiosk.options;
    const vaultOf = (change: (database: Sqlite.Database) => void): void => {
      const database = new Sqlite(join(dataFolder, 'vault.db'));
      change(database);
      database.close();
    };
    replaceSigned(policyPath, programme, { version: 3, ...COMPLETE });
    const refused = { why: 'loosens-hold', inForce: 'stop' };
    const toldOf = (change: object): void => {
      const old = policyOfOldRules({ version: 2, ...change });
      vaultOf((database) => {
        keepOld(database, old);
        putInForce(database, old);
      });
    };
    toldOf(STOP);
    expect(await problemAtStart(kiosk.options)).toMatchObject(refused);
    // What it said of wipes is not understood either.
    toldOf({ hold: { wipeBegun: 'ask' } });
    expect(await problemAtStart(kiosk.options)).toMatchObject(refused);
    vaultOf((database) => database.exec('DELETE FROM policy'));
    expect(await problemAtStart(kiosk.options)).toMatchObject(refused);
    // It let wipes go on before: nothing was stopped that could go on now.
    toldOf(COMPLETE);
    expect(await keepsIt(kiosk)).toBe(false);
  });

  it('is not let go on from a USB drive either, while one that stops more may be installed', async () => {
    for (const [inForce, onStick, answer] of [
      [STOP, COMPLETE, { ok: false, error: { kind: 'policy-loosens-hold' } }],
      [COMPLETE, STOP, { ok: true }],
      [STOP, { ...STOP, feeCents: 7 }, { ok: true }],
    ] as const satisfies readonly (readonly [Partial<CompletePolicy>, Partial<CompletePolicy>, object])[]) {
      const policyPath = signedPolicyFile(programme, { version: 2, ...inForce });
      const exportFolder = stickWith(programme, { version: 3, ...onStick });
      const { core } = await counter({ policyPath, exportFolder });
      await core.call('signIn', SUPERVISOR);
      await core.call('setHold', { reason: 'subpoena', tickets: null });
      const checked = await core.call('checkPolicyOnStick', {});
      if (!checked.ok || checked.value.kind !== 'ready') throw new Error('not ready');
      const { hash } = checked.value.policy;
      expect(await core.call('installPolicy', { policy: hash })).toMatchObject(answer);
    }
  });

  it('is kept by an installed policy: a newer file that would let it go on does not take its place before the hold is lifted', async () => {
    const policyPath = signedPolicyFile(programme, { version: 1, ...STOP });
    const exportFolder = stickWith(programme, { version: 2, ...STOP });
    const options = { dataFolder: workingFolder(), policyPath, exportFolder };
    const { keeper, core } = await counter(options);
    await core.call('signIn', SUPERVISOR);
    const checked = await core.call('checkPolicyOnStick', {});
    if (!checked.ok || checked.value.kind !== 'ready') throw new Error('not ready');
    await core.call('installPolicy', { policy: checked.value.policy.hash });
    await core.call('setHold', { reason: 'subpoena', tickets: null });
    await keeper.stop();
    replaceSigned(policyPath, programme, { version: 3, ...COMPLETE });
    const log = [`A supervisor installed the policy in force (version 2); ${policyPath} is not used.`];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce.rules.version).toBe(2);
    for (const { identifier } of again.keeper.services.holds.all())
      again.keeper.services.holds.lift(identifier);
    await again.keeper.stop();
    const third = await counter(options);
    expect(third.keeper.services.policies.inForce.rules.version).toBe(3);
  });
});
