import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import { FIRST_LOOK, type ResidentLook } from '../../../shared/residents/look.ts';
import { long } from '../../../tests/support/sample.ts';
import { occupantOf } from '../applications/occupants.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { holdReplacements, shownSessionDies } from '../sessions/stand-in-pool.test-support.ts';
import { CLERK, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, create, nextCore, photograph } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import {
  clerkSignsIn,
  die,
  done,
  lastEndingOf,
  leave,
  NINE,
  refused,
  residentStage,
  selfService,
  statusOf,
  underHold,
} from './residents.test-support.ts';

const sealed = new Uint8Array(9);
const OF_TREMBLING_HANDS: ResidentLook = {
  ...{ textSize: 'largest', theme: 'high' },
  ...{ keyFilter: { repeatDelay: null, doubleStrike: 500 }, switchKeys: 'one-two' },
};

describe('giving the screen to a resident', () => {
  it('is not possible while the setting is off, nor by who is not signed in', async () => {
    const { keeper, core } = await residentStage('off');
    await create(core);
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('not-now'));
    keeper.services.kiosk.setResidentSetting('counter');
    await core.call('lock', {});
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('not-allowed'));
    await core.call('signOut', {});
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('not-allowed'));
    expect((await statusOf(core)).residents.atScreen).toBe(false);
  });

  it('at a counter takes an application until its photo is taken, and staff stay signed in behind it', async () => {
    const { keeper, core } = await residentStage('counter');
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('not-now'));
    const { application } = await create(core);
    for (const state of [
      { kind: 'photographed' },
      { kind: 'ready' },
      { kind: 'printing', card: 'expected' },
      { kind: 'printing', card: 'none' },
      { kind: 'spoiled', reason: 'smudged' },
    ] as const) {
      keeper.services.vault.setState(application, reached(state));
      expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('past-applicants-part'));
    }
    keeper.services.vault.setState(application, reached({ kind: 'draft' }));
    expect(await core.call('giveToResident', { language: 'es' })).toEqual(done);
    expect(await statusOf(core)).toMatchObject({
      staff: { name: CLERK.name },
      screenLocked: false,
      residents: { setting: 'counter', atScreen: true, idle: null },
    });
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
    expect(await core.call('confirmDocuments', {})).toEqual(refused('not-allowed'));
    await clerkSignsIn(core);
    expect((await statusOf(core)).residents.atScreen).toBe(false);
    expect(await core.call('confirmDocuments', {})).toMatchObject({ ok: true });
  });

  it('in self-service is refused in the words in which a clerk would be', async () => {
    const { keeper, core } = await residentStage('self-service');
    keeper.services.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('tray-unchecked'));
    await core.call('confirmTray', {});
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
    expect(await core.call('confirmTray', {})).toEqual(refused('not-allowed'));
  });

  it('is undone by the passphrase of whoever gave it, whom nobody has to name', async () => {
    const { core } = await residentStage('counter');
    const { passphrase } = CLERK;
    await create(core);
    await core.call('giveToResident', { language: 'en' });
    expect(await core.call('signIn', { name: null, passphrase: SUPERVISOR.passphrase })).toMatchObject({
      error: { kind: 'wrong-passphrase' },
    });
    expect(await core.call('signIn', { name: null, passphrase })).toEqual(done);
    expect(await statusOf(core)).toMatchObject({
      ...{ staff: { name: CLERK.name }, residents: { atScreen: false } },
    });
    // Behind a screen that is nobody's there is nobody.
    await core.call('signOut', {});
    expect(await core.call('signIn', { name: null, passphrase })).toMatchObject({ ok: false });
    expect((await statusOf(core)).staff).toBeNull();
  });

  it('ends what a supervisor had approved there, also what is still being looked at', async () => {
    const { core } = await residentStage('counter');
    await create(core);
    const hold = { reason: 'subpoena', tickets: null } as const;
    const approved = { act: 'setHold', ...hold, ...SUPERVISOR } as const;
    expect(await core.call('approve', approved)).toEqual(done);
    const late = core.call('approve', approved);
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
    expect(await late).toEqual(refused('not-allowed'));
    expect(await core.call('setHold', hold)).toEqual(refused('not-allowed'));
    await clerkSignsIn(core);
    expect((await statusOf(core)).approval).toBeNull();
    expect(await core.call('setHold', hold)).toEqual(refused('not-allowed'));
  });

  // Also held by a power cut in the middle of it (power-cut.test.ts), as is the ticket after a restart.
  long('ends with the keeper: nobody is signed in after a restart, and the screen is nobody’s', async () => {
    const dataFolder = workingFolder();
    const { keeper } = await selfService({ dataFolder });
    await keeper.stop();
    const again = await counter({ dataFolder });
    await again.core.call('signOut', {});
    expect(await statusOf(again.core)).toMatchObject({
      staff: null,
      residents: { setting: 'self-service', atScreen: false },
    });
    expect(await again.core.call('create', {})).toEqual(refused('not-allowed'));
  });
});

