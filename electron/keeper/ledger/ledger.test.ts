import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anyEntry } from '../../../shared/ledger/arbitrary-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.ts';
import { type Ledger, openLedger } from './ledger.ts';

const day = { year: 2026, month: 2, day: 14 };
const nextDay = { year: 2026, month: 2, day: 15 };
const [opening, ...others] = sampleEntries;

function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'ledger.db');
}

function opened(path: string): Ledger {
  const result = openLedger(path);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  onTestFinished(result.value.close);
  return result.value;
}

function filled(path: string): Ledger {
  const ledger = opened(path);
  for (const entry of sampleEntries) ledger.append(entry);
  return ledger;
}

describe('the ledger', () => {
  it('is empty when it is new', () => {
    const ledger = opened(temporaryPath());
    expect(ledger.head()).toBeUndefined();
    expect(ledger.counts(day)).toEqual({ issued: 0, spoiled: 0, wiped: 0 });
    expect(ledger.verify()).toEqual({ ok: true, value: { count: 0, head: undefined } });
  });

  it('numbers its entries from 1 and ends at the last', () => {
    const ledger = opened(temporaryPath());
    const positions = sampleEntries.map((entry) => ledger.append(entry));
    expect(positions.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(positions.map(({ hash }) => hash)).size).toBe(5);
    expect(ledger.head()).toEqual(positions.at(-1));
    expect(ledger.verify()).toEqual({ ok: true, value: { count: 5, head: positions.at(-1) } });
  });

  it('is the same after it was closed and opened', () => {
    const path = temporaryPath();
    const first = filled(path);
    const head = first.head();
    first.close();
    const second = opened(path);
    expect(second.head()).toEqual(head);
    expect(second.append({ kind: 'issued', day, printer: 'ipp', attempts: 2 }).sequence).toBe(6);
    expect(second.verify()).toMatchObject({ ok: true, value: { count: 6 } });
  });

  it('counts one day', () => {
    const ledger = filled(temporaryPath());
    ledger.append({ kind: 'issued', day, printer: 'virtual', attempts: 2 });
    ledger.append({ kind: 'issued', day: nextDay, printer: 'virtual', attempts: 1 });
    expect(ledger.counts(day)).toEqual({ issued: 2, spoiled: 1, wiped: 1 });
    expect(ledger.counts(nextDay)).toEqual({ issued: 1, spoiled: 0, wiped: 0 });
  });

  it('is opened first and once', () => {
    const ledger = opened(temporaryPath());
    for (const entry of others) expect(() => ledger.append(entry)).toThrow('opened once');
    if (opening === undefined) throw new Error('there are samples');
    ledger.append(opening);
    expect(() => ledger.append(opening)).toThrow('opened once');
    expect(ledger.head()?.sequence).toBe(1);
  });

  it('takes nothing but entries', () => {
    const ledger = filled(temporaryPath());
    const head = ledger.head();
    const exact: LedgerEntry = { kind: 'issued', day, printer: 'virtual', attempts: 100 };
    const named = { kind: 'spoiled', day, reason: 'smudged', name: 'Martin' } as const;
    expect(() => ledger.append(exact)).toThrow('not a ledger entry');
    expect(() => ledger.append(named)).toThrow('not a ledger entry');
    expect(ledger.head()).toEqual(head);
    expect(ledger.append({ kind: 'spoiled', day, reason: 'smudged' }).sequence).toBe(6);
  });

  it('verifies whatever was appended, over many pages', () => {
    const ledger = filled(temporaryPath());
    const entries = fc.sample(
      anyEntry.filter(({ kind }) => kind !== 'opened'),
      2_100,
    );
    for (const entry of entries) ledger.append(entry);
    expect(ledger.verify()).toEqual({ ok: true, value: { count: 2_105, head: ledger.head() } });
  }, 60_000);

  it('has no file but its own and its journal', () => {
    const path = temporaryPath();
    filled(path);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['ledger.db', 'ledger.db-journal']);
  });

  it('is refused to a second opener', () => {
    const path = temporaryPath();
    filled(path);
    expect(openLedger(path)).toEqual({ ok: false, error: { kind: 'locked' } });
  });
});
