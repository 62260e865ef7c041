import { expect, it } from 'vitest';
import { SAMPLE_FIGURES } from '../../../shared/contract/counter-day/day-acts.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createDaySheets } from './day-sheets.ts';

it('the sheet of a closed day stays, whatever goes wrong with its health record', () => {
  const vault = newVault();
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 18) });
  const { ledger } = outboxOn(vault, clock);
  const health = {
    write: () => {
      throw new Error('disk I/O error');
    },
  };
  const sheets = createDaySheets({ ledger, kiosk: vault.kiosk, clock, vault, health });
  const closing = {
    blanks: 447,
    expected: 447,
    blanksDifference: 'none',
    drawer: 'not-counted',
    drawerDifference: 'none',
  } as const;
  sheets.owe({ kind: 'closed', figures: SAMPLE_FIGURES, closing });
  const counts = { issued: 0, spoiled: 0, wiped: 0 };
  expect(() => sheets.make({ kind: 'not-counted', counts })).toThrow('disk I/O error');
  expect(sheets.last()).toMatchObject({
    paper: { heading: 'Day sheet' },
    health: { kind: 'not-saved', why: 'failed' },
  });
});