describe('a resident in self-service', () => {
  long(
    'after a restart has a ticket like any other where keys are on disk, and a clerk opens it by its number',
    async () => {
      const dataFolder = workingFolder();
      const { keeper, core, clock } = await selfService({ dataFolder, custody: 'sealed' });
      const { ticket: number } = await create(core);
      await core.call('finishAnswers', { fingerprints: null });
      const next = await nextCore(keeper, core);
      expect((await statusOf(next)).inProgress).toMatchObject([{ ticket: number, waitsForClerk: true }]);
      await keeper.stop();
      const again = await connectCore(await startKeeper({ dataFolder, scripted: true, clock }));
      await clerkSignsIn(again);
      expect((await statusOf(again)).inProgress).toMatchObject([
        { ticket: number, state: 'draft', waitsForClerk: false },
      ]);
      expect(await again.call('open', { by: 'ticket', ticket: number })).toMatchObject({ ok: true });
    },
  );

  it('answers, gets a number, and the next one begins anew; a clerk takes it up', async () => {
    const { keeper, core } = await selfService();
    const { ticket: number } = await create(core);
    expect(await core.call('chooseLanguage', { language: 'ar', sealed })).toMatchObject({ ok: true });
    expect(await core.call('chooseLook', OF_TREMBLING_HANDS)).toEqual(done);
    expect(await core.call('finishAnswers', { fingerprints: null })).toEqual(done);
    // From that call on the session touches it no more.
    expect((await core.call('keepAnswers', { sealed })).ok).toBe(false);
    const next = await nextCore(keeper, core);
    expect(await statusOf(next)).toMatchObject({
      lastEnding: {
        ...{ kind: 'ticket', ticket: number, language: 'ar' },
        look: OF_TREMBLING_HANDS,
      },
      residents: { atScreen: true },
      inProgress: [{ ticket: number, state: 'draft', waitsForClerk: true }],
    });
    // Whoever comes next opens nobody's application, whatever number they have read.
    expect(await next.call('open', { by: 'ticket', ticket: number })).toEqual(refused('not-allowed'));
    expect(await next.call('open', { by: 'card', hash: 'a'.repeat(64) })).toEqual(refused('not-allowed'));
    await clerkSignsIn(next);
    expect(await next.call('open', { by: 'ticket', ticket: number })).toMatchObject({ ok: true });
    expect(await lastEndingOf(next)).toEqual({ kind: 'none' });
  });

  it('leaves: it is erased, the next screen says so in their language, and the one after it in none of theirs', async () => {
    const { keeper, core } = await selfService();
    await create(core);
    await core.call('chooseLanguage', { language: 'uk', sealed });
    await core.call('chooseLook', { ...FIRST_LOOK, textSize: 'small', theme: 'low' });
    const next = await leave(keeper, core);
    expect(await lastEndingOf(next)).toMatchObject({
      ...{ kind: 'left', language: 'uk', outcome: 'withdrawn' },
      look: { textSize: 'small', theme: 'low' },
      became: { kind: 'ended', receipt: { erased: { outcome: 'withdrawn' } } },
    });
    expect(keeper.services.vault.open()).toEqual([]);
    await create(next);
    const third = await leave(keeper, next);
    expect(await lastEndingOf(third)).toMatchObject({ kind: 'left', language: 'en', look: FIRST_LOOK });
  });

  it('leaves the screen that tells their number: nobody is told it, or their language, any more', async () => {
    const { keeper, core } = await selfService();
    await create(core);
    await core.call('chooseLanguage', { language: 'ar', sealed });
    await core.call('finishAnswers', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await lastEndingOf(next)).toMatchObject({ kind: 'ticket', language: 'ar' });
    expect(await next.call('forgetEnding', {})).toEqual(done);
    expect(await statusOf(next)).toMatchObject({
      lastEnding: { kind: 'none' },
      residents: { atScreen: true },
    });
    expect(keeper.services.residentScreen.language()).toBe('en');
    // There is nothing more to forget.
    expect(await next.call('forgetEnding', {})).toEqual(refused('not-now'));
  });

  it('leaves the screen that tells of the end, and no sooner than it is over', async () => {
    const { keeper, core } = await selfService();
    await create(core);
    await core.call('chooseLanguage', { language: 'uk', sealed });
    await core.call('leaveNow', { fingerprints: null });
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    const next = await connectCore(keeper);
    expect(await next.call('forgetEnding', {})).toEqual(refused('not-now'));
    expect(await lastEndingOf(next)).toMatchObject({ kind: 'left', became: { kind: 'erasing' } });
    await core.call('erased', { search: CLEAN });
    await until(async () => expect(await lastEndingOf(next)).toMatchObject({ became: { kind: 'ended' } }));
    expect(await next.call('forgetEnding', {})).toEqual(done);
    expect(await lastEndingOf(next)).toEqual({ kind: 'none' });
  });

  it('and a number that a clerk set aside is the clerk’s to read', async () => {
    const { keeper, core } = await residentStage('self-service');
    await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await next.call('forgetEnding', {})).toEqual(refused('not-now'));
    expect(await lastEndingOf(next)).toMatchObject({ kind: 'put-aside' });
  });

  it('goes on where their session died, in their language, and opens nothing else', async () => {
    const { keeper, core } = await selfService();
    const { ticket: number, application } = await create(core);
    await core.call('chooseLanguage', { language: 'hi', sealed });
    const next = await die(keeper);
    expect(await statusOf(next)).toMatchObject({ openNext: number, residents: { atScreen: true } });
    expect(await next.call('open', { by: 'ticket', ticket: ticket.parse(77) })).toEqual(
      refused('not-allowed'),
    );
    expect(await next.call('create', {})).toEqual(refused('not-allowed'));
    expect(await next.call('open', { by: 'ticket', ticket: number })).toMatchObject({
      ok: true,
      value: { application, columns: { answers: sealed } },
    });
    const third = await leave(keeper, next);
    expect(await lastEndingOf(third)).toMatchObject({ language: 'hi' });
  });

  // Also held where nobody touches it then (resident-idle.test.ts).
  long('gets a number where the application brought down two sessions', async () => {
    const { keeper, core } = await selfService();
    const { ticket: number } = await create(core);
    await core.call('chooseLanguage', { language: 'pl', sealed });
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket: number });
    const third = await die(keeper);
    expect(await statusOf(third)).toMatchObject({
      openNext: null,
      lastEnding: { kind: 'ticket', ticket: number, language: 'pl' },
      residents: { atScreen: true },
    });
  });

  it('has answered, and what is set aside is offered to nobody if its session dies in that moment', async () => {
    const { keeper, core } = await selfService();
    const { pool } = keeper.services;
    const { ticket: number } = await create(core);
    const release = holdReplacements(pool);
    expect(await core.call('finishAnswers', { fingerprints: null })).toEqual(done);
    const died = shownSessionDies(pool);
    release();
    await died;
    const next = await nextCore(keeper, core);
    expect(await statusOf(next)).toMatchObject({
      ...{ openNext: null, lastEnding: { kind: 'ticket', ticket: number } },
      residents: { atScreen: true },
      inProgress: [{ ticket: number, waitsForClerk: true }],
    });
    expect(await next.call('open', { by: 'ticket', ticket: number })).toEqual(refused('not-allowed'));
    // The next resident begins on it.
    await create(next);
  });

  it('begins nothing where a clerk could not either', async () => {
    const { keeper, core } = await selfService();
    keeper.services.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
    expect(await core.call('create', {})).toEqual(refused('tray-unchecked'));
    expect(await core.call('confirmTray', {})).toEqual(refused('not-allowed'));
  });

  it('is told in their language when the office ends what is open', async () => {
    const { keeper, core, clock } = await residentStage('self-service');
    await core.call('signIn', SUPERVISOR);
    const notice = { en: 'Not today.', es: 'Hoy no.' };
    expect(await core.call('suspendIntake', { takesEffect: NINE + 3_600_000, open: 'wipe', notice })).toEqual(
      done,
    );
    await core.call('giveToResident', { language: 'en' });
    clock.advance(3_599_000);
    await core.call('reportActivity', {});
    await create(core);
    await core.call('chooseLanguage', { language: 'es', sealed });
    clock.advance(1_000);
    keeper.services.suspensionWork.check();
    void core.call('erased', { search: CLEAN });
    const next = await nextCore(keeper, core);
    await until(async () =>
      expect(await lastEndingOf(next)).toMatchObject({
        ...{ kind: 'left', language: 'es', outcome: 'called-off' },
        became: { kind: 'ended' },
      }),
    );
    expect(await next.call('create', {})).toEqual(refused('intake-suspended'));
  });
});

