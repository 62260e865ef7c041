import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { newProgramme, signedPolicyFile } from '../policy/signed-policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { NOTICE, newOffice, putOrder, resumeOrder, suspendOrder } from './orders.test-support.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HOUR = 3_600_000;
const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });
/** Whoever is given a passphrase has to choose another one. */
const GIVEN = 'walnut glacier saddle comet';
const AT_ONCE = { takesEffect: null, open: 'finish', notice: NOTICE } as const;

async function supervised(core: ScriptedCore): Promise<void> {
  expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
}

/** Ends what staff suspended, as a screen does that has just read of it. */
async function endOfStaff(core: ScriptedCore) {
  const status = await core.call('getStatus', {});
  const decided = status.ok
    ? status.value.suspensions.find(({ source }) => source === 'staff')?.decided
    : null;
  return core.call('endSuspension', { at: null, decided: decided ?? 0 });
}

/** A kiosk with one application that was put aside, and the supervisor signed in. */
async function kioskWithOneOpen() {
  const clock = testClock({ now: NINE });
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ clock, dataFolder });
  const { application } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await supervised(next);
  const [open] = keeper.services.vault.open();
  if (open === undefined) throw new Error('nothing was put aside');
  return { clock, dataFolder, keeper, core: next, application, ticket: open.ticket };
}

