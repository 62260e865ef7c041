import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { firstOf, long } from '../../../tests/support/sample.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import {
  clerkSignsIn,
  die,
  done,
  idleFor,
  lastEndingOf,
  leave,
  type ResidentStage,
  refused,
  residentStage,
  selfService,
  statusOf,
  underHold,
} from './residents.test-support.ts';

const sealed = new Uint8Array(9);

/** How applications ended here, by the words: on their way to the ledger entries have no order. */
function endings({ services: { outbox } }: RunningKeeper): readonly string[] {
  return outbox
    .resting()
    .flatMap((entry) => (entry.kind === 'erased' ? [entry.outcome] : []))
    .toSorted();
}

/** The disk takes no end of an application, until there is room. */
function diskIsFull({ services }: RunningKeeper): { comes(): void } {
  const { database } = services.vault;
  database.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON wipe BEGIN SELECT RAISE(ABORT, 'full'); END");
  return { comes: () => void database.exec('DROP TRIGGER full') };
}

/** The office packs up: everything open ends. */
async function endsAll({ services }: RunningKeeper): Promise<void> {
  const [member] = services.staff.members();
  if (member === undefined) throw new Error('nobody works here');
  expect(services.packing.begin(member.member, 1)).toBeNull();
  await until(() => expect(services.vault.open()).toEqual([]));
}

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

  it('asks anew whoever has answered, also where the keeper has not looked between', async () => {
    const { keeper, core, clock } = await selfService();
    await create(core);
    clock.advance(121_000);
    expect(keeper.services.residentIdle.check()).toBe(true);
    await core.call('reportActivity', {});
    clock.advance(121_000);
    expect(keeper.services.residentIdle.check()).toBe(true);
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
      // Nor as nobody might who stands before a screen that is nobody's.
      core.call('signOut', {}),
      core.call('setTextSize', { textSize: 150 }),
      core.call('changePassphrase', { present: CLERK.passphrase, next: SUPERVISOR.passphrase }),
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
    expect(await statusOf(core)).toMatchObject({
      screenLocked: true,
      // Every page of this kiosk knows by it that it must name nobody, also one that comes later.
      residents: { atScreen: false, handedBack: 'unfinished' },
    });
    expect(await core.call('signOut', {})).toEqual(refused('not-allowed'));
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    await clerkSignsIn(core);
    expect((await statusOf(core)).residents.handedBack).toBeNull();
    // A lock of staff names them, as ever, and may be left by signing out.
    await core.call('lock', {});
    expect(await statusOf(core)).toMatchObject({ screenLocked: true, residents: { handedBack: null } });
    expect(await core.call('signOut', {})).toEqual(done);
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
    const room = diskIsFull(keeper);
    idleFor(stage, 150);
    expect(await statusOf(core)).toMatchObject({
      ...{ screenLocked: true, diskFails: true },
      // Not that it is kept: it is still being ended.
      residents: { atScreen: false, handedBack: 'ending' },
    });
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    // Tried again at each look, and no more often; nobody else has the screen meanwhile.
    idleFor(stage, 2);
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    room.comes();
    idleFor(stage, 2);
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await until(() => expect(endings(keeper)).toEqual(['expired']));
    const next = await nextCore(keeper, core);
    expect(await statusOf(next)).toMatchObject({ screenLocked: true, inProgress: [] });
  });

  it('is not ended behind staff who have opened it since the disk refused', async () => {
    const stage = await selfService({ log: ['defect in ending what nobody is before: SqliteError: full'] });
    const { keeper, core } = stage;
    const { application } = await create(core);
    const room = diskIsFull(keeper);
    idleFor(stage, 150);
    await clerkSignsIn(core);
    // At once locked again by the clerk: it is theirs now.
    await core.call('lock', {});
    room.comes();
    idleFor(stage, 2);
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
    await clerkSignsIn(core);
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
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

it('a clerk who opens an application that waits is a new visitor of the page, as with one that is begun', async () => {
  const stage = await residentStage('counter');
  const { keeper, core } = stage;
  const { ticket } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const second = await nextCore(keeper, core);
  // It is opened with no departure to wait for.
  await until(() => expect(keeper.services.occupants.size).toBe(1));
  await create(second);
  await second.call('giveToResident', { language: 'en' });
  const third = await leave(keeper, second);
  await third.call('reportActivity', {});
  const visitorOf = async () => (await statusOf(third)).residents.visitor;
  const whoLeft = await visitorOf();
  await clerkSignsIn(third);
  expect(await third.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
  await third.call('giveToResident', { language: 'en' });
  expect(await visitorOf()).not.toBe(whoLeft);
});

describe('what a screen tells somebody who went', () => {
  it('is warned of, and goes when nobody has touched it for as long', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    await create(core);
    await core.call('finishAnswers', { fingerprints: null });
    const next = await nextCore(keeper, core);
    idleFor(stage, 120);
    expect(await statusOf(next)).toMatchObject({
      ...{ lastEnding: { kind: 'ticket' }, residents: { idle: { endsInSeconds: 30 } } },
    });
    // Whoever reads slowly keeps it by a touch, for as long again.
    expect(await next.call('reportActivity', {})).toEqual(done);
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

  it.each(firstOf(['called-off', 'expired'] as const, 1))(
    'says of a number that waits no more why: %s',
    async (how) => {
      const retention = { hours: 1, endOfDay: false };
      const stage = await selfService({ policyPath: policyFile({ retention }) });
      const { keeper, core, clock } = stage;
      await create(core);
      await core.call('chooseLanguage', { language: 'uk', sealed });
      for (let minute = 1; minute < 60; minute += 1) {
        clock.advance(60_000);
        await core.call('reportActivity', {});
      }
      await core.call('finishAnswers', { fingerprints: null });
      const next = await nextCore(keeper, core);
      expect(await lastEndingOf(next)).toMatchObject({ kind: 'ticket' });
      if (how === 'expired') {
        clock.advance(60_000);
        keeper.services.expiry.check();
      } else await endsAll(keeper);
      await until(async () =>
        expect(await lastEndingOf(next)).toMatchObject({
          ...{ kind: 'left', language: 'uk', outcome: how },
          became: { kind: 'ended' },
        }),
      );
    },
  );

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
});

/** Whoever reads is warned, as ever, and no time is up: nothing is open that whoever comes later could find. */
async function expectOnlyAReader(stage: ResidentStage, core: ScriptedCore): Promise<void> {
  idleFor(stage, 120);
  expect(await statusOf(core)).toMatchObject({ openNext: null, residents: { idle: { endsInSeconds: 30 } } });
  stage.clock.advance(30_000);
  expect(await core.call('reportActivity', {})).toEqual(done);
}

describe('an application whose page dies and that nobody touches', () => {
  it('ends when its time is up, also where no page has opened it again', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    expect((await statusOf(next)).openNext).toBe(ticket);
    idleFor(stage, 149);
    expect(keeper.services.vault.open()).toHaveLength(1);
    idleFor(stage, 1);
    await until(async () =>
      expect(await statusOf(next)).toMatchObject({
        ...{ openNext: null, inProgress: [] },
        residents: { atScreen: true },
      }),
    );
    expect(keeper.services.vault.open()).toEqual([]);
    await until(() => expect(endings(keeper)).toEqual(['expired']));
    // Whoever comes next begins anew.
    await create(next);
  });

  it('is warned of before it ends, also where no page has opened it again', async () => {
    const stage = await selfService();
    const { core, keeper } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    idleFor(stage, 119);
    expect((await statusOf(next)).residents.idle).toBeNull();
    idleFor(stage, 1);
    expect((await statusOf(next)).residents.idle).toEqual({ endsInSeconds: 30 });
    expect(await next.call('reportActivity', {})).toEqual(done);
    expect((await statusOf(next)).residents.idle).toBeNull();
    // Whoever answered has the whole time anew, and is warned again.
    idleFor(stage, 120);
    expect(await statusOf(next)).toMatchObject({
      openNext: ticket,
      residents: { idle: { endsInSeconds: 30 } },
    });
  });

  it('is nobody’s from the very instant on, also where no page has opened it again', async () => {
    const { core, keeper, clock } = await selfService();
    const { ticket } = await create(core);
    const next = await die(keeper);
    // The keeper has not looked yet.
    clock.advance(150_000);
    expect(await next.call('open', { by: 'ticket', ticket })).toEqual(refused('not-allowed'));
    expect(await next.call('reportActivity', {})).toEqual(refused('not-allowed'));
    keeper.services.residentIdle.check();
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
  });

  // The next one, whose number was told besides, goes the same way.
  long('is no more at stake once the office has ended it', async () => {
    const stage = await selfService();
    const { core, keeper } = stage;
    await create(core);
    const next = await die(keeper);
    await endsAll(keeper);
    await expectOnlyAReader(stage, next);
  });

  it('is no more at stake where its number was told, and the office has ended it', async () => {
    const stage = await selfService();
    const { core, keeper } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket });
    const third = await die(keeper);
    await endsAll(keeper);
    await until(async () =>
      expect(await statusOf(third)).toMatchObject({
        lastEnding: { kind: 'left', outcome: 'called-off' },
        residents: { isNumberTaken: true },
      }),
    );
    await expectOnlyAReader(stage, third);
    idleFor(stage, 150);
    expect(await statusOf(third)).toMatchObject({ screenLocked: false, lastEnding: { kind: 'none' } });
  });

  it('is no more at stake while its erasure goes on or has failed', async () => {
    const stage = await selfService();
    const { core, keeper } = stage;
    const { application, ticket } = await create(core);
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket });
    const third = await die(keeper);
    expect((await statusOf(third)).residents.isNumberTaken).toBe(false);
    keeper.services.beginWipe(application, reached({ kind: 'called-off' }));
    expect((await statusOf(third)).residents.isNumberTaken).toBe(true);
    await expectOnlyAReader(stage, third);
  });

  it('ends as soon where a page opens it again and again: nobody’s act begins the time anew', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    idleFor(stage, 100);
    const next = await die(keeper);
    expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
    idleFor(stage, 49);
    expect((await statusOf(next)).residents.idle).toEqual({ endsInSeconds: 1 });
    idleFor(stage, 1);
    void next.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await until(() => expect(endings(keeper)).toEqual(['expired']));
  });

  it('ends also when it has brought down two sessions, and nobody took its number', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    idleFor(stage, 60);
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket });
    const third = await die(keeper);
    expect(await statusOf(third)).toMatchObject({
      lastEnding: { kind: 'ticket', ticket },
      residents: { isNumberTaken: false },
    });
    idleFor(stage, 60);
    expect((await statusOf(third)).residents.idle).toEqual({ endsInSeconds: 30 });
    idleFor(stage, 29);
    expect(keeper.services.vault.open()).toHaveLength(1);
    idleFor(stage, 1);
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    expect(await lastEndingOf(third)).toEqual({ kind: 'none' });
    await until(() => expect(endings(keeper)).toEqual(['expired']));
  });

  // As with two sessions above.
  long('ends also when the second session died before it had opened it', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    await die(keeper);
    const third = await die(keeper);
    expect(await statusOf(third)).toMatchObject({
      ...{ openNext: null, lastEnding: { kind: 'ticket', ticket } },
      residents: { isNumberTaken: false },
    });
    idleFor(stage, 180);
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await until(() => expect(endings(keeper)).toEqual(['expired']));
  });

  // As behind the lock of one that was away once, below.
  long('ends with its time behind the lock of a display that went away twice', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    await create(core);
    await die(keeper);
    keeper.services.residentIdle.displayWasAway();
    const third = await die(keeper);
    keeper.services.residentIdle.displayWasAway();
    expect(await statusOf(third)).toMatchObject({ screenLocked: true });
    idleFor(stage, 180);
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await until(() => expect(endings(keeper)).toEqual(['expired']));
  });

  it('waits for the clerk where somebody was there and read its number', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket });
    const third = await die(keeper);
    expect((await statusOf(third)).residents.isNumberTaken).toBe(false);
    const told = third.events.length;
    expect(await third.call('reportActivity', {})).toEqual(done);
    expect(third.events.slice(told).at(-1)).toMatchObject({
      ...{ kind: 'status', status: { residents: { isNumberTaken: true }, lastEnding: { ticket } } },
    });
    idleFor(stage, 150);
    idleFor(stage, 150);
    expect(await statusOf(third)).toMatchObject({ inProgress: [{ ticket, waitsForClerk: true }] });
  });

  it('is kept under a legal hold, and offered to nobody else', async () => {
    const stage = await underHold();
    const { keeper, number } = stage;
    const next = await die(keeper);
    idleFor(stage, 150);
    expect(await statusOf(next)).toMatchObject({
      ...{ openNext: null, screenLocked: false, inProgress: [{ ticket: number }] },
    });
    expect(await next.call('open', { by: 'ticket', ticket: number })).toEqual(refused('not-allowed'));
  });

  it('ends with its time also behind the lock of a display that was away', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    await create(core);
    idleFor(stage, 60);
    const next = await die(keeper);
    keeper.services.residentIdle.displayWasAway();
    expect(await statusOf(next)).toMatchObject({
      screenLocked: true,
      residents: { handedBack: 'unfinished' },
    });
    idleFor(stage, 89);
    expect(keeper.services.vault.open()).toHaveLength(1);
    idleFor(stage, 1);
    await until(() => expect(keeper.services.vault.open()).toEqual([]));
    await until(() => expect(endings(keeper)).toEqual(['expired']));
    expect(await statusOf(next)).toMatchObject({ screenLocked: true, openNext: null, inProgress: [] });
  });

  it('is of the clerk who opens the lock of a display that was away in time', async () => {
    const stage = await selfService();
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    const next = await die(keeper);
    keeper.services.residentIdle.displayWasAway();
    idleFor(stage, 149);
    await clerkSignsIn(next);
    idleFor(stage, 10);
    expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
    // Locked again behind nobody: it is the clerk's.
    await next.call('lock', {});
    idleFor(stage, 150);
    expect(keeper.services.vault.open()).toHaveLength(1);
  });

  // The next one finds it there, and opens it.
  long('at a counter is kept behind the lock', async () => {
    const stage = await residentStage('counter');
    const { keeper, core } = stage;
    const { ticket } = await create(core);
    await core.call('giveToResident', { language: 'en' });
    const next = await die(keeper);
    idleFor(stage, 150);
    expect(await statusOf(next)).toMatchObject({ screenLocked: true, inProgress: [{ ticket }] });
  });

  it('at a counter is opened by itself for whoever unlocks, as behind a lock of staff', async () => {
    const openedBy = async (isGiven: boolean) => {
      const stage = await residentStage('counter');
      const { keeper, core } = stage;
      const { ticket } = await create(core);
      if (isGiven) await core.call('giveToResident', { language: 'en' });
      const next = await die(keeper);
      if (isGiven) idleFor(stage, 150);
      else await next.call('lock', {});
      expect(await statusOf(next)).toMatchObject({ screenLocked: true, openNext: ticket });
      await clerkSignsIn(next);
      const { openNext, screenLocked } = await statusOf(next);
      expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ ok: true });
      return { isItself: openNext === ticket, screenLocked };
    };
    expect(await openedBy(false)).toEqual({ isItself: true, screenLocked: false });
    expect(await openedBy(true)).toEqual({ isItself: true, screenLocked: false });
  });
});