describe('a resident at a counter', () => {
  it('begins nothing; when they have answered the screen is locked with the application behind it', async () => {
    const { keeper, core } = await residentStage('counter');
    const { application } = await create(core);
    await core.call('giveToResident', { language: 'en' });
    expect(await core.call('finishAnswers', { fingerprints: null })).toEqual(done);
    expect(await statusOf(core)).toMatchObject({ screenLocked: true, residents: { atScreen: false } });
    expect(await core.call('keepAnswers', { sealed })).toEqual(refused('not-allowed'));
    await clerkSignsIn(core);
    expect(await core.call('keepAnswers', { sealed })).toMatchObject({ ok: true });
    expect(keeper.services.vault.open().map(({ id }) => id)).toEqual([application]);
    // By the same key the clerk gives it back.
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
    const next = await leave(keeper, core);
    expect((await statusOf(next)).residents.atScreen).toBe(true);
    expect(await next.call('create', {})).toEqual(refused('not-allowed'));
  });

  it('whose application brought down two sessions leaves the screen to staff', async () => {
    const { keeper, core } = await residentStage('counter');
    const { ticket: number } = await create(core);
    await core.call('giveToResident', { language: 'fr' });
    const next = await die(keeper);
    await next.call('open', { by: 'ticket', ticket: number });
    const third = await die(keeper);
    expect(await statusOf(third)).toMatchObject({
      screenLocked: true,
      inProgress: [{ ticket: number }],
      residents: { atScreen: false },
    });
  });
});

