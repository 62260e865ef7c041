import { expect, it } from 'vitest';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { create, nextCore } from '../start/scripted-core.test-support.ts';
import {
  clerkSignsIn,
  done,
  lastEndingOf,
  refused,
  selfService,
  statusOf,
  underHold,
} from './residents.test-support.ts';

const sealed = new Uint8Array(9);

/** Somebody has answered all, and reads their number. */
async function atTheirNumber() {
  const stage = await selfService();
  const { keeper, core } = stage;
  const { application } = await create(core);
  await core.call('chooseLanguage', { language: 'uk', sealed });
  await core.call('finishAnswers', { fingerprints: null });
  const next = await nextCore(keeper, core);
  expect(await lastEndingOf(next)).toMatchObject({ kind: 'ticket' });
  return { ...stage, application, next };
}

it('whoever changes their mind before their number ends it, and is told so in their language', async () => {
  const { keeper, next } = await atTheirNumber();
  expect(await next.call('leaveWithTicket', {})).toEqual(done);
  await until(async () =>
    expect(await lastEndingOf(next)).toMatchObject({
      ...{ kind: 'left', language: 'uk', outcome: 'withdrawn' },
      became: { kind: 'ended', receipt: { erased: { search: { kind: 'not-searched' } } } },
    }),
  );
  expect(keeper.services.vault.open()).toEqual([]);
  const resting = keeper.services.outbox.resting();
  expect(resting.filter(({ kind }) => kind === 'erased')).toMatchObject([{ outcome: 'withdrawn' }]);
  // It is over, and there is nothing more to leave; the next one begins.
  expect(await next.call('leaveWithTicket', {})).toEqual(refused('not-now'));
  expect(await statusOf(next)).toMatchObject({ residents: { atScreen: true, idle: null } });
  await create(next);
});

it('is kept under a legal hold, and the screen says so', async () => {
  const { keeper, core, number, application } = await underHold();
  await core.call('finishAnswers', { fingerprints: null });
  const next = await nextCore(keeper, core);
  expect(await next.call('leaveWithTicket', {})).toEqual(done);
  expect(await lastEndingOf(next)).toMatchObject({
    ...{ kind: 'left', language: 'es', outcome: 'withdrawn' },
    became: { kind: 'held', ticket: number },
  });
  expect(keeper.services.vault.find(application)?.state).toBe('draft');
});

it('nobody ends a number that their screen does not tell any more', async () => {
  const { keeper, next, application } = await atTheirNumber();
  await next.call('forgetEnding', {});
  expect(await next.call('leaveWithTicket', {})).toEqual(refused('not-now'));
  expect(keeper.services.vault.find(application)?.state).toBe('draft');
});

it('nor do staff who have the screen by then: they open it, and end it as ever', async () => {
  const { keeper, next, application } = await atTheirNumber();
  await clerkSignsIn(next);
  expect(await next.call('leaveWithTicket', {})).toEqual(refused('not-now'));
  expect(keeper.services.vault.find(application)?.state).toBe('draft');
});

it('asks to look into the tray where a card that was given up may still come out', async () => {
  const { keeper, next, application } = await atTheirNumber();
  const { jobRows, trayChecks } = keeper.services;
  const name = jobId.parse('0b'.repeat(16));
  jobRows.begin({ name, application, printer: CARD_PRINTER });
  jobRows.setNumber(name, 9);
  expect(await next.call('leaveWithTicket', {})).toEqual(done);
  expect(trayChecks.pending()).toEqual({ cause: 'late-card', applications: 1, cards: 1 });
});
