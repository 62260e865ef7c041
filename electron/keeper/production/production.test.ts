import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect } from 'vitest';
import { type Recipient, recipient as recipientSchema } from '../../../shared/contract/command/production.ts';
import { ticket as ticketSchema } from '../../../shared/contract/ids.ts';
import { productionManifest } from '../../../shared/production/manifest.ts';
import { producedRecord } from '../../../shared/production/record.ts';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import { long } from '../../../tests/support/sample.ts';
import { searchFiles } from '../../core/search/search-files.ts';
import { type TestClock, testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { leaveOpen, nextPage } from '../record-search/record-search.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  CLERK,
  fillIn,
  openCounter,
  PERSON,
  SECOND_SUPERVISOR,
  SUPERVISOR,
} from '../start/keeper.test-support.ts';
import type { Page } from '../start/page.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: expect.objectContaining({ kind }) });
const HOUR = 3_600_000;
const ONE = ticketSchema.parse(1);
const TWO = ticketSchema.parse(2);

async function newRecipient() {
  const identity = await generateX25519Identity();
  return { identity, recipient: recipientSchema.parse(await identityToRecipient(identity)) };
}

const approve = (page: Page, ticket: typeof ONE, recipient: Recipient, who = SECOND_SUPERVISOR) =>
  page.call('approve', { act: 'produceRecord', ticket, recipient, ...who });

/** The files below this folder that have this name in them, in any form that an ending looks for. */
async function filesNaming(name: string, root: string): Promise<readonly string[]> {
  const patterns = patternsOfValue('name', name);
  const { hits } = await searchFiles({ roots: [root], patterns, changedSince: 0 });
  return [...new Set(hits.map(({ path }) => path))];
}

/** A kiosk with a drive and one photographed application, which is frozen; two supervisors, the first signed in. */
async function heldCounter(clock?: TestClock) {
  const exportFolder = mkdtempSync(join(workingFolder(), 'stick-'));
  const { keeper, page: first } = await openCounter({
    exportFolder,
    ...(clock === undefined ? {} : { clock }),
  });
  await fillIn(first);
  await first.does('putAside', {});
  const page = await nextPage(keeper, first);
  await page.does('signIn', SUPERVISOR);
  await page.does('setHold', { reason: 'court-order', tickets: [ONE] });
  return { keeper, page, exportFolder };
}

// What is long here is held end to end as well (tests/e2e/production.e2e.ts), or by the calls’ own tests.

long(
  'a held application is produced by two people to one recipient, counted, and erased as ever once the hold is lifted',
  async () => {
    const clock = testClock({ now: Date.UTC(2026, 10, 24, 9) });
    const { keeper, page, exportFolder } = await heldCounter(clock);
    const { identity, recipient } = await newRecipient();
    writeFileSync(join(exportFolder, 'recipient.txt'), `# for counsel\n${recipient}\n`);
    const checked = await page.does('checkRecipient', { typed: null });
    expect(checked.recipient).toBe(recipient);
    expect(checked.fingerprint.replaceAll(' ', '')).toBe(hash('sha256', recipient, 'hex').slice(0, 32));
    await approve(page, ONE, recipient);
    const produced = await page.does('produceRecord', { ticket: ONE, recipient });

    const sealed = readFileSync(join(exportFolder, produced.file));
    expect(hash('sha256', sealed, 'hex')).toBe(produced.sha256);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const record = producedRecord.parse(JSON.parse(await decrypter.decrypt(sealed, 'text')));
    const [name] = record.answers?.fields ?? [];
    expect(name).toMatchObject({ field: 'name', typed: [{ input: 'name', value: PERSON.name }] });
    expect(name?.label).not.toBe('name');
    expect(checked.fingerprint).toBe(produced.fingerprint);
    expect(record).toMatchObject({ ticket: 1, policy: { known: { id: expect.any(String) } } });
    expect(record.photo).not.toBeNull();

    const manifestText = readFileSync(join(exportFolder, produced.manifest), 'utf8');
    const manifest = productionManifest.parse(JSON.parse(manifestText));
    const entry = entriesOf(keeper).at(-1);
    expect(entry).toMatchObject({
      ...{ kind: 'record-produced', by: manifest.by, second: manifest.second },
      recipient: hash('sha256', recipient, 'hex'),
      package: produced.sha256,
    });
    expect(manifest.by).not.toBe(manifest.second);
    expect(manifest.ledger).toEqual(keeper.services.ledger.head());
    // Beside the sealed file nothing says who it is; and the process that knew is gone.
    expect(`${manifestText}${JSON.stringify(entriesOf(keeper))}`).not.toContain('Vandersloot');
    expect(await filesNaming(PERSON.name, exportFolder)).toEqual([]);
    // The control: what was opened.
    const opened = workingFolder();
    writeFileSync(join(opened, 'record.json'), JSON.stringify(record));
    expect(await filesNaming(PERSON.name, opened)).toEqual([join(opened, 'record.json')]);
    expect(readdirSync(exportFolder).sort()).toEqual(
      [produced.file, produced.manifest, 'recipient.txt'].sort(),
    );

    const [hold] = keeper.services.holds.all();
    const [open] = keeper.services.vault.open();
    if (hold === undefined || open === undefined) throw new Error('nothing is held');
    // Its time is over by the policy, and the hold alone keeps it.
    clock.advance(100 * HOUR);
    keeper.services.expiry.check();
    expect(keeper.services.vault.open().map(({ id }) => id)).toEqual([open.id]);
    await page.does('signIn', SUPERVISOR);
    const lifting = { hold: hold.identifier };
    await page.does('approve', { act: 'liftHold', ...lifting, ...SECOND_SUPERVISOR });
    // The kiosk itself erases it, and says so.
    expect(await page.does('liftHold', lifting)).toMatchObject({ applications: 1, erasures: 0 });
    await until(() => expect(keeper.services.custody.has(open.id)).toBe(false));
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    expect(keeper.services.vault.open()).toEqual([]);
    expect(entriesOf(keeper)).toContainEqual(expect.objectContaining({ kind: 'erased', outcome: 'expired' }));
  },
);

