import { createPublicKey, type KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import { type Policy, readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { signPolicy } from '../../electron/lib/policy-file/policy-signature.ts';
import { keyOfPem, type ProgrammeKey } from '../../electron/lib/policy-file/programme-key.ts';
import { readContents } from '../../electron/lib/provisioning/read-contents.ts';
import type { FolderBytes } from '../../electron/lib/provisioning/read-folder.ts';
import { type ManifestSubject, signFolder } from '../../electron/lib/provisioning/sign-folder.ts';
import { verifyFolder } from '../../electron/lib/provisioning/verify-folder.ts';
import { dayText } from '../../shared/calendar.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import { counted } from '../../shared/programme/in-words/rules.ts';
import type { ListedFile } from '../../shared/provisioning/provisioning-files.ts';
import type { FolderRefusal } from '../../shared/provisioning/refusal.ts';
import { refusalWords } from '../../shared/provisioning/refusal-words.ts';
import type { Roster } from '../../shared/provisioning/roster.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SettingsPlatform } from '../../shared/settings/full-path.ts';
import { MOST_SETTINGS_BYTES } from '../../shared/settings/read-settings.ts';
import { POLICY_FILE } from '../../shared/settings/settings-place.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readPrivateKey } from '../policy/key-pair.ts';
import { type CounterRow, MOST_CSV_BYTES, readCounterRows } from './counter-rows.ts';
import { envelopeOf } from './envelope.ts';
import { firstPassphrase } from './first-passphrase.ts';
import { readText } from './read-text.ts';

/** What folders are made of, by the paths that were typed. */
export interface MakeOptions {
  /** The table of counters. */
  readonly csv: string;
  /** The program's private key. */
  readonly key: string;
  readonly policy: string;
  /** The settings that all of them have. */
  readonly settings: string;
  /** The last day on which they may be applied. */
  readonly validUntil: string;
  readonly into: string;
  /** Names of the computers that get one; none: all of the table do. */
  readonly only: readonly string[];
  /** False: for kiosks that are set up. */
  readonly withStaff: boolean;
  /** Whose settings they are: an evaluation package takes a data folder anywhere. */
  readonly platform: SettingsPlatform;
}

/** One counter's folder, and what is handed out with it. */
interface MadeFolder {
  readonly row: CounterRow;
  readonly files: FolderBytes;
  /** The text of its sheet of first passphrases; null: it brings no first staff. */
  readonly envelope: string | null;
}

/**
 * Makes a provisioning folder for each counter of a table, or none: everything that is wrong is told at once. Each is read by the
 * rules of a kiosk before it is written. `now`: epoch milliseconds.
 */
export async function makeFolders(options: MakeOptions, now: number): Promise<Outcome> {
  const csv = readText(options.csv, MOST_CSV_BYTES);
  if (!csv.ok) return refused(csv.error);
  const settings = readText(options.settings, MOST_SETTINGS_BYTES);
  if (!settings.ok) return refused(settings.error);
  const key = readPrivateKey(options.key, 'npm run policy -- keys');
  if (!key.ok) return refused(key.error);
  const policy = readPolicyFile(options.policy);
  if (!policy.ok)
    return refused(`${options.policy} is no policy that a kiosk takes: npm run policy -- check says why.`);
  const rows = readCounterRows(csv.value);
  if (!rows.ok) {
    const lines = rows.error.map(({ line, column, what }) => `${options.csv}:${line}:${column}: ${what}.`);
    return { code: 1, say: [...lines, 'Nothing was made.'].join('\n') };
  }
  const counters = countersOf(rows.value, options);
  if (!counters.ok) return { code: 1, say: `${counters.error}\nNothing was made.` };
  const subject = subjectOf(policy.value, options.validUntil, now);
  const program = programOf(key.value);
  const parts = { settings: settings.value, policy: policy.value, privateKey: key.value, program };
  const made: MadeFolder[] = [];
  for (const row of counters.value) {
    const folder = await madeFor(
      row,
      { ...subject, kiosk: row.kiosk, host: row.host },
      { ...parts, platform: options.platform },
    );
    if (!folder.ok) return { code: 1, say: `${inWords(folder.error, options)}\nNothing was made.` };
    made.push(folder.value);
  }
  const written = write(options.into, made);
  return written === null ? summary(options.into, made, subject, program) : refused(written);
}

/** The rows for which folders are made, with the people that these bring. The error: a sentence. */
function countersOf(
  rows: readonly CounterRow[],
  { csv, only, withStaff }: MakeOptions,
): Result<readonly CounterRow[], string> {
  const hosts = only.map((each) => each.toLowerCase());
  const unknown = hosts.find((host) => !rows.some((row) => row.host === host));
  if (unknown !== undefined) return err(`--only ${unknown}: no row of ${csv} has this host.`);
  const chosen = hosts.length === 0 ? rows : rows.filter(({ host }) => hosts.includes(host));
  return ok(withStaff ? chosen : chosen.map((row) => ({ ...row, staff: [] })));
}

/** A number that rises by itself, and says when it was made: 20261125143205, in UTC. */
export function numberAt(now: number): number {
  return Number(new Date(now).toISOString().replace(/\D/g, '').slice(0, 14));
}

function subjectOf(
  { rules }: Policy,
  validUntil: string,
  now: number,
): Pick<ManifestSubject, 'number' | 'issued' | 'validUntil'> {
  const issued = dayText(calendarIn(rules.timeZone).dateAt(now));
  return { number: numberAt(now), issued, validUntil };
}

interface Program {
  readonly key: ProgrammeKey;
  readonly pem: Uint8Array;
}

function programOf(privateKey: KeyObject): Program {
  const pem = Buffer.from(createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }));
  const key = keyOfPem(pem);
  if (!key.ok) throw new Error('the public half of a key is none');
  return { key: key.value, pem };
}

