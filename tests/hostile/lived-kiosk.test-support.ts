import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect } from 'vitest';
import { z } from 'zod';
import { unwrapDeviceKey, wrapDeviceKey } from '../../electron/keeper/custody/device-key.ts';
import { SLOT_BYTES } from '../../electron/keeper/custody/slot.ts';
import { KIOSK_FILES } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { workingFolder, workingRoot } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { drawCodes, NEWCOMERS } from '../../electron/keeper/signing/codes.test-support.ts';
import {
  CLERK,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  signInOnce,
  startKeeper,
} from '../../electron/keeper/start/keeper.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  photograph,
  type ScriptedCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { bytes } from '../../shared/contract/bytes.ts';
import { memberId } from '../../shared/contract/ids.ts';
import type { Misfit } from '../../shared/misfit/misfit.ts';

/** The files of one kiosk with sealed keys, at two moments of its life. Each is a folder that tests copy. */
export interface LivedKiosk {
  /** Somebody's application is open, and set aside. */
  readonly before: string;
  /** It was withdrawn and erased, its receipt shown; another one is open, and set aside. */
  readonly after: string;
}

/** What belongs to which file. The journals go with their databases. */
export const FILES = {
  vault: [KIOSK_FILES.vault, `${KIOSK_FILES.vault}-journal`],
  ledger: [KIOSK_FILES.ledger, `${KIOSK_FILES.ledger}-journal`],
  keys: [KIOSK_FILES.keys],
  signing: [KIOSK_FILES.signing],
} as const;
export type FileName = keyof typeof FILES;

/** One application with all its parts, set aside. */
async function fillIn(keeper: RunningKeeper, core: ScriptedCore): Promise<ScriptedCore> {
  await photograph(core, await create(core));
  expect(await core.call('putAside', { fingerprints: null })).toMatchObject({ ok: true });
  return nextCore(keeper, core);
}

/** Lives through both moments, and leaves copies. Whoever asked removes them. */
export async function liveThrough(): Promise<LivedKiosk> {
  const dataFolder = workingFolder();
  const options = { dataFolder, custody: 'sealed' } as const;
  const kept = (name: string): string => {
    const folder = join(mkdtempSync(join(workingRoot(), `counterfoil-${name}-`)), 'data');
    cpSync(dataFolder, folder, { recursive: true });
    return folder;
  };
  const first = await counter(options);
  await fillIn(first.keeper, first.core);
  await first.keeper.stop();
  const before = kept('before');

  const { keeper, core } = await counter(options);
  const ended = keeper.services.vault.open()[0];
  if (ended === undefined) throw new Error('nothing is open');
  expect(await core.call('open', { by: 'ticket', ticket: ended.ticket })).toMatchObject({ ok: true });
  expect(await core.call('finish', { outcome: 'withdrawn' })).toMatchObject({ ok: true });
  await core.call('erased', { search: CLEAN });
  const next = await nextCore(keeper, core);
  await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
  // The receipt was shown: from now on no file brings it back.
  expect(await next.call('getStatus', {})).toMatchObject({ value: { lastEnding: { kind: 'ended' } } });
  await fillIn(keeper, next);
  await keeper.stop();
  return { before, after: kept('after') };
}

/** Both recovery codes of the kiosk in this folder, which is stopped again. */
export async function makeCodes(dataFolder: string): Promise<readonly [string, string]> {
  const { keeper, core } = await counter({ dataFolder, custody: 'sealed' });
  const codes = await drawCodes(core, SUPERVISOR, SECOND_SUPERVISOR);
  await keeper.stop();
  return codes;
}

/** Removes the copies. */
function forgetLife({ before, after }: LivedKiosk): void {
  for (const folder of [before, after]) rmSync(join(folder, '..'), { recursive: true, force: true });
}

