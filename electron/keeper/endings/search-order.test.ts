import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { searchOrder } from './search-order.ts';

const NINE = Date.UTC(2026, 10, 26, 9);

/** A kiosk with an older application, on the day after its last ticket. */
function stage() {
  const vault = newVault();
  begin(vault, '2026-11-23', NINE);
  const application = wipingApplication(vault);
  const port = {
    ...{ vault, jobRows: createJobRows(vault.database), clock: testClock({ now: NINE }) },
    facts: { searchRoots: ['/kiosk', '/keeper'] },
  };
  const order = () =>
    searchOrder(port, { application, names: [application, 'a job'] }, { path: '/keeper/session' });
  return { vault, application, order };
}

it('a session looks in its own folder and in the kiosk’s', () => {
  expect(stage().order().roots).toEqual(['/kiosk', '/keeper', '/keeper/session']);
});

it('for the names of the application, once nothing needs them any more', () => {
  const { vault, application, order } = stage();
  expect(order().names).toEqual([]);
  const row = vault.wipes.of(application);
  vault.wipes.update({ ...row, done: ['key-destroyed', 'rows-deleted'] });
  expect(order().names).toEqual([application, 'a job']);
});

it('and not for days that stand there of others: today, of the last ticket, of what is open and of what is erased', () => {
  const { days } = stage().order();
  expect([...days].sort()).toEqual(['2026-11-23', '2026-11-24', '2026-11-26']);
});
