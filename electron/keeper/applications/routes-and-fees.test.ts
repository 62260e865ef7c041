import { describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/application/route.ts';
import {
  OLD_CARD_DESTROYED,
  OLD_CARD_TAKEN_IN,
} from '../../../shared/programme/documents/shown-documents.ts';
import { long } from '../../../tests/support/sample.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import {
  askToPrint,
  fillIn,
  lastFourOf,
  openCounter,
  pageOf,
  printAfterReadBack,
  reprint,
} from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

/** From somebody who is photographed to the read-back on another route. */
async function choose(page: Page, route: Route): Promise<void> {
  await page.does('chooseRoute', { route });
  expect((await page.application()).state).toBe('draft');
}

describe('a replacement', () => {
  it('is not printed before its fee is settled; then it is counted, and its receipt is offered', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    expect(await page.call('settleFee', { settled: 'paid' })).toEqual(refused('not-now'));
    await choose(page, 'replacement');
    await page.does('confirmDocuments', {});
    expect(await askToPrint(page)).toEqual(refused('fee-open'));
    const { answers, state } = await page.does('settleFee', { settled: 'paid' });
    expect({ fee: answers.fee, state }).toEqual({
      fee: { settled: 'paid', cents: 1000 },
      state: 'photographed',
    });

    // Marked by mistake: it is due again, and nothing is printed.
    expect((await page.does('settleFee', { settled: null })).answers.fee).toBeNull();
    expect(await page.call('settleFee', { settled: null })).toEqual(refused('not-now'));
    expect(await askToPrint(page)).toEqual(refused('fee-open'));
    await page.does('settleFee', { settled: 'paid' });
    await page.does('settleFee', { settled: 'waived' });

    // What was read back still counts: nothing on the card has changed.
    await printAfterReadBack(page);
    await page.waitForCard();
    // The card is paid for by now, or waived.
    expect(await page.call('settleFee', { settled: null })).toEqual(refused('not-now'));
    await page.does('spoil', { reason: 'smudged' });
    expect(await page.call('settleFee', { settled: null })).toEqual(refused('not-now'));
    // Of a card that is printed again no second fee is asked.
    await reprint(page);
    await page.waitForCard();
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.endings.shown()).toMatchObject({
      fee: { route: 'replacement', settled: 'waived', cents: 1000, currency: 'USD' },
    });
    expect(
      entriesOf(keeper)
        .slice(-5)
        .toSorted((one, other) => one.kind.localeCompare(other.kind)),
    ).toMatchObject([
      { kind: 'erased', outcome: 'issued' },
      { kind: 'fee', settled: 'waived' },
      { kind: 'handoff' },
      { kind: 'issued-again', route: 'replacement', oldCard: 'none' },
      { kind: 'spoiled' },
    ]);

    // With the next applicant nobody knows it any more.
    await (await pageOf(keeper)).does('startApplication', {});
    expect(keeper.services.endings.shown()).toEqual({ kind: 'none' });
  });
});

describe('money that was received', () => {
  const fees = [
    { route: 'replacement', ages: { from: 65 }, cents: 500 },
    { route: 'replacement', cents: 1000 },
    { route: 'correction', cents: 1500 },
  ] as const;
  const received = { settled: 'paid-for-another', cents: 1000 };

  it('settles what comes to the same, is returned before a free card is printed, and is not what a waiver was', async () => {
    const { keeper, page } = await openCounter({ policyPath: policyFile({ fees }) });
    await fillIn(page);
    await choose(page, 'replacement');
    await page.does('confirmDocuments', {});
    // A waiver is asked anew.
    await page.does('settleFee', { settled: 'waived' });
    expect((await page.does('chooseRoute', { route: 'first' })).answers.fee).toBeNull();
    expect((await page.does('chooseRoute', { route: 'replacement' })).answers.fee).toBeNull();
    await page.does('confirmDocuments', {});

    await page.does('settleFee', { settled: 'paid' });
    const feeAt = async (birthYear: string) =>
      (await page.does('answer', { field: 'birthYear', typed: birthYear })).answers.fee;
    expect(await feeAt('199')).toEqual(received);
    expect(await feeAt('1992')).toEqual({ settled: 'paid', cents: 1000 });
    // All the way round, as F2 goes.
    for (const route of ['correction', 'first', 'renewal'] as const)
      expect((await page.does('chooseRoute', { route })).answers.fee, route).toEqual(received);
    expect((await page.does('chooseRoute', { route: 'replacement' })).answers.fee?.settled).toBe('paid');

    // Less is due: some of it goes back, and then the fee is paid.
    expect(await feeAt('1940')).toEqual(received);
    await page.does('confirmDocuments', {});
    expect(await askToPrint(page)).toEqual(refused('fee-open'));
    const { answers, state } = await page.does('settleFee', { settled: 'paid' });
    expect({ fee: answers.fee, state }).toEqual({
      fee: { settled: 'paid', cents: 500 },
      state: 'photographed',
    });

    // More is due.
    await choose(page, 'correction');
    await page.does('tickDocument', { document: OLD_CARD_TAKEN_IN, seen: true });
    await page.does('confirmDocuments', {});
    expect(await askToPrint(page)).toEqual(refused('fee-open'));
    expect((await page.does('settleFee', { settled: 'paid' })).answers.fee).toEqual({
      settled: 'paid',
      cents: 1500,
    });

    // Nothing is due: it is told until it is returned, and no card is printed before that.
    await choose(page, 'first');
    await page.does('confirmDocuments', {});
    expect(await askToPrint(page)).toEqual(refused('fee-open'));
    expect(await page.call('settleFee', { settled: 'paid' })).toEqual(refused('not-now'));
    expect((await page.application()).answers.fee).toEqual({ settled: 'paid-for-another', cents: 1500 });
    expect((await page.does('settleFee', { settled: null })).answers.fee).toBeNull();
    await printAfterReadBack(page);
    await page.waitForCard();
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown()).toMatchObject({ kind: 'ended', fee: null }));
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'fee')).toEqual([]);
  });
});

