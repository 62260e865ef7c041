import { expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { create, nextCore } from '../start/scripted-core.test-support.ts';
import {
  clerkSignsIn,
  die,
  done,
  idleFor,
  leave,
  refused,
  residentStage,
  selfService,
  statusOf,
} from './residents.test-support.ts';

/** A counter whose screen a resident has, with their application. */
async function given() {
  const stage = await residentStage('counter');
  await create(stage.core);
  expect(await stage.core.call('giveToResident', { language: 'en' })).toEqual(done);
  expect((await statusOf(stage.core)).residents.handedBack).toBeNull();
  return stage;
}

it('a screen that was locked because a resident had finished says so, until staff have it back', async () => {
  const { core } = await given();
  expect(await core.call('finishAnswers', { fingerprints: null })).toEqual(done);
  expect(await statusOf(core)).toMatchObject({
    ...{ screenLocked: true, residents: { atScreen: false, handedBack: 'finished' } },
  });
  await clerkSignsIn(core);
  expect((await statusOf(core)).residents.handedBack).toBeNull();
  // What staff lock is locked behind nobody.
  expect(await core.call('lock', {})).toEqual(done);
  expect(await statusOf(core)).toMatchObject({ screenLocked: true, residents: { handedBack: null } });
});

it('nothing is finished by a call that was refused: the lock that comes later is one of nobody at the screen', async () => {
  const stage = await given();
  const { core, clock } = stage;
  clock.advance(150_000);
  expect(await core.call('finishAnswers', { fingerprints: null })).toEqual(refused('not-allowed'));
  idleFor(stage, 0);
  expect(await statusOf(core)).toMatchObject({
    ...{ screenLocked: true, residents: { atScreen: false, handedBack: 'unfinished' } },
  });
});

it('after a resident has left and is erased the lock is told, and nothing says that anything is open', async () => {
  const stage = await given();
  const next = await leave(stage.keeper, stage.core);
  idleFor(stage, 150);
  expect(await statusOf(next)).toMatchObject({
    ...{ screenLocked: true, lastEnding: { kind: 'none' }, inProgress: [], openNext: null },
    residents: { handedBack: 'unfinished' },
  });
  await clerkSignsIn(next);
  expect((await statusOf(next)).residents.handedBack).toBeNull();
});

it('nobody knows any more how a resident read, once a clerk has set aside what they entered', async () => {
  const { keeper, core } = await given();
  const { staff, residentScreen } = keeper.services;
  const look = { ...FIRST_LOOK, textSize: 'largest', theme: 'high' } as const;
  expect(await core.call('chooseLanguage', { language: 'uk', sealed: new Uint8Array(9) })).toMatchObject({
    ok: true,
  });
  expect(await core.call('chooseLook', look)).toEqual(done);
  expect(residentScreen.reader()).toEqual({ language: 'uk', look });
  await core.call('finishAnswers', { fingerprints: null });
  await clerkSignsIn(core);
  await core.call('putAside', { fingerprints: null });
  await nextCore(keeper, core);
  // Past `giveToResident`, which would have it forgotten as well.
  staff.giveScreen();
  expect(residentScreen.reader()).toEqual({ language: 'en', look: FIRST_LOOK });
});

it('is told to the session that took the place of one that died twice', async () => {
  const { keeper, core } = await given();
  const { inProgress } = await statusOf(core);
  const next = await die(keeper);
  const [{ ticket } = { ticket: null }] = inProgress;
  if (ticket === null) throw new Error('nothing is open');
  await next.call('open', { by: 'ticket', ticket });
  expect((await statusOf(await die(keeper))).residents.handedBack).toBe('unfinished');
});

it('a machine that was away while a resident had the screen locks it behind them', async () => {
  const { keeper, core } = await selfService();
  keeper.services.staff.lock();
  expect(await statusOf(core)).toMatchObject({
    screenLocked: true,
    residents: { handedBack: 'unfinished' },
  });
});

const TECHNICIAN = { name: 'Barnaby Quicksilver', passphrase: 'marble ticket harvest violin' };

it('IT staff don’t take a screen back on which an application is open, and nothing tells them from nobody', async () => {
  const { core, keeper } = await residentStage('self-service');
  await core.call('signIn', SUPERVISOR);
  expect(await core.call('addMember', { ...TECHNICIAN, role: 'it' })).toEqual(done);
  expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
  const { ticket } = await create(core);
  const wrong = { ok: false, error: { kind: 'wrong-passphrase', waitSeconds: 0 } };
  expect(await core.call('signIn', TECHNICIAN)).toEqual(wrong);
  expect((await statusOf(core)).residents.atScreen).toBe(true);
  // Nor one that is about to be opened again, nor behind the lock.
  const next = await die(keeper);
  expect(await next.call('signIn', TECHNICIAN)).toEqual(wrong);
  await clerkSignsIn(next);
  expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
  expect(await next.call('giveToResident', { language: 'en' })).toEqual(done);
  keeper.services.staff.lock();
  expect(await next.call('signIn', TECHNICIAN)).toEqual(wrong);
  // Of a screen with nobody's application they do.
  await clerkSignsIn(next);
  await next.call('putAside', { fingerprints: null });
  const third = await nextCore(keeper, next);
  expect(await third.call('giveToResident', { language: 'en' })).toEqual(done);
  expect(await third.call('signIn', TECHNICIAN)).toEqual(done);
  expect((await statusOf(third)).staff).toMatchObject({ role: 'it' });
});
