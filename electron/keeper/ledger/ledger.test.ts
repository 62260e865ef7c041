import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import { anyEntry } from '../../../shared/ledger/arbitrary-entry.test-support.ts';
import { type LedgerEntry, opensLedger } from '../../../shared/ledger/entries.ts';
import { day, kioskKey, newKey, opened, samplesFor, temporaryPath } from './ledger.test-support.ts';
import { type Ledger, openLedger } from './ledger.ts';

const nextDay = { year: 2026, month: 2, day: 15 };
const samples = samplesFor(kioskKey);
const [opening, ...others] = samples;
const all = samples.length;

function filled(path: string): Ledger {
  const ledger = opened(path);
  for (const entry of samples) ledger.append(entry);
  return ledger;
}

describe('the ledger', () => {
  it('is empty when it is new', () => {
    const ledger = opened(temporaryPath());
    expect(ledger.head()).toBeUndefined();
    expect(ledger.checkpoint()).toBeUndefined();
    expect(ledger.counts(day)).toEqual({ issued: 0, spoiled: 0, wiped: 0 });
    expect(ledger.verify()).toEqual({ ok: true, value: { count: 0, head: undefined } });
    expect(ledger.verifyTail()).toEqual(ledger.verify());
  });

  it('numbers its entries from 1 and ends at the last', () => {
    const ledger = opened(temporaryPath());
    const positions = samples.map((entry) => ledger.append(entry));
    expect(positions.map(({ sequence }) => sequence)).toEqual(samples.map((_entry, index) => index + 1));
    expect(new Set(positions.map(({ hash }) => hash)).size).toBe(all);
    expect(ledger.head()).toEqual(positions.at(-1));
    expect(ledger.checkpoint()).toMatchObject(positions.at(-1) ?? {});
    expect(ledger.verify()).toEqual({ ok: true, value: { count: all, head: positions.at(-1) } });
  });

  it('holds after each entry', () => {
    const ledger = opened(temporaryPath());
    for (const entry of samples) {
      ledger.append(entry);
      expect(ledger.verify()).toEqual({
        ok: true,
        value: { count: ledger.head()?.sequence, head: ledger.head() },
      });
      expect(ledger.verifyTail()).toEqual(ledger.verify());
    }
  });

  it('is the same after it was closed and opened', () => {
    const path = temporaryPath();
    const first = filled(path);
    const head = first.head();
    first.close();
    const second = opened(path);
    expect(second.head()).toEqual(head);
    expect(second.append({ kind: 'issued', day, printer: 'ipp', attempts: 2 }).sequence).toBe(all + 1);
    expect(second.verify()).toMatchObject({ ok: true, value: { count: all + 1 } });
  });

  it('counts one day', () => {
    const ledger = filled(temporaryPath());
    ledger.append({ kind: 'issued', day, printer: 'virtual', attempts: 2 });
    ledger.append({ kind: 'issued', day: nextDay, printer: 'virtual', attempts: 1 });
    // One of each before ledger version 11, and one of each since.
    expect(ledger.counts(day)).toEqual({ issued: 3, spoiled: 1, wiped: 2 });
    expect(ledger.counts(nextDay)).toEqual({ issued: 1, spoiled: 0, wiped: 0 });
  });

  it('counts what the entries of one day say, and hands them out', () => {
    const ledger = filled(temporaryPath());
    const wiped = samples.find((entry) => entry.kind === 'wiped');
    const spoiled = samples.find((entry) => entry.kind === 'spoiled');
    if (wiped?.kind !== 'wiped' || spoiled?.kind !== 'spoiled') throw new Error('there are samples');
    const more: readonly LedgerEntry[] = [
      { ...wiped, outcome: 'issued' },
      { ...wiped, outcome: 'denied' },
      { ...wiped, outcome: 'issued', day: nextDay },
      { kind: 'spoiled', day: nextDay, reason: 'wrong-photo' },
    ];
    ledger.appendAll(more);
    const written = [wiped, spoiled, ...more];
    for (const on of [day, nextDay]) {
      const there = written.filter((entry) => 'day' in entry && entry.day.day === on.day);
      for (const word of outcomes) {
        const said = there.filter((entry) => entry.kind === 'wiped' && entry.outcome === word);
        expect(ledger.countOf({ kind: 'wiped', word }, on)).toBe(said.length);
      }
      for (const word of spoilReasons) {
        const said = there.filter((entry) => entry.kind === 'spoiled' && entry.reason === word);
        expect(ledger.countOf({ kind: 'spoiled', word }, on)).toBe(said.length);
      }
      const found = ledger.entriesOn('wiped', on, 9);
      expect(found.map(({ entry }) => entry)).toEqual(
        expect.arrayContaining(there.filter(({ kind }) => kind === 'wiped')),
      );
      expect(found).toHaveLength(there.filter(({ kind }) => kind === 'wiped').length);
      for (const { sequence, entry } of found) expect(ledger.entryAt(sequence)).toEqual(entry);
    }
    expect(ledger.entriesOn('wiped', day, 1)).toHaveLength(1);
  });

  it('is opened first and once, with the key that signs', () => {
    const ledger = opened(temporaryPath());
    for (const entry of others) expect(() => ledger.append(entry)).toThrow('opened once');
    const [foreign] = samplesFor(newKey());
    if (opening === undefined || foreign === undefined) throw new Error('there are samples');
    expect(() => ledger.append(foreign)).toThrow('its own key');
    expect(ledger.head()).toBeUndefined();
    ledger.append(opening);
    expect(() => ledger.append(opening)).toThrow('opened once');
    expect(ledger.head()?.sequence).toBe(1);
  });

  it('takes no entry under another key, or under none: nothing is written then', () => {
    const path = temporaryPath();
    filled(path).close();
    const other = opened(path, newKey());
    expect(() => other.append({ kind: 'spoiled', day, reason: 'smudged' })).toThrow('another key');
    other.close();
    const result = openLedger(path, () => {
      throw new Error('no key yet');
    });
    if (!result.ok) throw new Error(result.error.kind);
    expect(() => result.value.append({ kind: 'spoiled', day, reason: 'smudged' })).toThrow('no key yet');
    expect(result.value.verify()).toMatchObject({ ok: true, value: { count: all } });
    result.value.close();
  });

  it('takes all entries or none', () => {
    const ledger = filled(temporaryPath());
    const head = ledger.head();
    const exact: LedgerEntry = { kind: 'issued', day, printer: 'virtual', attempts: 100 };
    const named = { kind: 'spoiled', day, reason: 'smudged', name: 'Martin' } as const;
    const good: LedgerEntry = { kind: 'spoiled', day, reason: 'smudged' };
    expect(() => ledger.append(exact)).toThrow('not a ledger entry');
    expect(() => ledger.append(named)).toThrow('not a ledger entry');
    expect(() => ledger.appendAll([good, exact])).toThrow('not a ledger entry');
    expect(ledger.head()).toEqual(head);
    expect(ledger.append(good).sequence).toBe(all + 1);
  });

  it('verifies whatever was appended, over many pages and kept checkpoints', () => {
    const ledger = filled(temporaryPath());
    const entries = fc.sample(
      anyEntry.filter(({ kind }) => !opensLedger(kind) && kind !== 'key-rolled'),
      9_000,
    );
    for (let start = 0; start < entries.length; start += 700) {
      ledger.appendAll(entries.slice(start, start + 700));
      expect(ledger.verifyTail()).toMatchObject({ ok: true, value: { head: ledger.head() } });
    }
    expect(ledger.verify()).toEqual({ ok: true, value: { count: 9_000 + all, head: ledger.head() } });
  });

  it('has no file but its own and its journal', () => {
    const path = temporaryPath();
    filled(path);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['ledger.db', 'ledger.db-journal']);
  });

  it('leaves earlier pages of itself in its journal, and no others', () => {
    const path = temporaryPath();
    const ledger = filled(path);
    const before = ledger.checkpoint()?.signature;
    if (before === undefined) throw new Error('no head');
    const signature = Buffer.from(before, 'base64');
    ledger.append({ kind: 'issued', day, printer: 'virtual', attempts: 7 });
    expect(readFileSync(path).includes(signature)).toBe(false);
    expect(readFileSync(`${path}-journal`).includes(signature)).toBe(true);
  });

  it('takes at most 200 bytes for an enrollment', () => {
    const path = temporaryPath();
    const ledger = filled(path);
    const before = statSync(path).size;
    const enrollments = 10_000;
    const entries = Array.from({ length: enrollments }, (): readonly LedgerEntry[] => [
      { kind: 'handoff', day },
      { kind: 'erased', day, outcome: 'issued' },
    ]).flat();
    for (let start = 0; start < entries.length; start += 2_000) {
      ledger.appendAll(entries.slice(start, start + 2_000));
    }
    expect((statSync(path).size - before) / enrollments).toBeLessThanOrEqual(200);
    expect(ledger.counts(day).issued).toBe(enrollments + 2);
  });

  it('is refused to a second opener', () => {
    const path = temporaryPath();
    filled(path);
    expect(openLedger(path, () => kioskKey)).toEqual({ ok: false, error: { kind: 'locked' } });
  });
});