/** A folder with these files, to be tampered with. */
export function copyOf(folder: string): string {
  const copy = join(workingFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Puts files of another moment, or of another kiosk, in the place of those that are there. */
export function putBack(folder: string, from: string, which: readonly FileName[]): void {
  for (const name of which.flatMap((each) => FILES[each])) {
    rmSync(join(folder, name), { force: true });
    cpSync(join(from, name), join(folder, name));
  }
}

/** Runs SQL on a database of a kiosk that has stopped, as whoever has its disk can. */
export function edit(folder: string, which: 'vault' | 'ledger', ...statements: readonly string[]): void {
  const database = new Sqlite(join(folder, KIOSK_FILES[which]));
  database.pragma('journal_mode = PERSIST');
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

/** Damages the page of each key that signs, so that none opens. Answers the file as it was. */
export function damageSigningKeys(folder: string): Buffer {
  const path = join(folder, KIOSK_FILES.signing);
  const right = readFileSync(path);
  const damaged = Buffer.from(right);
  for (const page of [0, SLOT_BYTES]) damaged.writeUInt8((damaged[page + 80] ?? 0) ^ 1, page + 80);
  writeFileSync(path, damaged);
  return right;
}

/** One value of such a database. */
export function read(folder: string, which: 'vault' | 'ledger', query: string): unknown {
  const database = new Sqlite(join(folder, KIOSK_FILES[which]));
  try {
    return database.prepare(query).pluck().get();
  } finally {
    database.close();
  }
}

const wrappedRow = z.object({ identifier: memberId, salt: bytes, sealed: bytes });

/**
 * What somebody can do who has the disk and a passphrase of their own: they open the device key with it, and wrap it for a supervisor of
 * their making. Answers that one's identifier.
 */
export async function forgeSupervisor(
  folder: string,
  { name, passphrase }: { readonly name: string; readonly passphrase: string },
): Promise<string> {
  const database = new Sqlite(join(folder, KIOSK_FILES.vault));
  const clerk = wrappedRow.parse(
    database
      .prepare("SELECT identifier, salt, sealed_device_key AS sealed FROM staff WHERE role = 'clerk'")
      .get(),
  );
  const owner = { identifier: clerk.identifier, role: 'clerk' } as const;
  const deviceKey = await unwrapDeviceKey(clerk, CLERK.passphrase, owner);
  if (!deviceKey.ok) throw new Error(deviceKey.error.kind);
  const identifier = memberId.parse('9'.repeat(32));
  const wrapped = await wrapDeviceKey(deviceKey.value, passphrase, { identifier, role: 'supervisor' });
  database
    .prepare("INSERT INTO staff VALUES (?, ?, 'supervisor', ?, ?, 0, NULL)")
    .run(identifier, name, wrapped.salt, wrapped.sealed);
  database.close();
  return identifier;
}

/** What a running kiosk says does not fit. */
export function misfitsOf({ services }: RunningKeeper): readonly Misfit['kind'][] {
  return services.filesFit.now()?.misfits.map(({ kind }) => kind) ?? [];
}

/** Starts a kiosk on these files, and somebody signs in once. */
export async function startOn(dataFolder: string): Promise<RunningKeeper> {
  const keeper = await startKeeper({ scripted: true, dataFolder });
  await signInOnce(keeper);
  return keeper;
}

const misfitRefused = { ok: false, error: { kind: 'files-misfit' } };

/** Nobody new, nothing that is open, and nothing was overwritten or forgotten. */
async function expectClosed(keeper: RunningKeeper, folder: string, slots: string): Promise<ScriptedCore> {
  const { vault, outbox } = keeper.services;
  const core = await connectCore(keeper);
  expect(await core.call('signIn', CLERK)).toMatchObject({ ok: true });
  expect(await core.call('getStatus', {})).toMatchObject({
    value: { intake: { kind: 'misfit' }, misfit: { since: expect.any(Number) } },
  });
  expect(await core.call('create', {})).toEqual(misfitRefused);
  for (const { ticket } of vault.open())
    expect(await core.call('open', { by: 'ticket', ticket })).toEqual(misfitRefused);
  for (const id of vault.openIds()) expect(keeper.services.custody.open(id).ok).toBe(false);
  expect(readFileSync(join(folder, 'keys.slots'), 'base64')).toBe(slots);
  expect(outbox.resting().some(({ kind }) => kind === 'forgotten')).toBe(false);
  return core;
}

/** Starts on files that were tampered with, and looks that nothing of them is opened or overwritten. */
export async function startTampered(
  folder: string,
): Promise<{ readonly keeper: RunningKeeper; readonly core: ScriptedCore }> {
  const slots = readFileSync(join(folder, 'keys.slots'), 'base64');
  const keeper = await startKeeper({ scripted: true, dataFolder: folder });
  const open = keeper.services.vault.openIds();
  const core = await expectClosed(keeper, folder, slots);
  expect(keeper.services.vault.openIds()).toEqual(open);
  return { keeper, core };
}

/** Two supervisors, with a reason, would have the kiosk go on in spite of these. */
export async function letGoOn(
  core: ScriptedCore,
  misfits: readonly Misfit['kind'][],
  { first, second } = { first: SUPERVISOR, second: SECOND_SUPERVISOR },
): Promise<unknown> {
  const asked = { misfits: [...misfits], reason: 'not-explained' as const };
  expect(await core.call('signIn', first)).toMatchObject({ ok: true });
  await core.call('approve', { act: 'acceptMisfit', ...asked, ...second });
  return core.call('acceptMisfit', asked);
}

/** The two who came with codes where the key was gone let the kiosk go on, and it is one whose files fit. */
export async function expectNewcomersGoOn(dataFolder: string): Promise<void> {
  const next = await startKeeper({ scripted: true, dataFolder });
  expect(await letGoOn(await connectCore(next), ['signing-key'], NEWCOMERS)).toEqual({ ok: true, value: {} });
  await next.stop();
  const later = await startKeeper({ scripted: true, dataFolder });
  expect(misfitsOf(later)).toEqual([]);
  expect(await (await connectCore(later)).call('signIn', NEWCOMERS.first)).toMatchObject({ ok: true });
  expect(later.services.ledger.verify()).toMatchObject({ ok: true });
}

/** The lives that the tests of one file start on copies of. Gone after its last test. */
export function livesOfFile() {
  const lives: LivedKiosk[] = [];
  afterAll(() => lives.forEach(forgetLife));
  function keep(life: LivedKiosk): LivedKiosk {
    lives.push(life);
    return life;
  }
  return {
    keep,
    /** Lived once for all of them. */
    async lived(): Promise<LivedKiosk> {
      return lives[0] ?? keep(await liveThrough());
    },
  };
}
