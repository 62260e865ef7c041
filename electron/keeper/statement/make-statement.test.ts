import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import { holdId } from '../../../shared/contract/ids.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { statementSchema } from '../../../shared/statement/statement.ts';
import { issuedEntries, kioskKey, samplesFor } from '../ledger/ledger.test-support.ts';
import { sha256 } from '../ledger/signatures.ts';
import { begin } from '../vault/vault.test-support.ts';
import { obstacleNow, type StatementPort } from './make-statement.ts';
import { ASKED_BY, FACTS, madeFrom, NOON, statementStage } from './statement-stage.test-support.ts';

const SAMPLES = samplesFor(kioskKey);
const refused = (error: string) => ({ ok: false, error });

/** What is said, as a reader of its file has it. */
async function statementFrom(port: StatementPort) {
  const made = await madeFrom(port);
  if (!made.ok) throw new Error(made.error);
  return statementSchema.parse(made.value);
}

/** Something happens after the files were searched, and before anything else is looked at. */
function onceSearched(port: StatementPort, act: () => void): StatementPort {
  return {
    ...port,
    async search(...asked) {
      const found = await port.search(...asked);
      act();
      return found;
    },
  };
}

it('says what each feature says of itself, and what the vault, the ledger and the files hold', async () => {
  const { port, vault, ledger, folders } = statementStage();
  const { id } = begin(vault, '2026-11-24', NOON);
  const set = SAMPLES.findIndex(({ kind }) => kind === 'hold-set');
  const entered = SAMPLES[set];
  const [first, second] = FACTS.holds;
  if (entered?.kind !== 'hold-set' || first === undefined || second === undefined) throw new Error('no hold');
  const holds = [{ ...first, hold: holdId.parse(entered.hold) }, second];
  const statement = await statementFrom({ ...port, facts: () => ({ ...FACTS, holds }) });
  const { made, kiosk, program, settings, staff, recovery, ribbons, printers, jobs, doctor } = FACTS;
  expect(statement).toMatchObject({
    made,
    kiosk,
    program,
    settings,
    staff,
    recovery,
    ribbons,
    printers,
    jobs,
    doctor,
  });
  expect(statement).toMatchObject({
    askedBy: ASKED_BY,
    policy: { ...FACTS.policy, inForce: { sequence: expect.any(Number) } },
    ledger: {
      entries: SAMPLES.length,
      head: ledger.head()?.hash,
      key: hexOfBytes(sha256(kioskKey.publicKey)),
      verdict: { kind: 'holds' },
      pending: 2,
      checkpoints: { onDaySheets: 1, onStick: 0 },
    },
    search: { kind: 'searched', identifiersFound: 0 },
    applications: [{ custody: 'memory', state: 'draft', applications: 1 }],
    keys: { inMemory: 1, inSlots: 0 },
    // One is in the ledger, and of the other the entry was not found.
    holds: [{ sequence: set + 1 }, { sequence: null }],
  });
  const rows = (tables: readonly { readonly table: string; readonly rows: number }[], table: string) =>
    tables.find((each) => each.table === table)?.rows;
  const { tables, databases } = statement;
  expect([rows(tables.vault, 'application'), rows(tables.vault, 'wipe')]).toEqual([1, 0]);
  expect(rows(tables.ledger, 'entries')).toBe(SAMPLES.length);
  expect(databases.map(({ file }) => file)).toEqual(['vault', 'ledger']);
  // An identifier that lies where it does not belong is counted, and stands nowhere.
  writeFileSync(join(folders.temporary, 'left.txt'), `kept: ${id}`);
  const next = await statementFrom(port);
  expect(next.search).toMatchObject({ kind: 'searched', identifiersFound: 1 });
  expect(JSON.stringify(next)).not.toContain(id);
});

it('looks for the identifier of each application that is still here, also of one whose erasure stands still, and of none that is gone', async () => {
  const { port, vault, folders } = statementStage();
  const wipe = { custody: 'memory', driver: 'virtual', counted: null, day: '2026-11-24' } as const;
  const { id } = begin(vault, '2026-11-24', NOON);
  vault.beginWipe(id, wipingAs('withdrawn'), wipe);
  writeFileSync(join(folders.temporary, 'left.txt'), `kept: ${id}`);
  const found = async () => {
    const { search } = await statementFrom(port);
    return search.kind === 'searched' ? search.identifiersFound : null;
  };
  expect(await found()).toBe(1);
  const [row] = vault.wipes.all();
  if (row === undefined) throw new Error('no wipe');
  // The row is still here, without its key.
  vault.wipes.update({ ...row, done: ['key-destroyed'] });
  expect(await found()).toBe(1);
  vault.wipes.update({ ...row, done: ['key-destroyed', 'rows-deleted'] });
  expect(await found()).toBe(0);
});

