import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memberId, ribbonId, ticket as ticketSchema } from '../../../shared/contract/ids.ts';
import { long } from '../../../tests/support/sample.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

/** Leaves one application open behind this core and answers the core of the session that follows. */
async function leaveOpen(keeper: RunningKeeper, core: ScriptedCore): Promise<ScriptedCore> {
  await create(core);
  await core.call('putAside', { fingerprints: null });
  return nextCore(keeper, core);
}

async function asSupervisor(core: ScriptedCore): Promise<void> {
  expect(await core.call('signIn', SUPERVISOR)).toEqual({ ok: true, value: {} });
}

const everything = { reason: 'subpoena', tickets: null } as const;

describe('a legal hold', () => {
  // Also held end to end (tests/e2e/hold.e2e.ts).
  long(
    'is set by one person at once, moves keys to sealed custody, stops intake, and a restart loses nothing',
    async () => {
      const dataFolder = workingFolder();
      const { keeper, core } = await counter({ dataFolder });
      const next = await leaveOpen(keeper, core);
      const [open] = keeper.services.vault.open();
      if (open === undefined) throw new Error('nothing is open');
      expect(keeper.services.custody.kindOf(open.id)).toBe('memory');
      await asSupervisor(next);
      expect((await next.call('setHold', everything)).ok).toBe(true);
      expect(keeper.services.custody.kindOf(open.id)).toBe('sealed');
      expect(statSync(join(dataFolder, 'keys.slots')).size).toBeGreaterThan(0);
      expect(entriesOf(keeper).at(-1)).toMatchObject({
        kind: 'hold-set',
        scope: 'all',
        applications: 1,
        sealed: 1,
        unsealed: 0,
        reason: 'subpoena',
      });
      expect(await next.call('create', {})).toEqual({ ok: false, error: { kind: 'intake-held' } });
      expect(await next.call('open', { by: 'ticket', ticket: open.ticket })).toEqual({
        ok: false,
        error: { kind: 'held' },
      });
      await keeper.stop();

      const { keeper: after, core: again } = await counter({ dataFolder });
      expect(after.services.vault.open().map(({ id }) => id)).toEqual([open.id]);
      expect(after.services.custody.open(open.id).ok).toBe(true);
      expect(await again.call('create', {})).toEqual({ ok: false, error: { kind: 'intake-held' } });
    },
  );

  it('takes a session away from what it freezes, and leaves the others their own', async () => {
    const { keeper, core } = await counter();
    const next = await leaveOpen(keeper, core);
    await asSupervisor(next);
    const { ticket } = await create(next);
    expect((await next.call('setHold', { reason: 'court-order', tickets: [ticket] })).ok).toBe(true);
    const third = await nextCore(keeper, next);
    expect(keeper.services.endings.shown()).toEqual({ kind: 'held', ticket });
    const held = keeper.services.vault.findByTicket(ticket);
    const other = keeper.services.vault.open().find((row) => row.ticket !== ticket);
    if (held === null || other === undefined) throw new Error('an application is missing');
    expect(keeper.services.custody.kindOf(other.id)).toBe('memory');
    const opened = await third.call('open', { by: 'ticket', ticket: other.ticket });
    expect(opened.ok).toBe(true);
    await third.call('finish', { outcome: 'withdrawn' });
    await third.call('erased', { search: CLEAN });
    expect(keeper.services.vault.open().map((row) => row.id)).toEqual([held.id]);
  });

  it('refuses a ticket that is not open, and changes nothing', async () => {
    const { keeper, core } = await counter();
    await asSupervisor(core);
    const { ticket } = await create(core);
    const before = keeper.services.ledger.head();
    const wrong = await core.call('setHold', { reason: 'subpoena', tickets: [ticket, 4711].map(toTicket) });
    expect(wrong).toEqual({ ok: false, error: { kind: 'no-such-ticket' } });
    expect(keeper.services.holds.all()).toEqual([]);
    expect(keeper.services.ledger.head()).toEqual(before);
  });

  it('is set by a clerk only with a supervisor who signs for it', async () => {
    const { keeper, core } = await counter();
    expect(await core.call('setHold', everything)).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect((await core.call('approve', { act: 'setHold', ...everything, ...SUPERVISOR })).ok).toBe(true);
    expect((await core.call('setHold', everything)).ok).toBe(true);
    const supervisor = keeper.services.staff.members().find(({ role }) => role === 'supervisor');
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'hold-set', by: supervisor?.member });
    // One act only: the next one is the clerk's again.
    expect(await core.call('setHold', everything)).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  });

  it('lets intake resume with counsel’s reference, keeps what begins then, and refuses to finish it', async () => {
    const { keeper, core } = await counter();
    await asSupervisor(core);
    await core.call('setHold', everything);
    const [hold] = keeper.services.holds.all();
    if (hold === undefined) throw new Error('no hold');
    await core.call('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345, Ms. Quillon' });
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'intake-resumed', hold: hold.identifier });
    expect(JSON.stringify(entriesOf(keeper))).not.toContain('Quillon');
    const { application } = await create(core);
    expect(keeper.services.custody.kindOf(application)).toBe('sealed');
    expect(await core.call('getStatus', {})).toMatchObject({
      value: {
        newOnesAreHeld: true,
        inProgress: [{ hold: 'kept', minutesLeft: null }],
        holds: [{ frozen: 0, later: 1, laterInMemory: 0, alone: 1 }],
      },
    });
    expect(await core.call('finish', { outcome: 'withdrawn' })).toEqual({
      ok: false,
      error: { kind: 'held' },
    });
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'finish-refused', hold: hold.identifier });
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    expect(keeper.services.custody.has(application)).toBe(true);
  });

  // Also end to end (tests/e2e/hold.e2e.ts); who is a second person: electron/keeper/staff/second-person.test.ts.
  long('is lifted by two supervisors and by nobody less; what it kept can be ended again', async () => {
    const { keeper, core } = await counter();
    const next = await leaveOpen(keeper, core);
    await asSupervisor(next);
    const third = { name: 'Cyprian Quill', passphrase: 'marble ticket harvest violin' };
    await next.call('addMember', { ...third, role: 'supervisor' });
    await next.call('setHold', everything);
    const [held] = keeper.services.holds.all();
    const [open] = keeper.services.vault.open();
    if (held === undefined || open === undefined) throw new Error('no hold');
    const hold = held.identifier;
    expect(await next.call('liftHold', { hold })).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect(await next.call('approve', { act: 'liftHold', hold, ...SUPERVISOR })).toEqual({
      ok: false,
      error: { kind: 'not-a-second-person' },
    });
    expect((await next.call('approve', { act: 'liftHold', hold, ...CLERK })).ok).toBe(false);
    expect(await next.call('liftHold', { hold })).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    // One person must not become two: whoever added somebody knows the passphrase, and may be who chose another one.
    const own = 'willow cactus anthem dinghy';
    const byThird = (passphrase: string) =>
      next.call('approve', { act: 'liftHold', hold, name: third.name, passphrase });
    expect(await byThird(third.passphrase)).toEqual({ ok: false, error: { kind: 'not-a-second-person' } });
    await next.call('signIn', third);
    expect((await next.call('changePassphrase', { present: third.passphrase, next: own })).ok).toBe(true);
    expect(await next.call('approve', { act: 'liftHold', hold, ...SUPERVISOR })).toEqual({
      ok: false,
      error: { kind: 'not-confirmed' },
    });
    await asSupervisor(next);
    expect(await byThird(own)).toEqual({ ok: false, error: { kind: 'not-a-second-person' } });
    expect(await next.call('liftHold', { hold })).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect((await next.call('approve', { act: 'liftHold', hold, ...SECOND_SUPERVISOR })).ok).toBe(true);
    expect((await next.call('liftHold', { hold })).ok).toBe(true);
    const lifted = entriesOf(keeper).at(-1);
    expect(lifted).toMatchObject({ kind: 'hold-lifted', hold });
    expect(lifted?.by).not.toBe(lifted?.second);
    expect(keeper.services.holds.all()).toEqual([]);
    expect((await next.call('open', { by: 'ticket', ticket: open.ticket })).ok).toBe(true);
    expect((await next.call('finish', { outcome: 'withdrawn' })).ok).toBe(true);
    void next.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.custody.has(open.id)).toBe(false);
    await connectCore(keeper);
  });
});

