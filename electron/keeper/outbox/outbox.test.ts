import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { outboxOn } from './outbox.test-support.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

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
  outbox.record(({ day }) => {
    act();
    return { kind: 'spoiled', day, reason: 'smudged' };
  });
  expect(asked()).toBe(1);
  expect(entries()).toEqual([{ kind: 'spoiled', day: '2026-11-24', reason: 'smudged' }]);
  expect(outbox.waiting()).toBe(0);
  expect(noted).toEqual({ bugs: [], erased: 1 });
});

it('undoes an act that throws, and owes nothing for it', () => {
  const { outbox, entries, asked, act } = stage();
  expect(() =>
    outbox.record(() => {
      act();
      throw new Error('half done');
    }),
  ).toThrow('half done');
  expect([asked(), outbox.waiting(), entries().length]).toEqual([0, 0, 0]);
});

it('keeps an act whose entry the ledger does not take, says so, and carries it over later, once', () => {
  const { outbox, fault, entries, noted, asked, act } = stage();
  fault.full = true;
  outbox.record(({ day }) => {
    act();
    return { kind: 'spoiled', day, reason: 'damaged' };
  });
  expect([asked(), outbox.waiting(), entries().length]).toEqual([1, 1, 0]);
  expect(noted.bugs).toEqual(['pending ledger entries']);
  expect(() => outbox.deliver(() => undefined)).toThrow('disk full');
  fault.full = false;
  outbox.flush();
  outbox.flush();
  expect([outbox.waiting(), entries().length]).toEqual([0, 1]);
});
