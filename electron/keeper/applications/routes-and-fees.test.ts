import { describe, expect, it } from 'vitest';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/shown-documents.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  askToPrint,
  fillIn,
  lastFourOf,
  openCounter,
  pageOf,
  printAfterReadBack,
} from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

/** From somebody who is photographed to the read-back on another route. */
async function choose(page: Page, route: 'renewal' | 'replacement' | 'correction'): Promise<void> {
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

    // Another route or birth date is another fee; a name is not.
    await page.does('answer', { field: 'name', typed: 'Zephyrina Vandersloot-Quan' });
    expect((await page.application()).answers.fee).not.toBeNull();
    await page.does('answer', { field: 'birthYear', typed: '1992' });
    expect((await page.application()).answers.fee).toBeNull();
    await page.does('confirmDocuments', {});
    expect(await page.call('settleFee', { settled: null })).toEqual(refused('not-now'));
    await page.does('settleFee', { settled: 'paid' });
    // Marked by mistake: it is due again, and nothing is printed.
    expect((await page.does('settleFee', { settled: null })).answers.fee).toBeNull();
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
    await page.does('retryPrint', {});
    await page.waitForCard();
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(keeper.services.endings.shown()).toMatchObject({
      fee: { route: 'replacement', settled: 'waived', cents: 1000, currency: 'USD' },
    });
    expect(entriesOf(keeper).slice(-4)).toMatchObject([
      { kind: 'issued' },
      { kind: 'issued-again', route: 'replacement', oldCard: 'none' },
      { kind: 'fee', settled: 'waived' },
      { kind: 'wiped' },
    ]);

    // With the next applicant nobody knows it any more.
    await (await pageOf(keeper)).does('startApplication', {});
    expect(keeper.services.endings.shown()).toEqual({ kind: 'none' });
  });
});

describe('a renewal', () => {
  it('asks for the old card, keeps it until the new one is named, and hands nothing over before it is destroyed', async () => {
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
    await page.does('retryPrint', {});
    await page.waitForCard();
    expect(await page.call('destroyOldCard', {})).toEqual(refused('not-now'));
    expect((await page.application()).oldCardDestroyed).toBe(false);
    await page.does('identifyCard', { characters: await lastFourOf(page) });
    expect(await page.call('handOver', {})).toEqual(refused('not-now'));
    expect((await page.does('destroyOldCard', {})).oldCardDestroyed).toBe(true);
    await page.does('handOver', {});
    await until(() => expect(keeper.services.endings.shown()).toMatchObject({ kind: 'ended', fee: null }));
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'issued-again' || kind === 'fee')).toMatchObject([
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
