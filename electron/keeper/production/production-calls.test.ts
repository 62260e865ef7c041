import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import {
  type ProductionOrder,
  type ProductionReport,
  productionActs,
  recipient,
} from '../../../shared/contract/command/production.ts';
import { applicationId, holdId } from '../../../shared/contract/ids.ts';
import { productionManifest } from '../../../shared/production/manifest.ts';
import { ok } from '../../../shared/result.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { A_SUPERVISOR, ANOTHER, staffStage } from '../staff/actor.test-support.ts';
import type { HeldAsItWas } from '../staff/approvals.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createHeldRecords } from './held-record.ts';
import { productionCalls } from './production-calls.ts';
import { createProductionEntries } from './production-entries.ts';
import { sealHeld } from './seal-held.ts';
import { unfinishedCalls } from './unfinished-calls.ts';
import { createUnfinishedProductions, tellUnfinished } from './unfinished-productions.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const RECIPIENT = recipient.parse('age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj');
const OTHER = recipient.parse('age127h0hekhs9t2y05mk5e7783u0negjeme6t9jtrw2cj6a9xhq94tsqezs9q');
const SEALED = Buffer.from('age-encryption.org/v1 and ciphertext');

/** A supervisor's calls on a real vault with one frozen application. `process`: what opens it, in its place. */
function stage(process: (order: ProductionOrder) => Promise<ProductionReport | null>) {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const { outbox, entries } = outboxOn(vault, testClock({ now: NOON }));
  const unfinishedProductions = createUnfinishedProductions(vault.database);
  const held = begin(vault, '2026-11-24', NOON);
  const hold = holds.set({
    ...{ scope: 'tickets', reason: 'court-order', since: NOON, by: A_SUPERVISOR.name },
    applications: [held.id],
  });
  const exportFolder = mkdtempSync(join(workingFolder(), 'stick-'));
  const key = randomGuardedKey();
  let isPracticing = false;
  let drive: string | null = exportFolder;
  let waiting: () => number = () => 0;
  let signing = (): void => undefined;
  let told = 0;
  const stop = new AbortController();
  const closing = stop.signal;
  const noted = { unfinishedProductions, outbox: { ...outbox, waiting: () => waiting() } };
  const productionEntries = createProductionEntries({
    ...noted,
    ledger: { head: () => ({ sequence: 1, hash: 'a'.repeat(64) }) },
    facts: { build: 'evaluation' },
    signingKey() {
      signing();
      return key;
    },
  });
  const screens = {
    refresh() {
      told += 1;
    },
  };
  const sealing = {
    policies: { find: () => null },
    productionProcesses: { run: process, endAll: async () => true },
    closing,
  };
  const calls = {
    ...productionCalls({
      ...{ staff: people.staff, productionEntries, screens, closing },
      get exportFolder() {
        return drive;
      },
      heldRecords: createHeldRecords({ vault, holds, custody: { open: () => ok(new Uint8Array(32)) } }),
      kiosk: { isPracticing: () => isPracticing, read: () => ({ ...KIOSK }) },
      sealHeld: (record, about) => sealHeld(sealing, record, about),
    }),
    ...unfinishedCalls({ ...noted, screens }),
  };
  const act = { ticket: held.ticket, recipient: RECIPIENT };
  const approved = { ...ANOTHER, act: 'produceRecord', ...act } as const;
  /** `asked`: in the place of what was approved; `agreed`: approved in the place of this one. */
  const produce = (about: HeldAsItWas | null = { application: held.id, hold }, asked = act, agreed = act) =>
    calls.produceRecord(asked, { ...approved, ...agreed, about });
  return {
    ...{ vault, calls, held, holds, hold, entries, produce, unfinishedProductions, exportFolder },
    told: () => told,
    /** The keeper begins to stop. */
    close: () => stop.abort(),
    /** Once the ledger has its entry, and before the first byte of the file. */
    whenEntered(run: () => void) {
      signing = run;
    },
    outbox,
    files: () => readdirSync(exportFolder),
    read: (name: string) => readFileSync(join(exportFolder, name), 'utf8'),
    practice: () => {
      isPracticing = true;
    },
    /** Where a drive is, or would be. */
    drive(folder: string | null) {
      drive = folder;
    },
    /** How many entries the ledger does not take, each time that somebody asks. */
    refuseEntries(...counts: number[]) {
      waiting = () => counts.shift() ?? 0;
    },
  };
}

