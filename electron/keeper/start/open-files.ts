import type { KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Custody, openCustody } from '../custody/custody.ts';
import type { SlotFileFailure } from '../custody/file-failure.ts';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import {
  keysAreMissing,
  ledgerIsMissing,
  type MissingFile,
  vaultIsMissing,
} from '../data-folder/missing-file.ts';
import { examineFile } from '../database/examine-file.ts';
import type { OpenFailure } from '../database/open-database.ts';
import { createHolds, type Holds, holdsIn, isOnEverything } from '../holds/holds.ts';
import { stoppedWipes } from '../holds/verdict.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import { ledgerSchema } from '../ledger/ledger-schema.ts';
import { pendingCount } from '../outbox/pending-entries.ts';
import { keepPolicies, NO_RECORD, type Policies, policyRecordOf } from '../policy/policies.ts';
import {
  type OfferedPolicy,
  type PolicyAtStart,
  type PolicyAtStartFailure,
  policyAtStart,
} from '../policy/policy-at-start.ts';
import { readSigningKey } from '../receipt/receipt.ts';
import { openVault, type Vault } from '../vault/vault.ts';

/** Why a keeper does not start. The file is named, and nothing in it is lost. */
export type ServicesFailure =
  | { readonly file: 'policy'; readonly failure: PolicyAtStartFailure }
  | { readonly file: 'vault'; readonly failure: OpenFailure | MissingFile }
  | { readonly file: 'ledger'; readonly failure: OpenFailure | MissingFile | LedgerMismatch }
  | { readonly file: 'keys'; readonly failure: SlotFileFailure | MissingFile };

/**
 * `other-kiosk`: vault and ledger are not of one kiosk. `broken`: the ledger's end does not hold. `of-rehearsal`:
 * its people are invented, and this program is for residents. `of-residents`: this program is a rehearsal, and the
 * ledger is not.
 */
export interface LedgerMismatch {
  readonly kind: 'other-kiosk' | 'broken' | 'of-rehearsal' | 'of-residents';
}

/** What a kiosk keeps on its disk. */
export interface KioskFiles {
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly custody: Custody;
  readonly holds: Holds;
  readonly policies: Policies;
  readonly policyAtStart: PolicyAtStart;
  /**
   * Whether vault, its journal and ledger still lie where they were opened. SQLite writes on into a file that somebody has
   * deleted or replaced, and all of it is gone with the process. Looks without opening: that would drop locks.
   */
  inPlace(): boolean;
}

const MISSING: MissingFile = { kind: 'missing' };