describe('is of one moment', () => {
  it('with what the ledger was told while the files were searched, and until the last look at it', async () => {
    const { port, ledger } = statementStage();
    const [one, other] = issuedEntries(2);
    if (one === undefined || other === undefined) throw new Error('no entries');
    let looks = 0;
    const statement = await statementFrom({
      ...onceSearched(port, () => ledger.append(one)),
      obstacle() {
        looks += 1;
        // The pass through the ledger is over by now.
        if (looks === 2) ledger.append(other);
        return null;
      },
    });
    const { entries, head, kinds } = statement.ledger;
    expect([entries, head]).toEqual([SAMPLES.length + 2, ledger.head()?.hash]);
    expect(kinds.reduce((sum, kind) => sum + kind.entries, 0)).toBe(entries);
  });

  it('so none is made where an application ended while the kiosk searched, in whatever way', async () => {
    const { port, vault } = statementStage();
    const gone = begin(vault, '2026-11-24', NOON).id;
    expect(await madeFrom(onceSearched(port, () => vault.remove(gone)))).toEqual(refused('ended-meanwhile'));
    const wiped = begin(vault, '2026-11-24', NOON).id;
    const wipe = { custody: 'memory', driver: 'virtual', counted: null, day: '2026-11-24' } as const;
    const beginWipe = () => void vault.beginWipe(wiped, wipingAs('issued'), wipe);
    expect(await madeFrom(onceSearched(port, beginWipe))).toEqual(refused('ended-meanwhile'));
    const [open] = vault.wipes.all();
    if (open === undefined) throw new Error('no wipe');
    expect(await madeFrom(onceSearched(port, () => vault.wipes.remove(open.id)))).toEqual(
      refused('ended-meanwhile'),
    );
  });

  it('and one that began meanwhile is counted', async () => {
    const { port, vault } = statementStage();
    const statement = await statementFrom(onceSearched(port, () => void begin(vault, '2026-11-24', NOON)));
    expect(statement.applications).toEqual([{ custody: 'memory', state: 'draft', applications: 1 }]);
  });

  it('but not said to have been searched for: that is told of those that were here when the search began', async () => {
    const { port, vault, folders } = statementStage();
    begin(vault, '2026-11-24', NOON);
    const statement = await statementFrom(
      onceSearched(port, () => {
        const { id } = begin(vault, '2026-11-24', NOON);
        // Nobody looks for it any more.
        writeFileSync(join(folders.temporary, 'left.txt'), `kept: ${id}`);
      }),
    );
    expect(statement.applications).toEqual([{ custody: 'memory', state: 'draft', applications: 2 }]);
    expect(statement.search).toMatchObject({ identifiersSearched: 1, identifiersFound: 0 });
    // The control: the next one searches for both.
    const next = await statementFrom(port);
    expect(next.search).toMatchObject({ identifiersSearched: 2, identifiersFound: 1 });
  });
});

describe('where it may not be made', () => {
  it('nothing is searched', async () => {
    const { port } = statementStage();
    let searches = 0;
    const counted: StatementPort = {
      ...port,
      search(...asked) {
        searches += 1;
        return port.search(...asked);
      },
    };
    expect(await madeFrom({ ...counted, obstacle: () => 'in-practice' })).toEqual(refused('in-practice'));
    expect(searches).toBe(0);
    // The control: where nothing is in the way it is.
    expect((await madeFrom(counted)).ok).toBe(true);
    expect(searches).toBe(1);
  });

  it('any more, since practice began while the kiosk searched, it is not', async () => {
    const { port } = statementStage();
    let isPracticing = false;
    const began = onceSearched(port, () => {
      isPracticing = true;
    });
    expect(await madeFrom({ ...began, obstacle: () => (isPracticing ? 'in-practice' : null) })).toEqual(
      refused('in-practice'),
    );
  });

  it('because the kiosk is closing, it stops', async () => {
    const late = statementStage();
    expect(await madeFrom(onceSearched(late.port, () => late.closing.abort()))).toEqual(refused('stopped'));
    const { port, closing, folders } = statementStage();
    closing.abort();
    expect(await madeFrom(port)).toEqual(refused('stopped'));
    expect([...readdirSync(folders.data), ...readdirSync(folders.volatile)].join()).not.toContain('control');
  });
});

it('nothing that was planted stays where the search fails', async () => {
  const { searching, searchedBy, folders } = statementStage();
  const planted: string[] = [];
  const all = () => {
    planted.push(...readdirSync(folders.data), ...readdirSync(folders.volatile));
    throw new Error('the places are not known');
  };
  const port = searchedBy({ ...searching, places: { ...searching.places, all } });
  await expect(madeFrom(port)).rejects.toThrow('the places are not known');
  expect(planted.filter((name) => name.startsWith('statement-control'))).toHaveLength(2);
  expect(readdirSync(folders.volatile)).toEqual([]);
  expect(readdirSync(folders.data).join()).not.toContain('control');
});

it('in practice and while something is erased none is made; an erasure that failed waits for a person', () => {
  const now = (isPracticing: boolean, isBusy: boolean, failure: unknown) =>
    obstacleNow({
      kiosk: { isPracticing: () => isPracticing },
      wipes: { busy: () => isBusy, failure: () => failure },
    });
  expect(now(true, false, null)).toBe('in-practice');
  expect(now(false, true, null)).toBe('erasing');
  expect(now(false, true, { step: 'searched' })).toBeNull();
  expect(now(false, false, null)).toBeNull();
});
