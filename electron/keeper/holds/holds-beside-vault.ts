import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { decodeEntry, encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readSmallFile } from '../../lib/file-systems/small-file.ts';
import type { OpenFailure } from '../database/open-failure.ts';
import { syncFolder } from '../disk/onto-drive.ts';
import { replaceWhole } from '../disk/write-whole-file.ts';

/** The entry of a hold that was set. */
export type HoldSet = Extract<LedgerEntry, { readonly kind: 'hold-set' }>;

/** A hold that was set while the kiosk's files did not fit together, and the kiosk whose files they were. */
export interface NotedHold {
  readonly kiosk: string;
  readonly entry: HoldSet;
}

/** Why nobody knows which holds are in the file. */
export type HoldsFileFailure = Extract<OpenFailure, { readonly kind: 'corrupt' | 'unwritable' }>;

/**
 * Legal holds that were set while the kiosk's files did not fit together. Nothing is signed then, so they are in that vault alone; where
 * IT staff put the right one back, they would be gone with it. So each is written down beside the vault as well, by its entry, until the
 * ledger has it.
 */
export interface HoldsBesideVault {
  /** On the disk when it returns. @throws the file system's error; then the file has it or is as it was. */
  note(entry: HoldSet): void;
  /** Whether it is there: it was noted here, or at the start it was. */
  has(hold: string): boolean;
  /** It was lifted, or the ledger has it. Writes nothing where it is not there. @throws the file system's error. */
  drop(hold: string): void;
}

/** Room for thousands: whatever is larger nobody at a kiosk made. */
const MOST_BYTES = 1 << 20;

const MALFORMED: HoldsFileFailure = { kind: 'corrupt', reason: 'malformed' };

const content = z.strictObject({
  holds: z.array(
    z.strictObject({ kiosk: z.string().min(1).max(64), entry: z.string().regex(/^(?:[0-9a-f]{2})+$/) }),
  ),
});

/** What the file has. One that cannot be read is never taken for none: a hold may be in it. */
export function readHoldsBeside(path: string): Result<readonly NotedHold[], HoldsFileFailure> {
  const read = readSmallFile(path, MOST_BYTES);
  if (!read.ok) {
    if (read.error.kind === 'missing') return ok([]);
    return err(read.error.kind === 'unreadable' ? { kind: 'unwritable', code: read.error.code } : MALFORMED);
  }
  const parsed = content.safeParse(jsonIn(read.value));
  if (!parsed.success) return err(MALFORMED);
  const noted = parsed.data.holds.flatMap(({ kiosk, entry: hex }): NotedHold[] => {
    const entry = decodeEntry(Buffer.from(hex, 'hex'));
    return entry.ok && entry.value.kind === 'hold-set' ? [{ kiosk, entry: entry.value }] : [];
  });
  return noted.length === parsed.data.holds.length ? ok(noted) : err(MALFORMED);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Told by the caller's parse as none of ours.
    return null;
  }
}

/** The file from here on. `read`: what it had at the start; `kiosk`: the identifier, null before the kiosk is set up. */
export function createHoldsBesideVault(
  path: string,
  read: readonly NotedHold[],
  kiosk: () => string | null,
): HoldsBesideVault {
  let noted = read;
  const without = (hold: string) => noted.filter(({ entry }) => entry.hold !== hold);

  function keep(next: readonly NotedHold[]): void {
    if (next.length === 0) remove(path);
    else replaceWhole(path, `${path}.next`, [textOf(next)]);
    // From here on the file has it, also where the folder is not on the disk yet.
    noted = next;
    syncFolder(dirname(path));
  }

  return {
    note(entry) {
      const identifier = kiosk();
      if (identifier === null) throw new Error('a legal hold of no kiosk');
      if (noted.some((each) => each.kiosk === identifier && isDeepStrictEqual(each.entry, entry))) return;
      // Once, where it was set once more because its entry did not come through.
      keep([...without(entry.hold), { kiosk: identifier, entry }]);
    },
    has: (hold) => noted.some(({ entry }) => entry.hold === hold),
    drop(hold) {
      const others = without(hold);
      if (others.length < noted.length) keep(others);
    },
  };
}

/**
 * Drops holds that were lifted, or that the ledger has by now. What the disk does not take is told, and tried at the next start: a hold that
 * comes back is lifted again, and nothing is lost.
 */
export function dropFromBeside(
  port: {
    readonly holdsBeside: Pick<HoldsBesideVault, 'drop'>;
    readonly diskLog: { failed(where: string, error: unknown): void };
  },
  holds: readonly string[],
): void {
  try {
    for (const hold of holds) port.holdsBeside.drop(hold);
  } catch (error) {
    port.diskLog.failed('legal holds beside the vault', error);
  }
}

/** And what a power cut left of one. */
function remove(path: string): void {
  for (const name of [path, `${path}.next`]) rmSync(name, { force: true });
}

function textOf(noted: readonly NotedHold[]): string {
  const holds = noted.map(({ kiosk, entry }) => ({
    kiosk,
    entry: Buffer.from(encodeEntry(entry)).toString('hex'),
  }));
  return JSON.stringify({ holds } satisfies z.infer<typeof content>);
}