describe('a language', () => {
  it('changes nothing else of an application, whatever its state', async () => {
    const { keeper, core } = await residentStage('off');
    const opened = await create(core);
    await photograph(core, opened);
    expect(await core.call('chooseLanguage', { language: 'fr', sealed })).toMatchObject({
      ok: true,
      value: { state: 'photographed', hasPhoto: true },
    });
    expect(keeper.services.vault.find(opened.application)?.answers).toEqual(Buffer.from(sealed));
  });

  it('chosen by a resident counts as a change of what is answered: the keeper sees no answer', async () => {
    const { keeper, core } = await residentStage('counter');
    const opened = await create(core);
    await core.call('confirmDocuments', {});
    expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
    const { changes } = occupantOf(keeper.services.occupants, opened.application) ?? {};
    // Whatever is in it: a core that is not ours any more may have put another name there.
    expect(await core.call('chooseLanguage', { language: 'fr', sealed })).toMatchObject({
      ok: true,
      value: { state: 'draft' },
    });
    expect(occupantOf(keeper.services.occupants, opened.application)?.changes).toBe((changes ?? 0) + 1);
    keeper.services.vault.setState(opened.application, reached({ kind: 'printing', card: 'expected' }));
    expect(await core.call('chooseLanguage', { language: 'uk', sealed: new Uint8Array(7) })).toEqual(
      refused('not-now'),
    );
    expect(keeper.services.vault.find(opened.application)?.answers).toEqual(Buffer.from(sealed));
  });

  it('of a clerk’s applicant goes nowhere: what the next screen tells is told to staff', async () => {
    const { keeper, core } = await residentStage('counter');
    await create(core);
    await core.call('chooseLanguage', { language: 'fr', sealed });
    await core.call('leaveNow', { fingerprints: null });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  });
});

describe('what a hold keeps', () => {
  it('is not erased when its resident leaves: the session ends, and the next screen says so', async () => {
    const { keeper, core, number, application } = await underHold();
    expect((await statusOf(core)).newOnesAreHeld).toBe(true);
    const entries = keeper.services.ledger.head()?.sequence;
    expect(await core.call('leaveNow', { fingerprints: sealed })).toEqual({
      ok: true,
      value: { kind: 'kept' },
    });
    const next = await nextCore(keeper, core);
    expect(await lastEndingOf(next)).toEqual({
      ...{ kind: 'left', language: 'es', look: FIRST_LOOK, outcome: 'withdrawn' },
      became: { kind: 'held', ticket: number },
    });
    // No act of staff: the ledger has nothing of it. What was made of them is still known to a later search.
    expect(keeper.services.ledger.head()?.sequence).toBe(entries);
    expect(keeper.services.vault.made(application)).toEqual([Buffer.from(sealed)]);
  });

  it('is refused to a clerk, and the ledger has it', async () => {
    const { keeper, core } = await underHold();
    await clerkSignsIn(core);
    const entries = keeper.services.ledger.head()?.sequence ?? 0;
    expect(await core.call('leaveNow', { fingerprints: null })).toEqual(refused('held'));
    expect(keeper.services.ledger.head()?.sequence).toBe(entries + 1);
  });
});
