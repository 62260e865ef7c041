import { describe, expect, it } from 'vitest';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import {
  clerkSignsIn,
  die,
  done,
  idleFor,
  lastEndingOf,
  leave,
  refused,
  residentStage,
  selfService,
  statusOf,
  underHold,
} from './residents.test-support.ts';

const sealed = new Uint8Array(9);

describe('a screen that nobody touches while a resident has it', () => {
  it('warns after two minutes, and any touch answers that', async () => {
    const stage = await selfService();
    const { core } = stage;
    await create(core);
    idleFor(stage, 119);
    expect((await statusOf(core)).residents.idle).toBeNull();
    idleFor(stage, 2);
    expect((await statusOf(core)).residents.idle).toEqual({ endsInSeconds: 29 });
    const told = core.events.length;
    expect(await core.call('reportActivity', {})).toEqual(done);
    expect(core.events.slice(told).at(-1)).toMatchObject({
      ...{ kind: 'status', status: { residents: { idle: null } } },
    });
    idleFor(stage, 119);
    expect((await statusOf(core)).residents.idle).toBeNull();
  });

  it('takes its times from the policy', async () => {
    const policyPath = policyFile({ residents: { warnAfterSeconds: 60, endAfterSeconds: 45 } });
    const stage = await selfService({ policyPath });
    await create(stage.core);
    idleFor(stage, 61);
    expect((await statusOf(stage.core)).residents.idle).toEqual({ endsInSeconds: 44 });
  });

  it('in self-service ends the application half a minute later, and says so in their language', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    await create(core);
    await core.call('chooseLanguage', { language: 'zh-Hans', sealed });
    idleFor(stage, 150);
    void core.call('erased', { search: CLEAN });
    const next = await nextCore(keeper, core);
    await until(async () =>
      expect(await lastEndingOf(next)).toMatchObject({
        ...{ kind: 'left', language: 'zh-Hans', outcome: 'expired' },
        became: { kind: 'ended', receipt: { erased: { outcome: 'expired' } } },
      }),
    );
    expect(keeper.services.vault.open()).toEqual([]);
    // The next resident begins on the same screen.
    expect((await statusOf(next)).residents.atScreen).toBe(true);
    await create(next);
    expect(await lastEndingOf(next)).toEqual({ kind: 'none' });
  });

  it('is nobody’s from the very instant on, whenever the keeper looks', async () => {
    // At a counter, where it comes to the same if the keeper looks in between.
    const { core, clock } = await residentStage('counter');
    await create(core);
    await core.call('giveToResident', { language: 'en' });
    clock.advance(149_999);
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
    clock.advance(1);
    for (const call of [
      core.call('keepAnswers', { sealed }),
      core.call('reportActivity', {}),
      core.call('finishAnswers', { fingerprints: null }),
    ])
      expect(await call).toEqual(refused('not-allowed'));
    await clerkSignsIn(core);
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
  });

  it('at a counter is locked, and the application kept', async () => {
    const stage = await residentStage('counter');
    const { keeper, core } = stage;
    const { application } = await create(core);
    await core.call('giveToResident', { language: 'en' });
    idleFor(stage, 150);
    expect(await statusOf(core)).toMatchObject({ screenLocked: true, residents: { atScreen: false } });
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    await clerkSignsIn(core);
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
  });

  it('is not locked by the clock of staff behind it; theirs begins anew when they take it back', async () => {
    const stage = await selfService();
    const { core, keeper } = stage;
    for (let minute = 0; minute < 6; minute += 1) {
      idleFor(stage, 60);
      await core.call('reportActivity', {});
    }
    expect(keeper.services.staff.lockWhenIdle()).toBe(false);
    expect(await statusOf(core)).toMatchObject({ screenLocked: false, residents: { atScreen: true } });
    await clerkSignsIn(core);
    stage.clock.advance(299_000);
    expect((await statusOf(core)).screenLocked).toBe(false);
    stage.clock.advance(1_000);
    expect((await statusOf(core)).screenLocked).toBe(true);
  });

  it('takes a held application off the screen, and says that it is kept', async () => {
    const stage = await underHold();
    const { keeper, core, application, number } = stage;
    idleFor(stage, 150);
    const next = await nextCore(keeper, core);
    expect(await lastEndingOf(next)).toMatchObject({
      ...{ kind: 'left', outcome: 'expired' },
      became: { kind: 'held', ticket: number },
    });
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
  });

  it('is locked where the disk takes no end of the application, and nobody sees it', async () => {
    const stage = await selfService({ log: ['defect in ending what nobody is before: SqliteError: full'] });
    const { keeper, core } = stage;
    const { application } = await create(core);
    keeper.services.vault.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON wipe BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    idleFor(stage, 150);
    expect(await statusOf(core)).toMatchObject({ screenLocked: true, residents: { atScreen: false } });
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    keeper.services.vault.database.exec('DROP TRIGGER full');
  });
});

