import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GOOD, recordWith, TODAY } from './record.test-support.ts';
import { searchOwnValues } from './search-own-values.ts';
import { createSearchRehearsal } from './search-rehearsal.ts';

function stage() {
  const sessionFolder = mkdtempSync(join(tmpdir(), 'counterfoil-rehearsal-'));
  onTestFinished(() => rmSync(sessionFolder, { recursive: true, force: true }));
  const bugs: string[] = [];
  const rehearsal = createSearchRehearsal(sessionFolder, (where) => void bugs.push(where));
  return { sessionFolder, bugs, rehearsal };
}

const printed = { answers: GOOD, state: { kind: 'printed' } } as const;

describe('the rehearsal of a search', () => {
  it('leaves nothing behind, and the record as it was for the search', async () => {
    const { sessionFolder, bugs, rehearsal } = stage();
    const fingerprint = randomBytes(32);
    const record = recordWith({ ...printed, made: [Uint8Array.from(fingerprint)] });
    rehearsal.begin(record, TODAY);
    await rehearsal.over();
    expect([bugs, readdirSync(sessionFolder)]).toEqual([[], []]);
    expect(Buffer.from(record.made[0] ?? []).equals(fingerprint)).toBe(true);
    writeFileSync(join(sessionFolder, 'copy'), fingerprint);
    writeFileSync(join(sessionFolder, 'notes'), GOOD.name);
    const where = { roots: [sessionFolder], sessionFolder, names: [], own: [] };
    expect(await searchOwnValues(record, [], where, TODAY)).toMatchObject({ hits: 2, files: 2 });
  });

  it('is made once, and only where a card is out', async () => {
    const { sessionFolder, bugs, rehearsal } = stage();
    // One that cannot be made says so: each that is made is seen.
    rmSync(sessionFolder, { recursive: true });
    rehearsal.begin(recordWith({ answers: GOOD }), TODAY);
    await rehearsal.over();
    expect(bugs).toEqual([]);
    rehearsal.begin(recordWith(printed), TODAY);
    rehearsal.begin(recordWith(printed), TODAY);
    await rehearsal.over();
    expect(bugs).toEqual(['rehearsal of the search']);
  });
});
