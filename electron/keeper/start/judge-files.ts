import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import type { SlotFileFailure } from '../custody/file-failure.ts';
import { cameAfter } from '../data-folder/former-kiosks.ts';
import { isEndOf } from '../data-folder/former-ledger.ts';
import { isLedgerToBegin, isUnused } from '../data-folder/ledger-to-begin.ts';
import { keysAreMissing, type MissingFile } from '../data-folder/missing-file.ts';
import type { OpenFailure } from '../database/open-failure.ts';
import { createHolds, type Holds, holdsIn, isOnEverything } from '../holds/holds.ts';
import type { HoldsFileFailure, NotedHold } from '../holds/holds-beside-vault.ts';
import { judgeNoted, type NotedAtStart } from '../holds/restore-noted.ts';
import { stoppedWipes } from '../holds/verdict.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import { pendingCount, pendingIn } from '../outbox/pending-entries.ts';
import { policyRecordOf } from '../policy/policies.ts';
import {
  type OfferedPolicy,
  type PolicyAtStart,
  type PolicyAtStartFailure,
  policyAtStart,
} from '../policy/policy-at-start.ts';
import type { Vault } from '../vault/vault.ts';

/** Why a keeper does not start. The file is named, and nothing in it is lost. */
export type ServicesFailure =
  | { readonly file: 'policy'; readonly failure: PolicyAtStartFailure }
  | { readonly file: 'vault'; readonly failure: OpenFailure | MissingFile }
  | { readonly file: 'ledger'; readonly failure: OpenFailure | MissingFile | LedgerMismatch }
  | { readonly file: 'keys'; readonly failure: SlotFileFailure | MissingFile }
  | { readonly file: 'signing'; readonly failure: SlotFileFailure }
  | { readonly file: 'holds'; readonly failure: HoldsFileFailure };

/**
 * `other-kiosk`: vault and ledger are not of one kiosk. `broken`: the ledger's end does not hold. `of-rehearsal`:
 * its people are invented, and this program is for residents. `of-evaluation`: they are as well, and this program is none for
 * evaluations. `live-without-key`: it is live, and this program, which is for residents, would never have let it. `of-residents`: this
 * program is a rehearsal, and the ledger is not.
 */
export interface LedgerMismatch {
  readonly kind:
    | 'other-kiosk'
    | 'broken'
    | 'of-rehearsal'
    | 'of-evaluation'
    | 'live-without-key'
    | 'of-residents';
}

export const MISSING: MissingFile = { kind: 'missing' };

/** What a keeper begins with, as its files are. */
export interface Beginning {
  readonly policyAtStart: PolicyAtStart;
  /** Applications whose keys must outlive the start: the open ones, and those whose wipe a legal hold stopped. */
  readonly live: ReadonlySet<ApplicationId>;
  /** Holds that are written down beside the vault. */
  readonly noted: NotedAtStart;
}

/**
 * Whether a keeper begins with these files, which belong together then. Reads only: of files of an older version it is asked
 * with what will be in them, before they are carried over, so that whoever is refused has the release before to go back to.
 */
export function judgeFiles(
  dataFolder: string,
  { vault, ledger }: { readonly vault: Vault; readonly ledger: LedgerView },
  { use, policy }: { readonly use: KioskUse; readonly policy: OfferedPolicy },
  besideVault: readonly NotedHold[],
): Result<Beginning, ServicesFailure> {
  const mismatch = mismatchOf(dataFolder, { vault, ledger }, use);
  if (mismatch !== null) return err({ file: 'ledger', failure: { kind: mismatch } });
  const former = vault.kiosk.formerLedger();
  const noted = judgeNoted(besideVault, {
    ...{ vault, ledger },
    cameAfter: (kiosk) => cameAfter(dataFolder, former, kiosk),
  });
  if (!noted.ok) return err({ file: 'ledger', failure: { kind: 'broken' } });
  // They stand from this start on, and before anything ends.
  const isToStand = noted.value.lacking.some(({ stands }) => !stands);
  const isHeld = isToStand || isOnEverything(holdsIn(vault.database));
  const begun = policyAtStart(policy, policyRecordOf(vault, isHeld));
  if (!begun.ok) return err({ file: 'policy', failure: begun.error });
  // By the policy that begins: what is not live by it is overwritten when the slots are opened.
  const holds = createHolds(vault, () => begun.value.policy.rules.hold);
  if (keysAreMissing(dataFolder, vault, holds)) return err({ file: 'keys', failure: MISSING });
  const live = liveKeys(vault, holds, isToStand);
  return ok({ policyAtStart: begun.value, live, noted: noted.value });
}

/** `isToStand`: a hold on everything is about to, and may stop any erasure. */
function liveKeys(vault: Vault, holds: Holds, isToStand: boolean): ReadonlySet<ApplicationId> {
  const stopped = isToStand ? vault.wipes.all() : stoppedWipes({ vault, holds });
  return new Set([...vault.openIds(), ...stopped.map(({ application }) => application)]);
}

function mismatchOf(
  dataFolder: string,
  { vault, ledger }: { readonly vault: Vault; readonly ledger: LedgerView },
  use: KioskUse,
): (LedgerMismatch | MissingFile)['kind'] | null {
  const kiosk = vault.kiosk.read();
  if (kiosk === null) return ledger.head() === undefined ? null : 'other-kiosk';
  if (ledger.head() === undefined) {
    // Set-up leaves the ledger's first entries pending in the transaction that makes the kiosk, so a crash before the
    // first entry left them so. With nothing pending there were entries: the file was replaced by an empty one.
    const isCutOff =
      vault.kiosk.lastTicket().number === 0 && pendingCount(vault.database) > 0 && isUnused(vault);
    // What it is for waits for it: where it comes after another one, also what that one was for.
    return isCutOff || isLedgerToBegin(dataFolder, vault) ? otherUse(vault, ledger, use) : 'missing';
  }
  // The one that was to be put aside, and was not: nobody has its key, so no sign-in tries one.
  if (isEndOf(vault.kiosk.formerLedger(), ledger)) return 'other-kiosk';
  if (ledger.checkpoint()?.kiosk !== kiosk.identifier) return 'other-kiosk';
  if (!ledger.verifyTail().ok) return 'broken';
  return otherUse(vault, ledger, use);
}

/** What was rehearsed or tried never becomes a record of residents, and no invented person is counted among them. */
function otherUse(vault: Vault, ledger: LedgerView, use: KioskUse): LedgerMismatch['kind'] | null {
  const pending = pendingIn(vault.database);
  const has = (kind: EntryKindName): boolean =>
    ledger.has(kind) || pending.some(({ entry }) => entry.kind === kind);
  switch (use) {
    case 'residents':
      if (has('rehearsal-began')) return 'of-rehearsal';
      if (has('evaluation-began')) return 'of-evaluation';
      // Before ledger version 10 an evaluation left no entry of its own. A kiosk for residents pins a key before it goes live.
      return isLive(vault) && vault.kiosk.programmeKey() === null ? 'live-without-key' : null;
    case 'rehearsal':
      if (has('evaluation-began')) return 'of-evaluation';
      return has('custody-decided') ? 'of-residents' : null;
    case 'evaluation':
      return null;
    default:
      return unreachable(use);
  }
}

function isLive({ kiosk }: Vault): boolean {
  return (kiosk.read()?.custody ?? null) !== null;
}