const KIOSK = { identifier: 'b'.repeat(32), name: 'Counter 3', custody: 'memory' } as const;
const refused = (kind: string) => ({ ok: false, error: { kind } });

it('who was approved, who is in the ledger, in the manifest and on the screen is one recipient', async () => {
  const sealedTo: string[] = [];
  const on = stage(async ({ recipient: whose }) => {
    sealedTo.push(whose);
    return { kind: 'sealed', package: SEALED };
  });
  const other = { ticket: on.held.ticket, recipient: OTHER };
  expect(await on.produce(undefined, other)).toEqual(refused('not-allowed'));
  expect([sealedTo, on.files(), on.entries()]).toEqual([[], [], []]);
  const produced = await on.produce();
  if (!produced.ok) throw new Error('it was not produced');
  const manifest = productionManifest.parse(JSON.parse(on.read(produced.value.manifest)));
  const whose = hash('sha256', RECIPIENT, 'hex');
  expect(on.entries()).toMatchObject([{ kind: 'record-produced', recipient: whose }]);
  expect(manifest).toMatchObject({ recipient: RECIPIENT, recipientHash: whose });
  expect(sealedTo).toEqual([RECIPIENT]);
  expect(produced.value.fingerprint.replaceAll(' ', '')).toBe(whose.slice(0, 32));
});

it('an approval is of one application under one hold, whatever else has its ticket afterwards', async () => {
  const on = stage(async () => ({ kind: 'sealed', package: SEALED }));
  const { id: application } = on.held;
  for (const about of [
    { application: applicationId.parse('e'.repeat(32)), hold: on.hold },
    { application, hold: holdId.parse('f'.repeat(32)) },
    // No hold had frozen it when it was approved.
    null,
  ])
    expect(await on.produce(about)).toEqual(refused('not-allowed'));
  expect([on.files(), on.entries()]).toEqual([[], []]);
  // The control: this one.
  expect((await on.produce({ application, hold: on.hold })).ok).toBe(true);
});

const sealing = async (): Promise<ProductionReport> => ({ kind: 'sealed', package: SEALED });
const PACKAGE = hash('sha256', SEALED, 'hex');

it('a recipient’s file on the drive is read, whatever is said around the key', () => {
  const on = stage(sealing);
  writeFileSync(join(on.exportFolder, 'recipient.txt'), `# for counsel\n${RECIPIENT}\n`);
  expect(on.calls.checkRecipient({ typed: null })).toMatchObject({
    ok: true,
    value: { recipient: RECIPIENT },
  });
});

it('an application that began under a hold is refused until a hold on its ticket freezes it, and then produced', async () => {
  const on = stage(sealing);
  const set = { reason: 'subpoena', since: NOON, by: A_SUPERVISOR.name } as const;
  const everything = on.holds.set({ ...set, scope: 'all', applications: [on.held.id] });
  const later = begin(on.vault, '2026-11-24', NOON);
  expect(on.holds.verdict(later.id, null).kind).toBe('kept');
  const asked = { ticket: later.ticket, recipient: RECIPIENT };
  for (const about of [null, { application: later.id, hold: everything }])
    expect(await on.produce(about, asked, asked)).toEqual(refused('not-held'));
  expect([on.files(), on.entries()]).toEqual([[], []]);
  on.holds.set({ ...set, scope: 'tickets', since: NOON + 1, applications: [later.id] });
  // Of the holds that keep it, the oldest is the one that it is produced under.
  expect(await on.produce({ application: later.id, hold: everything }, asked, asked)).toMatchObject({
    ok: true,
  });
  expect(on.files()).toHaveLength(2);
});

it('nothing is told, or written into the folder of a drive that was taken away while it was sealed', async () => {
  const on = stage(async () => {
    on.drive('/media');
    return sealing();
  });
  expect(await on.produce()).toEqual(refused('no-export-folder'));
  expect([on.files(), on.entries()]).toEqual([[], []]);
});

