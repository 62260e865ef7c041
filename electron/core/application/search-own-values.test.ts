import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { APPLICATION, GOOD, recordWith, TODAY } from './record.test-support.ts';
import type { ApplicationRecord } from './record.ts';
import { searchOwnValues } from './search-own-values.ts';

function places() {
  const data = mkdtempSync(join(tmpdir(), 'counterfoil-search-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const sessionFolder = join(data, 'session');
  mkdirSync(sessionFolder);
  return {
    roots: [data, sessionFolder],
    sessionFolder,
    data,
    names: ['00112233445566778899aabbccddeeff'],
    own: ['Counter 3', '2026-11-24'],
  };
}

const search = (record: ApplicationRecord, where: ReturnType<typeof places>, sealed: Uint8Array[] = []) =>
  searchOwnValues(record, sealed, where, TODAY);

describe('the search of a core', () => {
  it('finds nothing where nothing is, and says how much it looked at', async () => {
    const where = places();
    writeFileSync(join(where.data, 'vault.db'), randomBytes(5000));
    const record = recordWith({ answers: GOOD, began: Date.now() - 60_000 });
    expect(await search(record, where)).toMatchObject({
      kind: 'searched',
      files: 1,
      bytes: 5000,
      hits: 0,
      unreadable: 0,
    });
  });

  it('finds what lies there, and tells how often but never what or where', async () => {
    const where = places();
    writeFileSync(join(where.data, 'notes'), `x ${GOOD.name} y`);
    writeFileSync(join(where.sessionFolder, 'Preferences'), JSON.stringify({ born: '1991-03-14' }));
    writeFileSync(
      join(where.data, 'vault.db-journal'),
      Buffer.from('00112233445566778899aabbccddeeff', 'hex'),
    );
    const report = await search(recordWith({ answers: GOOD, began: Date.now() - 60_000 }), where);
    expect(report).toMatchObject({ kind: 'searched', hits: 3 });
    expect(JSON.stringify(report)).not.toMatch(/Zephyrina|notes|Preferences|journal|0011/);
  });

  it('finds what an earlier session registered', async () => {
    const where = places();
    const fingerprint = randomBytes(32);
    const record = recordWith({ answers: GOOD, began: 0 });
    const content = { product: 'PDF', windows: [fingerprint] };
    const sealed = sealContent(record.key, APPLICATION, 'windows', content);
    writeFileSync(join(where.data, 'spooled'), Buffer.concat([randomBytes(100), fingerprint]));
    expect(await search(record, where, [sealed])).toMatchObject({ kind: 'searched', windows: 1, hits: 1 });
  });

  it('is void where it cannot know what to look for, or cannot show that it finds', async () => {
    const where = places();
    const record = recordWith({ answers: GOOD });
    expect(await search(record, where, [randomBytes(80)])).toEqual({ kind: 'void' });
    const elsewhere = { ...where, sessionFolder: join(where.data, 'nowhere') };
    expect(await search(record, elsewhere)).toEqual({ kind: 'void' });
  });

  it('leaves out files older than the application, but not when the clock was set back', async () => {
    const where = places();
    const path = join(where.data, 'old');
    writeFileSync(path, GOOD.name);
    utimesSync(path, new Date(2020, 0), new Date(2020, 0));
    // The time of its last change is now; the application began an hour from now, by a clock that was wrong.
    const later = recordWith({ answers: GOOD, began: Date.now() + 3_600_000 });
    expect(await search(later, where)).toMatchObject({ hits: 1 });
  });
});
