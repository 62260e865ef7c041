import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reached, wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import { APPLICATION_STATE_TEXTS, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import { sealedColumns } from '../../../shared/contract/application/application-snapshot.ts';
import { applicationId, jobId, ticket } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openVault } from './open-vault.test-support.ts';
import type { WipeRow } from './rows.ts';
import { begin, newVault, setUpKiosk } from './vault.test-support.ts';

const DAY = '2026-11-24';
const NOON = Date.UTC(2026, 10, 24, 12, 0, 31, 7);
const stranger = applicationId.parse('f'.repeat(32));
const newJob = () => jobId.parse(randomBytes(16).toString('hex'));

describe('tickets', () => {
  it('count from 1 every day', () => {
    const vault = newVault();
    expect([1, 2, 3].map(() => begin(vault, DAY, NOON).ticket)).toEqual([1, 2, 3]);
    vault.remove(begin(vault, DAY, NOON).id);
    for (const { id } of vault.open()) vault.remove(id);
    expect(begin(vault, DAY, NOON).ticket).toBe(5);
    for (const { id } of vault.open()) vault.remove(id);
    expect(begin(vault, '2026-11-25', NOON).ticket).toBe(1);
  });

  it('never name two open applications, also when some stay open over midnight', () => {
    const vault = newVault();
    const yesterday = [1, 2, 3].map(() => begin(vault, DAY, NOON));
    vault.remove(yesterday[0]?.id ?? stranger);
    const today = [1, 2].map(() => begin(vault, '2026-11-25', NOON));
    expect(today.map((row) => row.ticket)).toEqual([1, 4]);
    for (const { id, ticket } of vault.open()) expect(vault.findByTicket(ticket)?.id).toBe(id);
    expect(vault.open()).toHaveLength(4);
  });

  it('outlive a restart of the keeper', () => {
    const path = join(workingFolder(), 'vault.db');
    const first = openVault(path);
    if (!first.ok) throw new Error('no vault');
    setUpKiosk(first.value);
    begin(first.value, DAY, NOON);
    first.value.database.close();
    expect(begin(newVault(path), DAY, NOON).ticket).toBe(2);
  });
});

describe('an application in the vault', () => {
  it('begins at a whole minute, with a random id and nothing else', () => {
    const vault = newVault();
    const one = begin(vault, DAY, NOON);
    const other = begin(vault, DAY, NOON);
    expect(one.began).toBe(Date.UTC(2026, 10, 24, 12, 0));
    expect(one.id).not.toBe(other.id);
    const { id: _id, ticket: _ticket, day, began: _began, state, attempts, policy, ...parts } = one;
    expect({ day, state, attempts }).toEqual({ day: DAY, state: 'draft', attempts: 0 });
    expect(policy).toMatch(/^[0-9a-f]{64}$/);
    const { began_elapsed: elapsed, ...sealed } = parts;
    expect(elapsed).toBe(0);
    expect(new Set(Object.values(sealed))).toEqual(new Set([null]));
  });

  it('keeps each sealed column apart, and forgets one that is set to nothing', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    fc.assert(
      fc.property(
        fc.constantFrom(...sealedColumns),
        fc.option(fc.uint8Array({ maxLength: 100_000, size: 'max' })),
        (column, sealed) => {
          const before = vault.find(id);
          vault.store(id, column, sealed);
          const after = vault.find(id);
          expect(after).toEqual({ ...before, [column]: sealed === null ? null : Buffer.from(sealed) });
        },
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 40 : 12 },
    );
  });

  it('keeps every state that exists', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    for (const text of APPLICATION_STATE_TEXTS) {
      const state = parseApplicationState(text);
      if (!state.ok) throw new Error('a state that nobody knows');
      vault.setState(id, reached(state.value));
      expect(vault.find(id)?.state).toBe(text);
    }
  });

  it('counts the jobs, each with an empty tray', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    vault.beginJob(id, newJob());
    vault.store(id, 'tray', randomBytes(9));
    vault.setStage(id, 'in-tray');
    const again = newJob();
    vault.beginJob(id, again);
    expect(vault.find(id)).toMatchObject({ attempts: 2, tray: null, stage: 'waiting', job: again });
  });

  it('goes with all that was made of it, and only of it', () => {
    const vault = newVault();
    const one = begin(vault, DAY, NOON);
    const other = begin(vault, DAY, NOON);
    vault.addMade(one.id, randomBytes(40));
    vault.addMade(other.id, Buffer.from('kept'));
    vault.remove(one.id);
    expect(vault.find(one.id)).toBeNull();
    expect(vault.made(one.id)).toEqual([]);
    expect(vault.made(other.id)).toEqual([Buffer.from('kept')]);
    expect(vault.database.prepare('SELECT count(*) AS rows FROM made_of_applicant').get()).toEqual({
      rows: 1,
    });
  });

  it('must be there to be written to', () => {
    const vault = newVault();
    expect(() => vault.store(stranger, 'answers', null)).toThrow('no such application');
    expect(() => vault.store(stranger, 'answers', randomBytes(1))).toThrow('no such application');
    expect(() => vault.setState(stranger, reached({ kind: 'draft' }))).toThrow('no such application');
    expect(() => vault.setLookUp(stranger, randomBytes(1))).toThrow('no such application');
    expect(() => vault.beginJob(stranger, newJob())).toThrow('no such application');
    expect(() => vault.setStage(stranger, null)).toThrow('no such application');
    expect(() => vault.addMade(stranger, randomBytes(1))).toThrow();
    expect(vault.open()).toEqual([]);
  });

  it('in a state that nobody knows is damage, never a draft', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    vault.database.prepare("UPDATE application SET state = 'finished'").run();
    expect(() => vault.find(id)).toThrow();
    expect(() => vault.open()).toThrow();
  });
});