describe('a suspended kiosk', () => {
  it('begins nobody, finishes what is open, and is still suspended after a restart', async () => {
    const { keeper, core, clock, dataFolder, ticket } = await kioskWithOneOpen();
    expect(await core.call('suspendIntake', AT_ONCE)).toEqual(done);
    expect(await core.call('create', {})).toEqual(refused('intake-suspended'));
    expect(await core.call('getStatus', {})).toMatchObject({
      value: {
        intake: { kind: 'suspended' },
        suspensions: [{ source: 'staff', by: SUPERVISOR.name, since: NINE, notice: NOTICE }],
      },
    });
    expect(await core.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
    await keeper.stop();
    const again = await counter({ clock, dataFolder });
    expect(await again.core.call('create', {})).toMatchObject(refused('intake-suspended'));
    await supervised(again.core);
    expect(await endOfStaff(again.core)).toEqual(done);
    await again.core.call('signIn', CLERK);
    // What memory custody forgot is a matter of its own.
    await again.core.call('confirmTray', {});
    expect(await again.core.call('create', {})).toMatchObject({ ok: true });
  });

  it('ends what is open where it says so, at its time, but nothing that is held or being printed', async () => {
    const { keeper, core, clock, application, ticket } = await kioskWithOneOpen();
    const { vault, suspensionWork, holds } = keeper.services;
    expect(await core.call('suspendIntake', { ...AT_ONCE, takesEffect: NINE + HOUR, open: 'wipe' })).toEqual(
      done,
    );
    suspensionWork.check();
    expect(vault.find(application)?.state).toBe('draft');
    await core.call('setHold', { reason: 'subpoena', tickets: [ticket] });
    clock.advance(HOUR);
    suspensionWork.check();
    expect(vault.find(application)?.state).toBe('draft');
    for (const { identifier } of holds.all()) holds.lift(identifier);
    vault.setState(application, reached({ kind: 'printing', card: 'expected' }));
    suspensionWork.check();
    expect(vault.find(application)?.state).toBe('printing');
    vault.setState(application, reached({ kind: 'printed' }));
    suspensionWork.check();
    await until(() => expect(vault.wipes.all()).toEqual([]));
    expect(vault.open()).toEqual([]);
    const told = entriesOf(keeper).filter(({ kind }) => kind === 'erased' || kind === 'spoiled');
    expect(told.toSorted((one, other) => one.kind.localeCompare(other.kind))).toMatchObject([
      { kind: 'erased', outcome: 'called-off' },
      { kind: 'spoiled', reason: 'not-collected' },
    ]);
    expect(keeper.services.trayChecks.pending()).toMatchObject({ cause: 'called-off' });
  });

  it('ends what a hold lets go of at once, before anybody can go on with it', async () => {
    const { keeper, core, application, ticket } = await kioskWithOneOpen();
    await supervised(core);
    await core.call('setHold', { reason: 'subpoena', tickets: [ticket] });
    expect(await core.call('suspendIntake', { ...AT_ONCE, open: 'wipe' })).toEqual(done);
    const { vault, holds } = keeper.services;
    expect(vault.find(application)?.state).toBe('draft');
    const [hold] = holds.all();
    if (hold === undefined) throw new Error('no hold');
    await core.call('approve', { act: 'liftHold', hold: hold.identifier, ...SECOND_SUPERVISOR });
    expect(await core.call('liftHold', { hold: hold.identifier })).toMatchObject({
      ok: true,
      value: { applications: 1, erasures: 0 },
    });
    expect(await core.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: false });
    await until(() => expect(vault.wipes.all()).toEqual([]));
    expect(entriesOf(keeper)).toContainEqual(
      expect.objectContaining({ kind: 'erased', outcome: 'called-off' }),
    );
  });

  it('ends what is open in a session, which searches for it', async () => {
    const { keeper, core, application, ticket } = await kioskWithOneOpen();
    await core.call('open', { by: 'ticket', ticket });
    await supervised(core);
    expect(await core.call('suspendIntake', { ...AT_ONCE, open: 'wipe' })).toEqual(done);
    await until(() => expect(core.events.map(({ kind }) => kind)).toContain('ended'));
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.find(application)).toBeNull());
  });

  it('is apart from a legal hold: lifting one leaves the other', async () => {
    const { keeper, core } = await kioskWithOneOpen();
    const { holds } = keeper.services;
    await core.call('suspendIntake', AT_ONCE);
    await core.call('setHold', { reason: 'subpoena', tickets: null });
    expect(await core.call('create', {})).toEqual(refused('intake-held'));
    const [hold] = holds.all();
    if (hold === undefined) throw new Error('no hold');
    await core.call('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345' });
    expect(await core.call('create', {})).toEqual(refused('intake-suspended'));
    await core.call('setHold', { reason: 'court-order', tickets: null });
    await endOfStaff(core);
    expect(await core.call('create', {})).toEqual(refused('intake-held'));
  });

  it('takes an order from a supervisor or IT, and from no clerk', async () => {
    const [programme, office, exportFolder] = [newProgramme(), newOffice(), workingFolder()];
    const policyPath = signedPolicyFile(programme, { orders: office.orders });
    const { core } = await counter({ policyPath, exportFolder });
    putOrder(exportFolder, office, suspendOrder(1));
    putOrder(exportFolder, office, resumeOrder(2));
    expect(await core.call('checkOrderOnStick', {})).toEqual(refused('not-allowed'));
    expect(await core.call('suspendIntake', AT_ONCE)).toEqual(refused('not-allowed'));
    await supervised(core);
    const it = { name: 'Quentin Umberfield', passphrase: 'gravel dolphin pencil umbrella' };
    await core.call('addMember', { ...it, role: 'it', passphrase: GIVEN });
    await core.call('signIn', { name: it.name, passphrase: GIVEN });
    await core.call('changePassphrase', { present: GIVEN, next: it.passphrase });
    expect(await core.call('endSuspension', { at: null, decided: 0 })).toEqual(refused('not-allowed'));
    for (const kind of ['suspended', 'open']) {
      const found = await core.call('checkOrderOnStick', {});
      if (!found.ok || found.value.kind !== 'ready') throw new Error(JSON.stringify(found));
      const { hash } = found.value.order;
      await core.call('signIn', CLERK);
      expect(await core.call('carryOutOrder', { order: hash })).toEqual(refused('not-allowed'));
      await core.call('signIn', it);
      expect(await core.call('carryOutOrder', { order: hash })).toMatchObject({
        value: { kind: 'carried-out' },
      });
      expect(await core.call('getStatus', {})).toMatchObject({ value: { intake: { kind } } });
    }
  });
});
