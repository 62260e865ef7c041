import { expect, it } from 'vitest';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { testClock } from '../clock.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { outboxOn } from './outbox.test-support.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const BY = 'b'.repeat(32);

function stage() {
  const vault = newVault();
  const asked = (): number => Number(vault.database.prepare('SELECT count(*) FROM tray_check').pluck().get());
  const act = (): void => {
    vault.database.prepare("INSERT INTO tray_check VALUES (1, 'expired', 1, 1)").run();
  };
  return { ...outboxOn(vault, testClock({ now: NOON })), asked, act };
}

it('does an act and dates its entry, and what was written for it is erased', () => {
  const { outbox, entries, noted, asked, act } = stage();
  outbox.record(({ utc }) => {
    act();
    return { kind: 'practice-began', utc, by: BY };
  });
  expect(asked()).toBe(1);
  expect(entries()).toEqual([{ kind: 'practice-began', utc: new Date(NOON).toISOString(), by: BY }]);
  expect(outbox.waiting()).toBe(0);
  expect(noted).toEqual({ bugs: [], erased: 1 });
});

it('undoes an act that throws, and owes nothing for it', () => {
  const { outbox, written, asked, act } = stage();
  expect(() =>
    outbox.record(() => {
      act();
      throw new Error('half done');
    }),
  ).toThrow('half done');
  expect([asked(), outbox.waiting(), written().length]).toEqual([0, 0, 0]);
});

it('keeps an act whose entry the ledger does not take, says so, and carries it over later, once', () => {
  const { outbox, fault, written, noted, asked, act } = stage();
  fault.full = true;
  outbox.record(({ utc }) => {
    act();
    return { kind: 'practice-began', utc, by: BY };
  });
  expect([asked(), outbox.waiting(), written().length]).toEqual([1, 1, 0]);
  expect(noted.bugs).toEqual(['pending ledger entries']);
  fault.full = false;
  outbox.flush();
  outbox.flush();
  expect([outbox.waiting(), written().length]).toEqual([0, 1]);
});

it('says of an act about one application, or for one person, the day, and no moment', () => {
  const { outbox, entries } = stage();
  outbox.record(({ utc }) => [
    { kind: 'finish-refused', utc, hold: 'a'.repeat(32), by: BY },
    { kind: 'practice-began', utc, by: BY },
    {
      ...{ kind: 'records-searched', utc, by: BY, second: 'c'.repeat(32), reason: 'own-request' },
      ...{ applications: roundFigure(3), unsearchable: roundFigure(0) },
    },
    { kind: 'record-search-answered', utc, searchEntry: 3, answer: 'd'.repeat(64) },
  ]);
  expect(entries()).toMatchObject([
    // Midnight at the counter.
    { kind: 'finish-refused', utc: '2026-11-24T00:00:00.000Z' },
    { kind: 'practice-began', utc: '2026-11-24T12:00:00.000Z' },
    { kind: 'records-searched', utc: '2026-11-24T00:00:00.000Z' },
    { kind: 'record-search-answered', utc: '2026-11-24T00:00:00.000Z' },
  ]);
});