it('a legal hold keeps applications, and neither ribbons nor staff nor the journal: those go on as without one', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  const { vault, ribbons, staff } = keeper.services;
  const next = await leaveOpen(keeper, core);
  await asSupervisor(next);
  const done = { ok: true, value: {} };
  const journal = (): number =>
    readFileSync(join(dataFolder, 'vault.db-journal')).filter((byte) => byte !== 0).length;
  // The control: a transaction that is no act leaves its pages there.
  vault.database.exec('UPDATE kiosk_time SET elapsed = elapsed');
  expect(journal()).toBeGreaterThan(0);
  expect(await next.call('setHold', everything)).toEqual(done);
  expect(journal()).toBe(0);
  const [open] = vault.open();

  vault.database.exec('UPDATE kiosk_time SET elapsed = elapsed');
  expect(await next.call('fitRibbon', {})).toEqual(done);
  expect(journal()).toBe(0);
  expect(await next.call('removeRibbon', {})).toEqual(done);
  const ribbon = ribbonId.parse(ribbons.held().held[0]?.ribbon);
  await next.call('approve', { act: 'destroyRibbon', ribbon, ...SECOND_SUPERVISOR });
  expect(await next.call('destroyRibbon', { ribbon })).toEqual(done);
  expect(ribbons.held()).toEqual({ fitted: null, held: [] });
  const clerk = staff.members().find(({ name }) => name === CLERK.name);
  expect(await next.call('removeMember', { member: memberId.parse(clerk?.member) })).toEqual(done);
  expect(readFileSync(join(dataFolder, 'vault.db')).includes(CLERK.name)).toBe(false);
  expect(vault.open()).toEqual([open]);
});

const toTicket = (number: number) => ticketSchema.parse(number);
