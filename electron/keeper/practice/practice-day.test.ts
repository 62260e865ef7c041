import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { isReceiptValid } from '../receipt/receipt.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  fillIn,
  lastFourOf,
  openCounter,
  pageOf,
  printAfterReadBack,
  SUPERVISOR,
} from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';

/** Serves one person to the hand-over; answers the receipt, and the card's number as the screen showed it. */
async function serve(keeper: RunningKeeper, page: Page) {
  await fillIn(page);
  await printAfterReadBack(page);
  await page.waitForCard();
  const { cardNumber } = await page.application();
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  await page.does('handOver', {});
  const { endings } = keeper.services;
  await until(() => expect(endings.shown().kind).toBe('ended'));
  const news = endings.shown();
  if (news.kind !== 'ended' || cardNumber === null) throw new Error('no card was handed over');
  return { receipt: news.receipt, cardNumber };
}

const kindsOf = (keeper: RunningKeeper) => entriesOf(keeper).map(({ kind }) => kind);

it('a person of practice goes the whole way and is counted nowhere, also after a restart; the next applicant is', async () => {
  const dataFolder = workingFolder();
  const { keeper, page } = await openCounter({ dataFolder });
  expect(await page.call('beginPractice', {})).toEqual({ ok: false, error: { kind: 'not-allowed' } });
  await page.does('signIn', SUPERVISOR);
  await page.does('beginPractice', {});
  const before = kindsOf(keeper);
  await keeper.stop();

  const { keeper: restarted, page: practicing } = await openCounter({ dataFolder });
  expect(await practicing.status()).toMatchObject({ practice: true });
  await practicing.does('signIn', SUPERVISOR);
  const invented = await serve(restarted, practicing);
  expect(invented.cardNumber).toMatch(/^VOID [2-9C-Y]{4}$/);
  expect(invented.receipt).toMatchObject({
    practice: true,
    erased: { search: { kind: 'searched', hits: 0 } },
  });
  expect(isReceiptValid(invented.receipt)).toBe(true);
  expect(isReceiptValid({ ...invented.receipt, practice: false })).toBe(false);
  expect(
    kindsOf(restarted)
      .slice(before.length)
      .filter((kind) => kind !== 'policy-in-force'),
  ).toEqual([]);
  expect(restarted.services.countsSoFar.of(restarted.services.clock.today())).toEqual({
    ...{ issued: 0, spoiled: 0, wiped: 0 },
  });

  const after = await pageOf(restarted);
  await after.does('endPractice', {});
  expect(kindsOf(restarted).at(-1)).toBe('practice-ended');

  const applicant = await serve(restarted, after);
  expect(applicant.cardNumber).not.toContain('VOID');
  expect(kindsOf(restarted).slice(-2).toSorted()).toEqual(['erased', 'handoff']);
  expect(restarted.services.countsSoFar.of(restarted.services.clock.today())).toMatchObject({ issued: 1 });
});

it('a hold that is set in practice stops intake at once, keeps nobody invented, and practice ends under it', async () => {
  const { keeper, page } = await openCounter();
  await page.does('signIn', SUPERVISOR);
  await page.does('beginPractice', {});
  await fillIn(page);
  const { ticket } = await page.application();
  expect(await page.call('endPractice', {})).toEqual({ ok: false, error: { kind: 'not-now' } });
  expect(await page.call('setHold', { reason: 'subpoena', tickets: [ticket] })).toEqual({
    ok: false,
    error: { kind: 'no-such-ticket' },
  });
  await page.does('setHold', { reason: 'subpoena', tickets: null });
  expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'hold-set', applications: 0 });
  const [hold] = keeper.services.holds.all();
  if (hold === undefined) throw new Error('no hold');
  expect(await page.call('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345' })).toEqual({
    ok: false,
    error: { kind: 'in-practice' },
  });
  await page.does('endWithoutCard', { outcome: 'withdrawn' });
  await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  const next = await pageOf(keeper);
  expect(await next.call('startApplication', {})).toEqual({ ok: false, error: { kind: 'intake-held' } });
  await next.does('endPractice', {});
  await next.does('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345' });
  await next.does('startApplication', {});
  expect(await next.status()).toMatchObject({ practice: false, newOnesAreHeld: true });
  expect(await next.call('endWithoutCard', { outcome: 'withdrawn' })).toEqual({
    ok: false,
    error: { kind: 'held' },
  });
});