describe('a renewal', () => {
  // Also held end to end (tests/e2e/routes.e2e.ts).
  long(
    'asks for the old card, keeps it until the new one is named, and hands nothing over before it is destroyed',
    async () => {
      const { keeper, page } = await openCounter();
      await fillIn(page);
      await choose(page, 'renewal');
      expect(await page.call('confirmDocuments', {})).toEqual(refused('documents-incomplete'));
      await page.does('tickDocument', { document: OLD_CARD_TAKEN_IN, seen: true });
      await page.does('confirmDocuments', {});
      expect(await page.call('settleFee', { settled: 'paid' })).toEqual(refused('not-now'));
      expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
      await printAfterReadBack(page);
      await page.waitForCard();
      // Whoever holds a card that is not theirs, or is spoiled, still has the old one.
      expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
      await page.does('identifyCard', { characters: await lastFourOf(page) });
      await page.does('spoil', { reason: 'smudged' });
      await reprint(page);
      await page.waitForCard();
      expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
      expect((await page.application()).answers.documents).not.toContain(OLD_CARD_DESTROYED);
      await page.does('identifyCard', { characters: await lastFourOf(page) });
      expect(await page.call('handOver', {})).toEqual(refused('not-now'));
      // Only at the handoff does anybody say so.
      expect(await page.call('tickDocument', { document: OLD_CARD_DESTROYED, seen: true })).toEqual(
        refused('malformed'),
      );
      expect((await page.does('destroyOldCard', {})).answers.documents).toContain(OLD_CARD_DESTROYED);
      await page.does('handOver', {});
      await until(() => expect(keeper.services.endings.shown()).toMatchObject({ kind: 'ended', fee: null }));
      expect(entriesOf(keeper).filter(({ kind }) => kind === 'issued-again' || kind === 'fee')).toMatchObject(
        [{ route: 'renewal', oldCard: 'destroyed' }],
      );
    },
  );

  // That all answers stay when one is set aside: session-replacement.test.ts.
  long('whose old card is destroyed stays so when its application is set aside', async () => {
    const { keeper, page } = await openCounter();
    await fillIn(page);
    await choose(page, 'renewal');
    await page.does('tickDocument', { document: OLD_CARD_TAKEN_IN, seen: true });
    await page.does('confirmDocuments', {});
    await printAfterReadBack(page);
    await page.waitForCard();
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    await page.does('destroyOldCard', {});
    await page.does('spoil', { reason: 'smudged' });
    const { ticket } = await page.application();
    await page.does('putAside', {});
    await until(() => expect(shownOf(keeper.services.pool).pid).not.toBe(page.session.pid));
    await until(() => expect(livingProcessesOf(page.session.pid)).toEqual([]));

    const next = await pageOf(keeper);
    const { answers } = await next.does('openApplication', { ticket });
    expect(answers.documents).toContain(OLD_CARD_DESTROYED);
    await reprint(next);
    await next.waitForCard();
    await next.does('identifyCard', { characters: await lastFourOf(next) });
    await next.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'issued-again')).toMatchObject([
      { route: 'renewal', oldCard: 'destroyed' },
    ]);
  });
});

it('a route that the policy does not have, and a waiver where nobody is excused, are refused', async () => {
  const without = { routes: undefined, waivers: undefined, fees: undefined };
  const { page } = await openCounter({ policyPath: policyFile({ ...without, feeCents: 1500 }) });
  await fillIn(page);
  expect(await page.call('chooseRoute', { route: 'renewal' })).toEqual(refused('malformed'));
  expect(await page.call('tickDocument', { document: OLD_CARD_TAKEN_IN, seen: true })).toEqual(
    refused('malformed'),
  );
  expect(await page.call('settleFee', { settled: 'waived' })).toEqual(refused('malformed'));
  expect((await page.does('settleFee', { settled: 'paid' })).answers.fee).toEqual({
    settled: 'paid',
    cents: 1500,
  });
});
