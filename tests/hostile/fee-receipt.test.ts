import { expect, it, vi } from 'vitest';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { FIRST_STAFF } from '../../electron/keeper/start/keeper.test-support.ts';
import { idleWorker } from '../../electron/keeper/start/workers.test-support.ts';
import type { Paper } from '../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../shared/contract/printer.test-support.ts';
import { SAMPLE_FEE_RECEIPT, SAMPLE_RECEIPT } from '../../shared/paper/sample-papers.test-support.ts';
import { APPLICANT } from './inputs.test-support.ts';
import { type WatchedKeeper, watchedKeeper } from './keeper.test-support.ts';
import type { HostilePage } from './page.test-support.ts';
import { reachState, settle } from './steps.test-support.ts';

const NOT_NOW = { ok: false, error: { kind: 'not-now' } };

/** What a page would like to have on paper, in the places where a call might take it. */
const FORGED = {
  ...SAMPLE_FEE_RECEIPT,
  rows: [
    { label: 'For', value: APPLICANT.name },
    { label: 'Fee', value: '$9,999.00' },
  ],
};
const HONEST = { language: 'en' };
const ATTEMPTS = [
  { paper: FORGED },
  FORGED,
  { route: 'renewal', settled: 'paid', cents: 999_900, currency: 'USD' },
  { fee: { route: 'renewal', settled: 'paid', cents: 999_900, currency: 'USD' }, isCopy: false },
];

/** A keeper whose papers go nowhere but into a list. */
async function kioskWithPapers(): Promise<{ watched: WatchedKeeper; papers: Paper[] }> {
  const watched = await watchedKeeper({ workerPath: idleWorker });
  await (await watched.page()).does('setUp', {
    kioskName: 'Counter 3',
    ...FIRST_STAFF,
  });
  const { services } = watched.keeper;
  services.printer.chooseOrdinary(ORDINARY_PRINTER);
  const papers: Paper[] = [];
  vi.spyOn(services.papers, 'print').mockImplementation((_printer, paper) => papers.push(paper));
  return { watched, papers };
}

/** Somebody who replaces a card is photographed and has paid. */
async function payForReplacement(watched: WatchedKeeper): Promise<HostilePage> {
  await reachState(watched, 'photographed');
  const page = await watched.page();
  await page.does('chooseRoute', { route: 'replacement' });
  await page.does('confirmDocuments', {});
  await page.does('settleFee', { settled: 'paid' });
  return page;
}

/** What an honest clerk does to the end; answers the page of the fresh session. */
async function ended(watched: WatchedKeeper, end: () => Promise<void>): Promise<HostilePage> {
  await end();
  await until(() => expect(watched.keeper.services.endings.shown().kind).toBe('ended'), 60_000);
  await settle(watched);
  return watched.page();
}

it('a page that was taken over prints no fee receipt but that of the fee that was paid, in the keeper’s words', {
  timeout: 600_000,
}, async () => {
  const { watched, papers } = await kioskWithPapers();
  const tryAll = async (page: HostilePage): Promise<void> => {
    for (const attempt of [HONEST, ...ATTEMPTS.map((attempt) => ({ ...attempt, ...HONEST }))])
      expect(await page.ask('printFeeReceipt', attempt)).toEqual(NOT_NOW);
    expect(papers).toEqual([]);
  };

  const paying = await payForReplacement(watched);
  // Paid, but no card is handed over: the money may still go back.
  await tryAll(paying);
  const left = await ended(watched, () => paying.ends('endWithoutCard', { outcome: 'withdrawn' }));
  await tryAll(left);

  await payForReplacement(watched);
  await reachState(watched, 'printed');
  const page = await watched.page();
  const { application } = await page.does('getState', {});
  await page.does('identifyCard', { characters: (application?.cardNumber ?? '').slice(-4) });
  const fresh = await ended(watched, () => page.ends('handOver', {}));
  for (const attempt of ATTEMPTS)
    expect(await fresh.ask('printFeeReceipt', { ...attempt, ...HONEST })).toMatchObject({ ok: true });
  const { today } = (await fresh.does('getState', {})).status;
  const said = papers.map((paper) => JSON.stringify(paper));
  expect(papers.map(({ heading }) => heading)).toEqual([
    'Fee receipt',
    ...Array(3).fill('Copy of fee receipt'),
  ]);
  for (const paper of said) {
    for (const part of ['"Replacement"', '"$10.00"', '"Paid"', `${today.day}, ${today.year}`])
      expect(paper).toContain(part);
    for (const part of ['9,999', APPLICANT.name, 'Renewal']) expect(paper).not.toContain(part);
  }

  // The control: words that a call takes from a page are seen here.
  const forged = { ...SAMPLE_RECEIPT, heading: FORGED.rows[1]?.value };
  expect(await fresh.ask('printReceipt', { paper: forged })).toMatchObject({ ok: true });
  expect(JSON.stringify(papers.at(-1))).toContain('9,999');

  papers.length = 0;
  await fresh.does('startApplication', {});
  await tryAll(fresh);
});