describe('the begin of a wipe', () => {
  it('is one transaction: state and wipe row, or neither', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    vault.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON wipe BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() =>
      vault.beginWipe(id, wipingAs('issued'), {
        custody: 'memory',
        driver: 'virtual',
        counted: null,
        day: DAY,
      }),
    ).toThrow('disk full');
    expect(vault.find(id)?.state).toBe('draft');
    vault.database.exec('DROP TRIGGER full');
    vault.beginWipe(id, wipingAs('issued'), {
      custody: 'memory',
      driver: 'virtual',
      counted: null,
      day: DAY,
    });
    expect(vault.find(id)?.state).toBe('wiping-issued');
    expect(vault.wipes.of(id)).toMatchObject({
      outcome: 'issued',
      day: DAY,
      done: [],
      search: null,
    });
  });

  it('takes the application out of every list', () => {
    const vault = newVault();
    const wiped = begin(vault, DAY, NOON);
    const kept = begin(vault, DAY, NOON);
    vault.beginWipe(wiped.id, wipingAs('withdrawn'), {
      custody: 'memory',
      driver: 'virtual',
      counted: null,
      day: DAY,
    });
    expect(vault.open().map(({ id }) => id)).toEqual([kept.id]);
    expect(vault.findByTicket(wiped.ticket)).toBeNull();
    expect(vault.findByTicket(ticket.parse(99))).toBeNull();
    expect(vault.findByTicket(kept.ticket)?.id).toBe(kept.id);
  });

  it('needs an application', () => {
    const vault = newVault();
    expect(() =>
      vault.beginWipe(stranger, wipingAs('issued'), {
        custody: 'memory',
        driver: 'virtual',
        counted: null,
        day: DAY,
      }),
    ).toThrow('no such application');
    expect(vault.wipes.all()).toEqual([]);
  });
});

describe('a wipe row', () => {
  it('keeps what is done, found and ended, until it is removed', () => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    vault.beginWipe(id, wipingAs('expired'), {
      custody: 'memory',
      driver: 'virtual',
      counted: null,
      day: DAY,
    });
    const row = vault.wipes.of(id);
    const later: WipeRow = {
      ...row,
      done: ['key-destroyed', 'rows-deleted'],
      search: { kind: 'void' },
      spool: 'not-proven',
      selections: 'kept',
    };
    vault.wipes.update(later);
    expect(vault.wipes.all()).toEqual([later]);
    vault.wipes.remove(row.id);
    expect(vault.wipes.all()).toEqual([]);
  });

  it.each([
    ['done', '["all"]'],
    ['search', '{"kind":"searched"}'],
    ['selections', '"full"'],
    ['outcome', 'lost'],
    ['done', 'not json'],
  ])('with %s = %s is damage and is not believed', (column, text) => {
    const vault = newVault();
    const { id } = begin(vault, DAY, NOON);
    vault.beginWipe(id, wipingAs('issued'), {
      custody: 'memory',
      driver: 'virtual',
      counted: null,
      day: DAY,
    });
    expect(vault.wipes.all()).toHaveLength(1);
    vault.database.prepare(`UPDATE wipe SET ${column} = ?`).run(text);
    expect(() => vault.wipes.all()).toThrow();
  });
});

it('a removed application leaves none of its bytes in the closed file', () => {
  const path = join(workingFolder(), 'vault.db');
  const opened = openVault(path);
  if (!opened.ok) throw new Error('no vault');
  setUpKiosk(opened.value);
  const wiped = begin(opened.value, DAY, NOON);
  const kept = begin(opened.value, DAY, NOON);
  const gone = randomBytes(60_000);
  const stays = randomBytes(60_000);
  opened.value.store(wiped.id, 'photo', gone);
  opened.value.store(kept.id, 'photo', stays);
  opened.value.remove(wiped.id);
  opened.value.database.close();
  const file = readFileSync(path);
  // Overflow pages hold about 4 kB each: a piece from the middle of one is looked for.
  expect(file.includes(stays.subarray(30_000, 30_032))).toBe(true);
  for (let at = 0; at + 32 <= gone.byteLength; at += 1000) {
    expect(file.includes(gone.subarray(at, at + 32))).toBe(false);
  }
});

it('a new vault is a file and its journal, and nobody else on the machine may read them', () => {
  const folder = workingFolder();
  begin(newVault(join(folder, 'vault.db')), DAY, NOON);
  const files = readdirSync(folder).toSorted();
  expect(files).toEqual(['vault.db', 'vault.db-journal']);
  for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});
