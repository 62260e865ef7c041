import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { entryKindNames, fieldsOf } from '../../../shared/ledger/entries.ts';
import { bytesOfExported, exportHead } from '../../../shared/ledger/export-lines.ts';
import { issuedEntries, kioskKey, opened, samplesFor, tamper, temporaryPath } from './ledger.test-support.ts';
import { checkpointInterval } from './ledger-schema.ts';

/** The lines of an export, the first one apart. */
function linesOf(exported: Iterable<string>) {
  const [first = '', ...lines] = [...exported].join('').trimEnd().split('\n');
  return { head: exportHead.parse(JSON.parse(first)), lines };
}

const line = z.strictObject({
  sequence: z.int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(entryKindNames),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
});

function filled() {
  const ledger = opened(temporaryPath());
  ledger.appendAll(samplesFor(kioskKey));
  return ledger;
}

describe('NDJSON', () => {
  it('has one object for each entry, with all its fields and no other', () => {
    const ledger = filled();
    const { lines } = linesOf(ledger.export('ndjson'));
    const objects = lines.map((text) => line.parse(JSON.parse(text)));
    expect(objects.map(({ kind }) => kind)).toEqual(samplesFor(kioskKey).map(({ kind }) => kind));
    expect(objects.map(({ sequence }) => sequence)).toEqual(objects.map((_object, index) => index + 1));
    expect(objects.at(-1)?.hash).toBe(ledger.head()?.hash);
    for (const { kind, fields } of objects) {
      expect(Object.keys(fields)).toEqual(fieldsOf(kind).map(([name]) => name));
    }
    expect(objects[0]?.fields.utc).toBe('2026-02-14T09:00:00.000Z');
    expect(objects[1]?.fields).toEqual({ day: '2026-02-14', printer: 'virtual', attempts: 1 });
  });

  it('has the key of the opening and every signature in its first line', () => {
    const ledger = filled();
    ledger.appendAll(issuedEntries(checkpointInterval));
    const { head, lines } = linesOf(ledger.export('ndjson'));
    const checkpoint = ledger.checkpoint();
    expect(head).toMatchObject({
      ...{ kiosk: checkpoint?.kiosk, publicKey: checkpoint?.publicKey, rolls: [] },
      intervals: [{ sequence: checkpointInterval }],
      head: { sequence: lines.length, hash: checkpoint?.hash, signature: checkpoint?.signature },
    });
  });

  it('comes back to the bytes of every kind of entry', () => {
    const { lines } = linesOf(filled().export('ndjson'));
    const bytes = lines.map((text) => bytesOfExported(line.parse(JSON.parse(text))));
    expect(bytes).toEqual(samplesFor(kioskKey).map(encodeEntry));
  });
});

describe('CSV', () => {
  it('has one set of columns for all kinds, and needs no quotes', () => {
    const ledger = filled();
    const text = [...ledger.export('csv')].join('');
    expect(text.endsWith('\r\n')).toBe(true);
    const [heading = [], ...rows] = text
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    const fields = new Set(entryKindNames.flatMap(fieldsOf).map(([name]) => name));
    expect(new Set(heading)).toEqual(new Set(['sequence', 'kind', ...fields, 'hash']));
    expect(heading).toHaveLength(fields.size + 3);
    expect(rows).toHaveLength(samplesFor(kioskKey).length);
    for (const row of rows) {
      expect(row).toHaveLength(heading.length);
      // Words, figures, hex, days and moments: nothing that a table would take for a formula.
      for (const cell of row) expect(cell).toMatch(/^[0-9a-zA-Z:.-]*$/);
    }
    const issued = Object.fromEntries(heading.map((name, column) => [name, rows[1]?.[column]]));
    expect(issued).toMatchObject({
      sequence: '2',
      kind: 'issued',
      day: '2026-02-14',
      attempts: '1',
      utc: '',
    });
    expect(issued.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an export', () => {
  it('comes in pieces and ends at the head of its beginning', () => {
    const ledger = filled();
    ledger.appendAll(issuedEntries(3_000));
    const pieces: string[] = [];
    for (const piece of ledger.export('ndjson')) {
      pieces.push(piece);
      // A keeper goes on meanwhile.
      ledger.appendAll(issuedEntries(1));
    }
    expect(pieces.length).toBeGreaterThan(2);
    const { head, lines } = linesOf(pieces);
    const count = 3_000 + samplesFor(kioskKey).length;
    expect(lines).toHaveLength(count);
    expect(head.head).toMatchObject({ sequence: count, hash: JSON.parse(lines.at(-1) ?? '').hash });
  });

  it('of a ledger that was never opened is empty', () => {
    const ledger = opened(temporaryPath());
    expect([...ledger.export('ndjson')].join('')).toBe('');
    expect([...ledger.export('csv')].join('').split('\r\n')).toHaveLength(2);
  });

  it('stops at what cannot be read instead of leaving it out', () => {
    const path = temporaryPath();
    const ledger = opened(path);
    ledger.appendAll(samplesFor(kioskKey));
    ledger.close();
    tamper(path, (database) => database.exec("UPDATE entries SET entry = x'00' WHERE sequence = 4"));
    expect(() => [...opened(path).export('csv')]).toThrow('entry 4');
  });
});
