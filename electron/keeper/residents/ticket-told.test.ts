import { expect, it } from 'vitest';
import type { Retention } from '../../../shared/application/retention.ts';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { create, nextCore } from '../start/scripted-core.test-support.ts';
import { die, lastEndingOf, NINE, selfService, underHold } from './residents.test-support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function waits(ending: LastEnding) {
  if (ending.kind !== 'ticket') throw new Error(`no ticket, but ${ending.kind}`);
  return ending.waits;
}

/** Begun at nine; so many minutes later everything is answered. */
async function ticketAfter(minutes: number, retention: Retention) {
  const stage = await selfService({ policyPath: policyFile({ retention }) });
  const { keeper, core, clock } = stage;
  await core.call('reportActivity', {});
  await create(core);
  clock.advance(minutes * MINUTE);
  await core.call('reportActivity', {});
  await core.call('finishAnswers', { fingerprints: null });
  return { ...stage, next: await nextCore(keeper, core) };
}

it('tells until when an application waits, from its beginning, and never later than it goes', async () => {
  const { keeper, clock, next } = await ticketAfter(1.5, { hours: 4, endOfDay: false });
  const { until, custody } = waits(await lastEndingOf(next));
  expect(custody).toBe('memory');
  if (until === null) throw new Error('no moment');
  const goes = NINE + 4 * HOUR;
  expect(until).toBeLessThanOrEqual(goes);
  expect(until).toBeGreaterThanOrEqual(goes - MINUTE);
  expect(until % MINUTE).toBe(0);
  // It is there until then, and gone soon after: the control of both.
  clock.advance(until - clock.now());
  keeper.services.expiry.check();
  expect(keeper.services.vault.open()).toHaveLength(1);
  clock.advance(2 * MINUTE);
  keeper.services.expiry.check();
  expect(keeper.services.vault.open()).toEqual([]);
});

it('tells the end of the day where the policy ends applications with it', async () => {
  const { next } = await ticketAfter(1, { hours: 48, endOfDay: true });
  const { until } = waits(await lastEndingOf(next));
  expect(until).toBe(Date.UTC(2026, 10, 24, 23, 59));
});

it.each(['memory', 'sealed'] as const)('tells that the key is in custody %s', async (kind) => {
  const { keeper, core } = await selfService();
  keeper.services.kiosk.setCustody(kind);
  const { application } = await create(core);
  expect(keeper.services.custody.kindOf(application)).toBe(kind);
  await core.call('finishAnswers', { fingerprints: null });
  expect(waits(await lastEndingOf(await nextCore(keeper, core))).custody).toBe(kind);
});

it('tells no end of what a legal hold keeps', async () => {
  const { keeper, core } = await underHold();
  await core.call('finishAnswers', { fingerprints: null });
  expect(waits(await lastEndingOf(await nextCore(keeper, core)))).toMatchObject({ until: null });
});

it('tells the same to somebody whose session died twice', async () => {
  const { keeper, core } = await selfService();
  const { ticket } = await create(core);
  const next = await die(keeper);
  await next.call('open', { by: 'ticket', ticket });
  expect(waits(await lastEndingOf(await die(keeper))).until).toBeGreaterThan(NINE);
});