/** Opens vault, ledger and key slots, and checks that they belong together. All, or none. */
export function openFiles(
  dataFolder: string,
  open: { readonly custody: typeof openCustody; readonly use: KioskUse; readonly policy: OfferedPolicy },
): Result<KioskFiles, ServicesFailure> {
  if (vaultIsMissing(dataFolder)) return err({ file: 'vault', failure: MISSING });
  // Looked at before the vault is opened, which may migrate it: beside a ledger of the future both stay as they are.
  const ledgerPath = join(dataFolder, KIOSK_FILES.ledger);
  const ahead = examineFile(ledgerPath, ledgerSchema);
  if (!ahead.ok && ahead.error.kind === 'newer') return err({ file: 'ledger', failure: ahead.error });
  const vaultPath = join(dataFolder, KIOSK_FILES.vault);
  // Before one is made for a policy that no kiosk begins with.
  const first = isThere(vaultPath) ? ok(null) : policyAtStart(open.policy, NO_RECORD);
  if (!first.ok) return err({ file: 'policy', failure: first.error });
  const vault = openVault(vaultPath);
  if (!vault.ok) return err({ file: 'vault', failure: vault.error });
  if (ledgerIsMissing(dataFolder, vault.value)) {
    vault.value.database.close();
    return err({ file: 'ledger', failure: MISSING });
  }
  const ledger = openLedger(ledgerPath, () => signingKeyOf(vault.value));
  if (!ledger.ok) {
    vault.value.database.close();
    return err({ file: 'ledger', failure: ledger.error });
  }
  const close = (): void => {
    ledger.value.close();
    vault.value.database.close();
  };
  const mismatch = mismatchOf(vault.value, ledger.value, open.use);
  if (mismatch !== null) {
    close();
    return err({ file: 'ledger', failure: { kind: mismatch } });
  }
  // Before the slots are opened: what is not live by the policy that begins is overwritten there.
  const isHeld = isOnEverything(holdsIn(vault.value.database));
  const begun = policyAtStart(open.policy, policyRecordOf(vault.value, isHeld));
  if (!begun.ok) {
    close();
    return err({ file: 'policy', failure: begun.error });
  }
  const policies = keepPolicies(vault.value, begun.value.policy);
  const holds = createHolds(vault.value, () => policies.inForce.rules.hold);
  if (keysAreMissing(dataFolder, vault.value, holds)) {
    close();
    return err({ file: 'keys', failure: MISSING });
  }
  const custody = open.custody({
    slotPath: join(dataFolder, KIOSK_FILES.keys),
    live: liveKeys(vault.value, holds),
  });
  if (!custody.ok) {
    close();
    return err({ file: 'keys', failure: custody.error });
  }
  // The journal as well: what is left in one that was taken away is erased by nobody.
  const { vault: vaultFile, ledger: ledgerFile } = KIOSK_FILES;
  const watched = [vaultFile, `${vaultFile}-journal`, ledgerFile].map((name) => join(dataFolder, name));
  const inPlace = watchOver(watched);
  return ok({
    ...{ vault: vault.value, ledger: ledger.value, custody: custody.value, holds, inPlace },
    ...{ policies, policyAtStart: begun.value },
  });
}

/** An empty file is as good as none. */
function isThere(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Applications whose keys must outlive the start: the open ones, and those whose wipe a legal hold stopped. */
function liveKeys(vault: Vault, holds: Holds): ReadonlySet<ApplicationId> {
  const stopped = stoppedWipes({ vault, holds });
  return new Set([...vault.openIds(), ...stopped.map(({ application }) => application)]);
}

/** The kiosk's private key, read anew for each signature. Throws before set-up. */
export function signingKeyOf({ kiosk }: Pick<Vault, 'kiosk'>): KeyObject {
  return readSigningKey(kiosk.signingKey());
}

function watchOver(paths: readonly string[]): () => boolean {
  const identityOf = (path: string): string => {
    const file = statSync(path, { throwIfNoEntry: false });
    return file === undefined ? 'gone' : `${file.dev}:${file.ino}`;
  };
  const opened = paths.map(identityOf);
  return () => paths.every((path, index) => identityOf(path) === opened[index]);
}

function mismatchOf(
  vault: Vault,
  ledger: Ledger,
  use: KioskUse,
): (LedgerMismatch | MissingFile)['kind'] | null {
  const kiosk = vault.kiosk.read();
  if (kiosk === null) return ledger.head() === undefined ? null : 'other-kiosk';
  if (ledger.head() === undefined) {
    // Set-up leaves the ledger's first entries pending in the transaction that makes the kiosk, so a crash before the
    // first entry left them so. With nothing pending there were entries: the file was replaced by an empty one.
    const isCutOff = vault.kiosk.lastTicket().number === 0 && pendingCount(vault.database) > 0;
    return isCutOff ? null : 'missing';
  }
  if (ledger.checkpoint()?.kiosk !== kiosk.identifier) return 'other-kiosk';
  if (!ledger.verifyTail().ok) return 'broken';
  // What was rehearsed never becomes a record of residents, and no invented person is counted among them.
  if (use === 'residents' && ledger.has('rehearsal-began')) return 'of-rehearsal';
  return use === 'rehearsal' && ledger.has('custody-decided') ? 'of-residents' : null;
}