it('what no hold keeps is refused, and so is everything where no drive is', async () => {
  const on = stage(sealing);
  const free = begin(on.vault, '2026-11-24', NOON);
  const asked = { ticket: free.ticket, recipient: RECIPIENT };
  expect(await on.produce(null, asked, asked)).toEqual(refused('not-held'));
  // The second: a folder for drives, and none is mounted there.
  for (const folder of [null, '/media']) {
    on.drive(folder);
    expect(await on.produce()).toEqual(refused('no-export-folder'));
    expect(await on.calls.checkRecipient({ typed: null })).toEqual(refused('no-export-folder'));
  }
  expect([on.files(), on.entries()]).toEqual([[], []]);
  // The control: a held one, with a drive.
  on.drive(on.exportFolder);
  expect((await on.produce()).ok).toBe(true);
});

it('its entry has two people, the time, a hash of the key and one of the file, and not whose application it was', async () => {
  const on = stage(sealing);
  await on.produce();
  expect(on.entries()).toEqual([
    {
      ...{
        kind: 'record-produced',
        utc: new Date(NOON).toISOString(),
        by: A_SUPERVISOR.member,
        second: ANOTHER.member,
      },
      ...{ recipient: hash('sha256', RECIPIENT, 'hex'), package: PACKAGE },
    },
  ]);
});

it('is asked for by ticket, and its answer names the application by nothing else', async () => {
  expect(Object.keys(productionActs.produceRecord.input.shape).sort()).toEqual(['recipient', 'ticket']);
  const on = stage(sealing);
  const produced = await on.produce();
  expect(produced).toMatchObject({ ok: true, value: { ticket: on.held.ticket } });
  expect(JSON.stringify(produced)).not.toContain(on.held.id);
});

it('what was produced stays as it was, and once its hold is lifted it goes on as one that none keeps', async () => {
  const on = stage(sealing);
  const { id } = on.held;
  on.vault.store(id, 'answers', new Uint8Array(60).fill(7));
  const before = on.vault.find(id);
  expect((await on.produce()).ok).toBe(true);
  expect(before?.answers).toHaveLength(60);
  expect(on.vault.find(id)).toEqual(before);
  expect(on.holds.verdict(id, null).kind).toBe('frozen');
  on.holds.lift(on.hold);
  expect(on.holds.verdict(id, null)).toEqual({ kind: 'free' });
});

it('an application whose erasure a hold stopped is not produced', async () => {
  const on = stage(async () => ({ kind: 'sealed', package: SEALED }));
  on.vault.beginWipe(on.held.id, wipingAs('withdrawn'), {
    ...{ custody: 'memory', driver: 'virtual', counted: null, day: '2026-11-24' },
  });
  on.holds.set({
    ...{ scope: 'all', reason: 'subpoena', since: NOON, by: A_SUPERVISOR.name, applications: [] },
  });
  expect(await on.produce()).toEqual(refused('no-such-ticket'));
  expect([on.files(), on.entries()]).toEqual([[], []]);
});

it('a hold that is lifted while the application is sealed keeps it from leaving', async () => {
  let lift = (): void => undefined;
  const on = stage(async () => {
    lift();
    return { kind: 'sealed', package: SEALED };
  });
  // The control: as long as it stands, it leaves.
  expect((await on.produce()).ok).toBe(true);
  expect(on.files()).toHaveLength(2);
  expect(on.entries().map(({ kind }) => kind)).toEqual(['record-produced']);
  // Another one is set in its place: nobody has approved anything under that.
  lift = () => {
    on.holds.lift(on.hold);
    on.holds.set({
      ...{ scope: 'tickets', reason: 'subpoena', since: NOON, by: A_SUPERVISOR.name },
      applications: [on.held.id],
    });
  };
  expect(await on.produce()).toEqual(refused('not-held'));
  expect(on.files()).toHaveLength(2);
  expect(on.entries()).toHaveLength(1);
});

it('a process that ends without a report has produced nothing; in practice none is started', async () => {
  let started = 0;
  const on = stage(async () => {
    started += 1;
    return null;
  });
  // Nobody has seen a part of it that does not open.
  expect(await on.produce()).toEqual(refused('record-not-sealed'));
  on.practice();
  expect(await on.produce()).toEqual(refused('in-practice'));
  expect(started).toBe(1);
  expect([on.files(), on.entries()]).toEqual([[], []]);
});

it('only one that was seen not to open is told so; a kiosk that stops while it is sealed produces nothing', async () => {
  const on = stage(async () => ({ kind: 'unreadable' }));
  expect(await on.produce()).toEqual(refused('record-unreadable'));
  const stopping = stage(async () => {
    stopping.close();
    return sealing();
  });
  expect(await stopping.produce()).toEqual(refused('record-not-sealed'));
  for (const { files, entries } of [on, stopping]) expect([files(), entries()]).toEqual([[], []]);
});

