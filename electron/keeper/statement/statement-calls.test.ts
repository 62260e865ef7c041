import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { long } from '../../../tests/support/sample.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { allEntriesIn, entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';
import { placeNamed, rowsIn, sectionOf, stateAndSave } from './statement.test-support.ts';

/** No test file stays behind, however a statement ends. */
function expectNothingPlanted(keeper: RunningKeeper): void {
  for (const folder of keeper.services.facts.searchRoots) {
    expect(readdirSync(folder).filter((name) => name.startsWith('statement-control'))).toEqual([]);
  }
}

describe('a custody statement', () => {
  // Also held end to end (tests/e2e/statement.e2e.ts); its figures, by kiosk-in-statement.test.ts.
  long('counts one open application, and then none', async () => {
    const exportFolder = workingFolder();
    const { keeper, core } = await counter({ exportFolder });
    await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    const before = await stateAndSave(next, exportFolder);
    expect(before.statement).toMatchObject({
      search: { kind: 'searched', identifiersFound: 0 },
      applications: [{ custody: 'memory', state: 'draft', applications: 1 }],
      keys: { inMemory: 1, inSlots: 0 },
      wipes: { stopped: { wipes: 0 }, waitingForPrinter: 0, notProven: { wipes: 0, openSteps: [] } },
      staff: { clerk: 1, supervisor: 2, it: 0 },
      ledger: { verdict: { kind: 'holds' }, pending: 0 },
      holds: [],
    });
    expect(rowsIn(before, 'application')).toBe(1);
    const [open] = keeper.services.vault.open();
    if (open === undefined) throw new Error('nothing is open');
    expect(before.text).not.toContain(open.id);
    expect(entriesOf(keeper).at(-1)).toMatchObject({
      kind: 'statement-made',
      statement: before.digest,
      by: before.statement.askedBy.member,
    });
    // Of a kiosk at work nothing is unknown, and what was planted is gone.
    for (const name of ['data', 'volatile'] as const) {
      const { look, known, unknown } = placeNamed(before.statement, name);
      expect([look, known.length > 0, unknown]).toEqual([
        'searched',
        true,
        { files: 0, kinds: [], listed: [] },
      ]);
    }
    expectNothingPlanted(keeper);
    const [vault] = before.statement.databases;
    expect(vault).toMatchObject({ leftInFreePages: 0, fileBytes: vault?.bytes });

    await next.call('open', { by: 'ticket', ticket: open.ticket });
    await next.call('finish', { outcome: 'withdrawn' });
    void next.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    const after = await stateAndSave(await connectCore(keeper), exportFolder);
    expect(after.statement).toMatchObject({
      applications: [],
      keys: { inMemory: 0, inSlots: 0 },
      search: { kind: 'searched' },
    });
    for (const table of ['application', 'sealed_part', 'made_of_applicant', 'wipe', 'room']) {
      expect([table, rowsIn(after, table)]).toEqual([table, 0]);
    }
    expect(readdirSync(exportFolder)).toHaveLength(2);
  });

  it('lists by kind, and never by name, what somebody put into its folders', async () => {
    const dataFolder = workingFolder();
    const exportFolder = workingFolder();
    const { keeper } = await counter({ dataFolder });
    await keeper.stop();
    copyFileSync(join(dataFolder, 'vault.db'), join(dataFolder, 'Quillobert.old'));
    copyFileSync(join(dataFolder, 'ledger.db'), join(dataFolder, 'ledger.db.1'));
    mkdirSync(join(dataFolder, 'kept'));
    const dump = Buffer.alloc(4_096);
    dump.set(Buffer.from('7f454c46', 'hex'));
    dump[16] = 4;
    writeFileSync(join(dataFolder, 'kept', 'core'), dump);
    writeFileSync(
      join(dataFolder, 'kept', 'backup.tar'),
      Buffer.concat([Buffer.alloc(700, 1), readFileSync(join(dataFolder, 'vault.db'))]),
    );
    writeFileSync(join(dataFolder, 'other.db-journal'), 'left');
    const { core } = await counter({ dataFolder, exportFolder });
    const { statement, text } = await stateAndSave(core, exportFolder);
    const { unknown } = placeNamed(statement, 'data');
    expect(unknown.files).toBe(5);
    expect(unknown.listed.map(({ kind }) => kind).toSorted()).toEqual([
      'core-dump',
      'journal',
      'ledger-copy',
      'other',
      'vault-copy',
    ]);
    expect(statement.search).toMatchObject({ kind: 'searched', databasesInside: 1 });
    expect(text).not.toContain('Quillobert');
  });

  it('sees a copy in places that others use as well, whatever its name', async () => {
    const [memory, temporary, exportFolder, dataFolder] = Array.from({ length: 4 }, workingFolder);
    if (dataFolder === undefined || temporary === undefined || memory === undefined) throw new Error('none');
    const { core } = await counter({
      ...{ dataFolder, exportFolder },
      sharedFolders: { memory: [memory], temporary },
    });
    const places = { 'shared-memory': memory, temporary, exports: exportFolder ?? '' } as const;
    for (const folder of Object.values(places)) {
      mkdirSync(join(folder, 'Quillobert'));
      copyFileSync(join(dataFolder, 'vault.db'), join(folder, 'Quillobert', 'x'));
      // Longer than what is read of a file with a name that says nothing.
      // More than are listed one by one, and all of them before it in the folder or behind.
      for (let at = 0; at < 250; at += 1) writeFileSync(join(folder, `${at < 125 ? 'a' : 'z'}${at}`), 'text');
      writeFileSync(
        join(folder, 'core'),
        Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(90_000, 4)]),
      );
    }
    const { statement, text } = await stateAndSave(core, exportFolder ?? '');
    for (const name of ['shared-memory', 'temporary', 'exports'] as const) {
      const { look, unknown } = placeNamed(statement, name);
      expect([look, unknown.kinds]).toEqual([
        'searched',
        [
          { kind: 'vault-copy', files: 1 },
          { kind: 'core-dump', files: 1 },
          { kind: 'text', files: 250 },
        ],
      ]);
      expect(unknown.listed.map(({ kind }) => kind).slice(0, 3)).toEqual(['vault-copy', 'core-dump', 'text']);
      expect(unknown.listed).toHaveLength(102);
    }
    // Each copy and each memory dump.
    expect(statement.search).toMatchObject({ kind: 'searched', inPart: 6 });
    expect(text).not.toContain('Quillobert');
  });

  it('takes no file of the kiosk’s own for one that somebody put there', async () => {
    const [dataFolder, exportFolder] = [workingFolder(), workingFolder()];
    const { keeper, core } = await counter({ dataFolder, exportFolder });
    // As while a name is searched for.
    for (const name of ['searches.json', 'searches.json.next', 'productions.json'])
      writeFileSync(join(dataFolder, name), '{}');
    // As while files did not fit together.
    writeFileSync(join(dataFolder, 'holds.json'), '{}');
    await core.call('signIn', SUPERVISOR);
    const entries = entriesOf(keeper).length;
    expect(await core.call('exportLedger', { format: 'csv' })).toMatchObject({ ok: true });
    expect(await core.call('exportStatistics', { by: 'week' })).toMatchObject({ ok: true });
    expect(entriesOf(keeper)).toHaveLength(entries);
    writeFileSync(
      join(exportFolder, 'counterfoil-record-search-0f1e2d3c-2026-11-28-00aa11bb22cc.json'),
      '{}',
    );
    writeFileSync(join(exportFolder, 'counterfoil-checkpoint-0f1e2d3c-2026-11-28-9.json.part'), '{');
    const made = await stateAndSave(core, exportFolder);
    const { statement } = made;
    // Made, and saved without another entry; so it says which files the ledger can't count.
    expect(entriesOf(keeper)).toHaveLength(entries + 1);
    expect(sectionOf(made, 'Ledger')).toContain(
      'Saved to a USB drive without an entry, and not counted here: ledger exports, statistics, custody statements, health records, and answers of name searches.',
    );
    for (const [name, kinds] of [
      ['data', ['record-process-record', 'hold-record']],
      ['exports', ['ledger-export', 'statistics-export', 'record-search-answer', 'unfinished-export']],
    ] as const) {
      const { known, unknown } = placeNamed(statement, name);
      expect(unknown).toEqual({ files: 0, kinds: [], listed: [] });
      expect(known.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
    }
  });

  it('says so where nothing is suspended, no counter’s day is open, and no order was ever carried out', async () => {
    const exportFolder = workingFolder();
    const { core } = await counter({ exportFolder });
    const { statement } = await stateAndSave(core, exportFolder);
    expect(statement.settings).toMatchObject({
      ...{ suspended: [], counterDay: null, packUp: 'no', residents: 'off', newestOrder: 0 },
    });
  });

  it('is not made while something is erased, and leaves nothing half done', async () => {
    const { keeper, core } = await counter();
    await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    const next = await connectCore(keeper);
    await next.call('signIn', SUPERVISOR);
    const entries = entriesOf(keeper).length;
    expect(await next.call('makeStatement', {})).toEqual({
      ok: false,
      error: { kind: 'no-statement', why: 'erasing' },
    });
    expect(entriesOf(keeper)).toHaveLength(entries);
    expectNothingPlanted(keeper);
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    expect(await next.call('makeStatement', {})).toMatchObject({ ok: true });
  });

  it('lets a clerk begin an application while it is made, and counts that one', async () => {
    const exportFolder = workingFolder();
    const { core } = await counter({ exportFolder });
    for (let at = 0; at < 400; at += 1) writeFileSync(join(exportFolder, `copy ${at}.txt`), 'text');
    await core.call('signIn', SUPERVISOR);
    const order: string[] = [];
    const made = core.call('makeStatement', {}).then((answer) => {
      order.push('made');
      return answer;
    });
    expect(await core.call('create', {})).toMatchObject({ ok: true });
    order.push('begun');
    const answer = await made;
    expect(order).toEqual(['begun', 'made']);
    if (!answer.ok) throw new Error(answer.error.kind);
    const open = answer.value.paper.sections.find(({ label }) => label === 'Open applications');
    expect(open?.rows[0]).toEqual({ label: 'Open applications', value: '1' });
  });

  it('is made while a wipe has failed, and says which step is open', async () => {
    const exportFolder = workingFolder();
    const { keeper, core } = await counter({ exportFolder });
    await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: { ...CLEAN, hits: 2 } });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('searched'));
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    const { statement } = await stateAndSave(await connectCore(keeper), exportFolder);
    expect(statement.wipes).toMatchObject({ stopped: { wipes: 0 }, notProven: { wipes: 1 } });
    expect(statement.wipes.notProven.openSteps).toContainEqual({ step: 'searched', wipes: 1 });
  });

  it('says at which ledger entry a hold was set', async () => {
    const exportFolder = workingFolder();
    const { keeper, core } = await counter({ exportFolder });
    await core.call('signIn', SUPERVISOR);
    await core.call('setHold', { reason: 'subpoena', tickets: null });
    const { statement } = await stateAndSave(core, exportFolder);
    const entries = allEntriesIn(keeper.services.ledger);
    const sequence = entries.findIndex(({ kind }) => kind === 'hold-set') + 1;
    expect(statement.holds).toMatchObject([{ scope: 'all', reason: 'subpoena', sequence, frozen: 0 }]);
    expect(statement.ledger.entries).toBeGreaterThanOrEqual(sequence);
  });

  it('is written whole or not at all: a stick that is gone leaves no file, and another try succeeds', async () => {
    const exportFolder = workingFolder();
    const { core } = await counter({ exportFolder });
    await core.call('signIn', SUPERVISOR);
    const made = await core.call('makeStatement', {});
    if (!made.ok) throw new Error(made.error.kind);
    const { digest } = made.value;
    rmSync(exportFolder, { recursive: true });
    expect(await core.call('saveStatement', { digest })).toEqual({
      ok: false,
      error: { kind: 'no-export-folder' },
    });
    mkdirSync(exportFolder);
    expect(await core.call('saveStatement', { digest })).toMatchObject({ ok: true });
    expect(readdirSync(exportFolder)).toEqual([expect.stringMatching(/^counterfoil-statement-.*\.json$/)]);
    expect(await core.call('saveStatement', { digest: '0'.repeat(64) })).toMatchObject({ ok: false });
  });

  it('is not made in practice: nobody there is somebody whom it could be about', async () => {
    const { keeper, core } = await counter();
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('beginPractice', {})).toMatchObject({ ok: true });
    const entries = entriesOf(keeper).length;
    expect(await core.call('makeStatement', {})).toEqual({
      ok: false,
      error: { kind: 'no-statement', why: 'in-practice' },
    });
    expect(entriesOf(keeper)).toHaveLength(entries);
    expect(await core.call('endPractice', {})).toMatchObject({ ok: true });
    expect(await core.call('makeStatement', {})).toMatchObject({ ok: true });
  });

  it('is a supervisor’s act, and one at a time', async () => {
    const { core } = await counter();
    expect(await core.call('makeStatement', {})).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    await core.call('signIn', SUPERVISOR);
    const both = await Promise.all([core.call('makeStatement', {}), core.call('makeStatement', {})]);
    expect(both.map((each) => each.ok).toSorted()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, error: { kind: 'no-statement', why: 'under-way' } });
    expect(await core.call('printStatement', { digest: '0'.repeat(64) })).toMatchObject({ ok: false });
  });
});