describe('whoever looked at a screen and began nothing', () => {
  const visitorOf = async (core: ScriptedCore) => (await statusOf(core)).residents.visitor;

  it('is gone after the same time, once', async () => {
    const stage = await selfService();
    const { core } = stage;
    await core.call('reportActivity', {});
    const first = await visitorOf(core);
    idleFor(stage, 149);
    await core.call('reportActivity', {});
    idleFor(stage, 149);
    expect(await visitorOf(core)).toBe(first);
    idleFor(stage, 1);
    const next = await visitorOf(core);
    expect(next).not.toBe(first);
    // A screen that nobody has touched since is nobody's, however often the keeper looks.
    const { clock, keeper } = stage;
    clock.advance(600_000);
    expect(keeper.services.residentIdle.check()).toBe(false);
    expect(await visitorOf(core)).toBe(next);
  });

  it('is the same who begins an application, and answers it', async () => {
    const stage = await selfService();
    const { core } = stage;
    await core.call('reportActivity', {});
    const visitor = await visitorOf(core);
    await create(core);
    await core.call('reportActivity', {});
    idleFor(stage, 149);
    expect(await visitorOf(core)).toBe(visitor);
  });

  it('leaves nothing to whom a clerk gives the screen next, with or without an application', async () => {
    const { keeper, core } = await selfService();
    await core.call('reportActivity', {});
    const first = await visitorOf(core);
    await clerkSignsIn(core);
    await core.call('giveToResident', { language: 'en' });
    const second = await visitorOf(core);
    await clerkSignsIn(core);
    keeper.services.kiosk.setResidentSetting('counter');
    await create(core);
    await core.call('giveToResident', { language: 'en' });
    const third = await visitorOf(core);
    expect(new Set([first, second, third]).size).toBe(3);
    // The clerk has a look, and it is the same applicant who goes on.
    await clerkSignsIn(core);
    await core.call('giveToResident', { language: 'en' });
    expect(await visitorOf(core)).toBe(third);
  });
});

describe('what a screen tells somebody who went', () => {
  it('goes when nobody has touched it for as long', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    await create(core);
    await core.call('finishAnswers', { fingerprints: null });
    const next = await nextCore(keeper, core);
    idleFor(stage, 149);
    expect(await lastEndingOf(next)).toMatchObject({ kind: 'ticket' });
    idleFor(stage, 1);
    expect(await statusOf(next)).toMatchObject({
      lastEnding: { kind: 'none' },
      residents: { atScreen: true, idle: null },
    });
    // Whoever comes an hour later begins at once.
    stage.clock.advance(3_600_000);
    expect(await next.call('create', {})).toMatchObject({ ok: true });
  });

  it('at a counter leaves the screen to staff', async () => {
    const stage = await residentStage('counter');
    const { keeper, core } = stage;
    await create(core);
    await core.call('giveToResident', { language: 'en' });
    const next = await leave(keeper, core);
    expect(await lastEndingOf(next)).toMatchObject({ kind: 'left' });
    idleFor(stage, 150);
    expect(await statusOf(next)).toMatchObject({ screenLocked: true, lastEnding: { kind: 'none' } });
  });

  it('offers nobody else what nobody has opened again', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    expect((await statusOf(next)).openNext).toBe(ticket);
    idleFor(stage, 150);
    expect(await statusOf(next)).toMatchObject({ openNext: null, inProgress: [{ ticket }] });
    expect(await next.call('open', { by: 'ticket', ticket })).toEqual(refused('not-allowed'));
  });
});