it('nobody leaves while the ledger does not take the entry that tells of it', async () => {
  let started = 0;
  const on = stage(async () => {
    started += 1;
    return { kind: 'sealed', package: SEALED };
  });
  on.refuseEntries(1);
  expect(await on.produce()).toEqual(refused('not-written'));
  expect(started).toBe(0);
  // Its disk stops taking writes while the application is sealed.
  on.refuseEntries(0, 1);
  expect(await on.produce()).toEqual(refused('not-written'));
  expect([started, on.files()]).toEqual([1, []]);
  on.refuseEntries();
  expect((await on.produce()).ok).toBe(true);
});

const kindsOf = ({ entries }: ReturnType<typeof stage>) => entries().map(({ kind }) => kind);

it('is noted together with its entry, before the first byte of its file, until both files are whole', async () => {
  const on = stage(sealing);
  const noted: unknown[] = [];
  on.whenEntered(() => {
    noted.push(on.unfinishedProductions.all(), kindsOf(on));
    for (const file of on.files()) expect(on.read(file)).toMatch(/^\0+$/);
  });
  const produced = await on.produce();
  if (!produced.ok) throw new Error('it was not produced');
  const { file } = produced.value;
  expect(noted).toEqual([[{ package: PACKAGE, file, utc: NOON }], ['record-produced']]);
  expect([on.unfinishedProductions.all(), kindsOf(on)]).toEqual([[], ['record-produced']]);
});

it('whose drive fails after its entry is entered as unfinished, once, and shown until a supervisor has read it', async () => {
  const on = stage(sealing);
  on.whenEntered(() => rmSync(on.exportFolder, { recursive: true }));
  expect(await on.produce()).toMatchObject({ error: { kind: 'drive-refused', why: 'incomplete' } });
  expect(on.entries()).toMatchObject([
    { kind: 'record-produced', package: PACKAGE },
    { kind: 'production-unfinished', package: PACKAGE },
  ]);
  expect([on.unfinishedProductions.all(), on.told()]).toMatchObject([[{ package: PACKAGE }], 1]);
  tellUnfinished(on);
  expect(kindsOf(on)).toHaveLength(2);
  expect(on.calls.acknowledgeProduction({ package: 'c'.repeat(64) })).toEqual(refused('not-now'));
  expect(on.calls.acknowledgeProduction({ package: PACKAGE })).toEqual({ ok: true, value: {} });
  expect([on.unfinishedProductions.all(), on.told()]).toEqual([[], 2]);
  expect(on.calls.acknowledgeProduction({ package: PACKAGE })).toEqual(refused('not-now'));
});

it('whose drive fails is produced again with an entry of its own', async () => {
  const on = stage(sealing);
  on.whenEntered(() => rmSync(on.exportFolder, { recursive: true }));
  expect(await on.produce()).toMatchObject({ error: { kind: 'drive-refused' } });
  on.whenEntered(() => undefined);
  mkdirSync(on.exportFolder);
  expect((await on.produce()).ok).toBe(true);
  expect(kindsOf(on)).toEqual(['record-produced', 'production-unfinished', 'record-produced']);
  expect(on.files()).toHaveLength(2);
});

it('whose kiosk stops between its entry and its file is entered at the next start', async () => {
  const on = stage(sealing);
  on.whenEntered(() => {
    throw new Error('the keeper ends here');
  });
  await expect(on.produce()).rejects.toThrow('the keeper ends here');
  expect(kindsOf(on)).toEqual(['record-produced']);
  // What the next keeper does first.
  tellUnfinished({ ...on, unfinishedProductions: createUnfinishedProductions(on.vault.database) });
  tellUnfinished(on);
  expect(kindsOf(on)).toEqual(['record-produced', 'production-unfinished']);
});

it('that the ledger does not take has no file, and the ledger is told so as soon as it takes anything', async () => {
  const on = stage(sealing);
  on.refuseEntries(0, 1);
  expect(await on.produce()).toEqual(refused('not-written'));
  expect(on.files()).toEqual([]);
  expect(kindsOf(on)).toEqual(['record-produced', 'production-unfinished']);
  // The same file, produced again, is whole.
  expect((await on.produce()).ok).toBe(true);
  expect(on.unfinishedProductions.all()).toEqual([]);
});
