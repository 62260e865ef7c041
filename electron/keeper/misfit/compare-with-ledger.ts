import type { HoldFact, LedgerFacts, MemberFact } from '../../../shared/ledger/fold.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import type { Hold } from '../holds/hold.ts';
import type { HeldApplication } from '../holds/holds.ts';
import type { VaultMark } from '../ledger/vault-mark/vault-mark.ts';
import { LOCK_OUT_MINUTES } from '../staff/wait-after-wrong-passphrase.ts';
import type { VaultFacts } from './vault-facts.ts';

/** Of the hour of a lock-out so much is not asked for: the vault's last note of the time may be older than a minute. */
const SLACK_MILLISECONDS = 60_000;

/** Holds of the ledger that the vault lacks, or has in part: what one of them keeps, nobody can tell any more. */
export function lackingHolds(vault: VaultFacts, ledger: LedgerFacts, mark: VaultMark): readonly HoldFact[] {
  return [...ledger.holds.values()].filter(
    (fact) =>
      !vault.holds.some(
        (hold) => hold.identifier === fact.hold && isWhole(hold, fact) && !hasLetGo(hold, vault, mark),
      ),
  );
}

/**
 * Whether an application that is still there was frozen by it, and is not any more: it is being erased, which no hold lets begin, or its
 * row names another one. One that was forgotten is not there, and its row names nothing.
 */
function hasLetGo({ identifier }: Hold, { applications, open, held }: VaultFacts, mark: VaultMark): boolean {
  if (heldButErased({ applications, open, held }).some(({ hold }) => hold === identifier)) return true;
  if (mark.kind !== 'signed') return false;
  return applications.some(
    (each) =>
      mark.wasHeld(identifier, each) &&
      !held.some(({ hold, application }) => hold === identifier && application === each),
  );
}

/** What a hold froze by name and what is not open any more, although it is there. */
export function heldButErased({
  applications,
  open,
  held,
}: Pick<VaultFacts, 'applications' | 'open' | 'held'>): readonly HeldApplication[] {
  return held.filter(({ application }) => applications.includes(application) && !open.includes(application));
}

/** A hold that the vault alone has is no misfit: it stands from a transaction of its own, and the entry comes after it. */
function isWhole(hold: Hold, fact: HoldFact): boolean {
  const covers = hold.scope === 'all' || fact.scope === 'tickets';
  const isHonest = hold.reason === fact.reason && (hold.reference === null || fact.isResumed);
  return covers && isHonest && !isShortened(hold, fact);
}

/** Whether it freezes less than when it was set. Figures of a hundred and more are rounded, and tell only as much. */
function isShortened(hold: Hold, { scope, applications, stopped }: HoldFact): boolean {
  if (scope === 'all' && stopped > 99) return false;
  return roundFigure(hold.frozen + (scope === 'all' ? stopped : 0)) < applications;
}

/** Members who are locked out by the ledger, for an hour that is not over, and not by the vault. */
export function lackingLockOuts({ lockOuts, lastTime }: VaultFacts, ledger: LedgerFacts): readonly string[] {
  const hour = LOCK_OUT_MINUTES * 60_000;
  return [...ledger.lockOuts].flatMap(([member, { utc, isDoubtful }]) => {
    // Whoever locked somebody out noted the time: a vault without it was changed, and nobody knows that the hour is over.
    const isOver = lastTime !== null && lastTime.wall >= utc + hour - SLACK_MILLISECONDS;
    const stands = lockOuts.some(
      (each) => each.member === member && each.waitUntil > (lastTime?.elapsed ?? 0),
    );
    return isDoubtful || isOver || stands ? [] : [member];
  });
}

/** How somebody on the staff stands in vault and ledger; null: they do not work here by it. */
export interface StaffMisfit {
  readonly member: string;
  readonly inVault: VaultFacts['staff'][number] | null;
  readonly inLedger: MemberFact | null;
}

/** Members on whom the two do not agree. That a vault asks for a confirmation more is no misfit. */
export function staffMisfits(
  vault: Pick<VaultFacts, 'staff'>,
  { staff, isWhole }: LedgerFacts,
): readonly StaffMisfit[] {
  // A ledger that came after another one, and has nothing about staff yet.
  if (!isWhole && staff.size === 0) return [];
  const members = new Set([...staff.keys(), ...vault.staff.map(({ member }) => member)]);
  return [...members].flatMap((member) => {
    const inVault = vault.staff.find((each) => each.member === member) ?? null;
    const inLedger = staff.get(member) ?? null;
    const fits =
      inVault !== null &&
      inLedger !== null &&
      inVault.role === inLedger.role &&
      (inLedger.isConfirmed || !inVault.isConfirmed);
    return fits ? [] : [{ member, inVault, inLedger }];
  });
}

/** Where the vault is not what the ledger has decided. */
export function compareWithLedger(
  vault: VaultFacts,
  ledger: LedgerFacts,
  mark: VaultMark,
): readonly Misfit[] {
  const [holds, lockOuts, staff] = [
    lackingHolds(vault, ledger, mark).length,
    lackingLockOuts(vault, ledger).length,
    staffMisfits(vault, ledger).length,
  ];
  return [
    ...(holds > 0 ? [{ kind: 'holds', holds } as const] : []),
    ...(staff > 0 ? [{ kind: 'staff', members: staff } as const] : []),
    ...(lockOuts > 0 ? [{ kind: 'lock-outs', members: lockOuts } as const] : []),
    ...decidedOtherwise(vault, ledger),
  ];
}

/** What nobody ever decided by a ledger that came after another one, that one may have. */
function decidedOtherwise(vault: VaultFacts, ledger: LedgerFacts): readonly Misfit[] {
  const { isWhole } = ledger;
  const differs = <Value>(decided: Value | null, inVault: Value): boolean =>
    decided !== null && decided !== inVault;
  const isCustody = differs(ledger.custody, vault.custody) || (isWhole && vault.custody !== ledger.custody);
  const isPractice = vault.isPracticing !== ledger.isPracticing && (isWhole || ledger.isPracticing);
  return [
    ...(isCustody ? [{ kind: 'custody' } as const] : []),
    ...(differs(ledger.cardPrinter, vault.cardPrinter) ? [{ kind: 'card-printer' } as const] : []),
    ...(differs(ledger.paperPrinter, vault.paperPrinter) ? [{ kind: 'paper-printer' } as const] : []),
    ...(areSameRibbons(vault, ledger) ? [] : [{ kind: 'ribbons' } as const]),
    ...(differs(ledger.policy, vault.policy) ? [{ kind: 'policy' } as const] : []),
    ...(isPractice ? [{ kind: 'practice' } as const] : []),
  ];
}

function areSameRibbons(vault: VaultFacts, { ribbons, isWhole }: LedgerFacts): boolean {
  const same = [...ribbons].every(([ribbon, { removed }]) =>
    vault.ribbons.some((kept) => kept.ribbon === ribbon && (kept.removed === null) === (removed === null)),
  );
  return same && (!isWhole || vault.ribbons.length === ribbons.size);
}