async function madeFor(
  row: CounterRow,
  subject: ManifestSubject,
  parts: {
    readonly settings: string;
    readonly policy: Policy;
    readonly privateKey: KeyObject;
    readonly program: Program;
    readonly platform: SettingsPlatform;
  },
): Promise<Result<MadeFolder, FolderRefusal>> {
  const { policy, privateKey, program } = parts;
  const roster = row.staff.length === 0 ? null : rosterOf(row);
  const contents = new Map<ListedFile, Uint8Array>([
    ['settings.toml', Buffer.from(settingsOf(parts.settings, row))],
    ['policy.json', policy.bytes],
    ['policy.json.sig', Buffer.from(signPolicy(policy.bytes, privateKey))],
    ['program-key.pem', program.pem],
  ]);
  if (roster !== null) contents.set('staff.json', Buffer.from(`${JSON.stringify(roster, null, 2)}\n`));
  const files = signFolder(contents, subject, privateKey);
  const verified = verifyFolder(files, program.key);
  if (!verified.ok) return verified;
  const read = await readContents(verified.value, program.key, POLICY_FILE, parts.platform);
  if (!read.ok) return read;
  return ok({ row, files, envelope: roster === null ? null : envelopeOf(subject, roster) });
}

function rosterOf({ staff, kiosk }: CounterRow): Roster {
  return {
    format: 1,
    staff: staff.map(({ name, role }) => ({ name, role, firstPassphrase: firstPassphrase([name, kiosk]) })),
  };
}

/** The settings that all have, and below them what this counter alone has. */
function settingsOf(all: string, { printer }: CounterRow): string {
  if (printer === null) return all;
  const certificate = printer.certificate === null ? [] : [`certificate = "${printer.certificate}"`];
  const lines = ['', '[card-printer]', `address = "${printer.address}"`, ...certificate];
  return `${all.trimEnd()}\n${lines.join('\n')}\n`;
}

function inWords(refusal: FolderRefusal, { settings, validUntil }: MakeOptions): string {
  // A manifest that was made here can only be wrong in what was typed.
  if (refusal.kind === 'wrong-manifest') return `--valid-until ${validUntil}: this ${refusal.allowed}.`;
  const { happened, details } = refusalWords(refusal);
  return [`${settings}: ${happened}`, ...details].join('\n');
}

/** Writes everything into a folder that is empty or not there. The error: a sentence; null: it is written. */
function write(into: string, made: readonly MadeFolder[]): string | null {
  try {
    // First passphrases are for whoever hands them out.
    mkdirSync(into, { recursive: true, mode: 0o700 });
    if (readdirSync(into).length > 0) return `${into} isn’t empty: nothing was written.`;
    const [folders, envelopes] = [join(into, 'counterfoil-provisioning'), join(into, 'envelopes')];
    for (const folder of [folders, envelopes]) mkdirSync(folder, { mode: 0o700 });
    for (const { row, files, envelope } of made) {
      const folder = join(folders, row.host);
      mkdirSync(folder, { mode: 0o700 });
      for (const [name, bytes] of files)
        writeFileSync(join(folder, name), bytes, { mode: 0o600, flag: 'wx' });
      if (envelope !== null)
        writeFileSync(join(envelopes, `${row.host}.txt`), envelope, { mode: 0o600, flag: 'wx' });
    }
    return null;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return `${into} takes no folders (${error.code}). Remove what was written there.`;
  }
}

function summary(
  into: string,
  made: readonly MadeFolder[],
  { number, validUntil }: Pick<ManifestSubject, 'number' | 'validUntil'>,
  { key }: Program,
): Outcome {
  const staffed = made.filter(({ envelope }) => envelope !== null).length;
  return done(
    [
      `${join(into, 'counterfoil-provisioning')}: ${counted(made.length, 'folder')}, number ${number}, valid until ${validUntil}.`,
      `${join(into, 'envelopes')}: ${counted(staffed, 'sheet')} of first passphrases. Print them, then remove them.`,
      `Signed with the key ${fingerprint(key.hash)}. Each computer must trust it before: see docs/it/provisioning.md.`,
      'First passphrases stand in clear in both. Keep them as you keep a key, and remove them once they are used.',
    ].join('\n'),
  );
}