// Also: covered-by-an-approval.test.ts, and one-approval.test.ts of tests/hostile.
long(
  'neither one person, nor an approval of another ticket or recipient, nor a second use produces anybody',
  async () => {
    const { keeper, page, exportFolder } = await heldCounter();
    const { recipient } = await newRecipient();
    const { recipient: other } = await newRecipient();
    const produce = () => page.call('produceRecord', { ticket: ONE, recipient });
    const before = entriesOf(keeper).length;
    expect(await produce()).toEqual(refused('not-allowed'));
    expect(await approve(page, ONE, recipient, SUPERVISOR)).toEqual(refused('not-a-second-person'));
    expect(await approve(page, ONE, recipient, CLERK)).toEqual(refused('not-a-second-person'));
    expect(await produce()).toEqual(refused('not-allowed'));
    for (const [ticket, whose] of [
      [TWO, recipient],
      [ONE, other],
    ] as const) {
      expect((await approve(page, ticket, whose)).ok).toBe(true);
      expect(await produce()).toEqual(refused('not-allowed'));
    }
    await page.does('approve', { act: 'takeCheckpoint', way: 'stick', ...SECOND_SUPERVISOR });
    expect(await produce()).toEqual(refused('not-allowed'));
    expect(readdirSync(exportFolder)).toEqual([]);
    expect(entriesOf(keeper)).toHaveLength(before);
    // The control: both, for this.
    await approve(page, ONE, recipient);
    expect((await produce()).ok).toBe(true);
    expect(await produce()).toEqual(refused('not-allowed'));
    await page.does('signIn', CLERK);
    expect(await page.call('checkRecipient', { typed: recipient })).toEqual(refused('not-allowed'));
  },
);

// By stand-ins of the process: production-calls.test.ts.
long('what no hold freezes, does not open, or is nobody’s is not produced', async () => {
  const { keeper, page, exportFolder } = await heldCounter();
  const { recipient } = await newRecipient();
  const produce = async (ticket: typeof ONE) => {
    await approve(page, ticket, recipient);
    return page.call('produceRecord', { ticket, recipient });
  };
  const before = entriesOf(keeper).length;
  expect(await produce(TWO)).toEqual(refused('no-such-ticket'));
  const [held] = keeper.services.vault.open();
  if (held === undefined) throw new Error('nothing is held');
  keeper.services.vault.store(held.id, 'photo', new Uint8Array(60));
  expect(await produce(ONE)).toEqual(refused('record-unreadable'));
  keeper.services.custody.destroy(held.id);
  expect(await produce(ONE)).toEqual(refused('key-damaged'));
  expect(readdirSync(exportFolder)).toEqual([]);
  expect(entriesOf(keeper)).toHaveLength(before);
});

long('without a hold, or without a drive, nobody is produced', async () => {
  const counter = await openCounter();
  const page = await leaveOpen(counter.keeper, counter.page);
  const { recipient } = await newRecipient();
  await page.does('signIn', SUPERVISOR);
  const produce = async () => {
    await approve(page, ONE, recipient);
    return page.call('produceRecord', { ticket: ONE, recipient });
  };
  expect(await page.call('checkRecipient', { typed: null })).toEqual(refused('no-export-folder'));
  expect(await produce()).toEqual(refused('not-held'));
  await page.does('setHold', { reason: 'court-order', tickets: [ONE] });
  expect(await produce()).toEqual(refused('no-export-folder'));
});

// Of any file on a drive: production-calls.test.ts; of the secret half: electron/lib/recipient/read-recipient.test.ts.
long('a recipient’s file is read like anything on a drive, and the secret half is called so', async () => {
  const { page, exportFolder } = await heldCounter();
  const file = join(exportFolder, 'recipient.txt');
  const why = async () => {
    const answer = await page.call('checkRecipient', { typed: null });
    return !answer.ok && answer.error.kind === 'recipient-refused' ? answer.error.why : answer.ok;
  };
  expect(await why()).toBe('missing');
  symlinkSync('/dev/zero', file);
  expect(await why()).toBe('no-file');
  const { identity, recipient } = await newRecipient();
  for (const typed of [identity, 'x'.repeat(10_000), 'Zephyrina Vandersloot'])
    expect(await page.call('checkRecipient', { typed })).toMatchObject(refused('recipient-refused'));
  expect(await page.does('checkRecipient', { typed: `${recipient}\n` })).toMatchObject({ recipient });
});
