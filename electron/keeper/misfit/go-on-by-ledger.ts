import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import { memberId } from '../../../shared/contract/ids.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import { dropPending } from '../outbox/pending-entries.ts';
import { forgetRestingEntries } from '../outbox/resting-entries.ts';
import { forgetPrinter, printerHashIn } from '../printing/chosen-printer.ts';
import { replaceRibbons } from '../ribbons/ribbons.ts';
import { removeMember, unconfirmMember } from '../staff/member-rows.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { Vault } from '../vault/vault.ts';
import { heldButErased, staffMisfits } from './compare-with-ledger.ts';
import type { FoundAtStart } from './found-at-start.ts';

/** What ending applications needs of the kiosk. */
export interface EndingPort {
  readonly vault: Vault;
  readonly jobRows: { disown(application: ApplicationId): void };
  readonly dayRows: { forgetResting(): void };
  readonly trayChecks: { add(check: TrayCheck): void };
}

/** What making a vault fit its ledger needs besides. */
export interface GoOnPort extends EndingPort {
  readonly ledger: {
    head(): LedgerPosition | undefined;
    vaultMark(): { readonly kind: string; readonly generation?: number };
  };
  readonly holds: { disown(application: ApplicationId): void };
  readonly recovery: { reconsider(): void };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
}

/** Who lets the kiosk go on, and when. */
export interface GoingOn {
  readonly by: string;
  readonly utc: number;
}

/**
 * Makes the vault what the ledger says, where the two differ, and answers the entries that come of it: of what the ledger cannot give
 * back (a passphrase, a printer) it has from now on that it is gone. Inside the vault's transaction. After it the two fit.
 */
export function goOnByLedger(
  port: GoOnPort,
  found: FoundAtStart,
  ending: readonly ApplicationId[],
  at: GoingOn,
): readonly LedgerEntry[] {
  const kinds = new Set(found.misfits.map(({ kind }) => kind));
  endAll(port, ending);
  dropPending(port.vault.database, found.unsigned);
  if (kinds.has('vault-older')) forgetUnfinished(port);
  // An older vault has older codes, and staff whom only it knows may have kept one.
  if (kinds.has('vault-older') || kinds.has('staff')) port.recovery.reconsider();
  // What a hold kept and what is being erased all the same was told: the hold counts it on.
  for (const { application } of heldButErased(found.vault)) port.holds.disown(application);
  if (kinds.has('vault-older') || kinds.has('ledger-altered'))
    port.vault.kiosk.advance(port.ledger.vaultMark().generation);
  port.vault.kiosk.noteHead(port.ledger.head() ?? null);
  if (kinds.has('custody')) port.vault.kiosk.setCustody(found.ledger.custody);
  if (kinds.has('practice')) port.vault.kiosk.setPracticing(found.ledger.isPracticing);
  return [
    ...(kinds.has('staff') ? staffByLedger(port, found, at) : []),
    ...(kinds.has('card-printer') ? [withoutCardPrinter(port, at)] : []),
    ...(kinds.has('paper-printer') ? [withoutPaperPrinter(port, at)] : []),
    ...(kinds.has('ribbons') ? ribbonsOfBoth(port, found, at) : []),
    ...(kinds.has('policy') ? [policyAsItIs(port, at)] : []),
  ];
}

/**
 * Ends open applications, and erasures as far as there are rows of somebody: nobody is counted. One that has only its printer to wait for
 * goes on, and is.
 */
export function endWhatIsThere(port: EndingPort): void {
  const { vault, jobRows } = port;
  endAll(port, vault.openIds());
  const erased = vault.allIds();
  for (const { application, id } of vault.wipes.all())
    if (erased.includes(application)) vault.wipes.remove(id);
  for (const application of erased) {
    vault.remove(application);
    jobRows.disown(application);
  }
}

/** Ends open applications. Their slots are overwritten by now. What the ledger counts of them it has counted, or it never will: nobody knows. */
export function endAll({ vault, jobRows, trayChecks }: EndingPort, ending: readonly ApplicationId[]): void {
  if (ending.length === 0) return;
  const cards = ending.filter((application) => {
    const state = parseApplicationState(vault.stored(application)?.state ?? '');
    return state.ok && mayHaveCard(state.value);
  }).length;
  for (const application of ending) {
    vault.remove(application);
    jobRows.disown(application);
  }
  trayChecks.add({ cause: 'called-off', applications: ending.length, cards });
}

/**
 * What rested in an older copy, and erasures under way in it, may be in the ledger already: nobody is counted twice. Whatever of it is there
 * stands among entries that the vault does not know; so of a vault that is not older nothing is. What is left of somebody goes.
 */
function forgetUnfinished({ vault, jobRows, dayRows }: GoOnPort): void {
  for (const { application, id } of vault.wipes.all()) {
    vault.remove(application);
    jobRows.disown(application);
    vault.wipes.remove(id);
  }
  forgetRestingEntries(vault.database);
  dayRows.forgetResting();
}

/** Who is only in the vault was added by nobody; who is only in the ledger has lost their passphrase with the vault that had it. */
function staffByLedger(
  { vault: { database } }: GoOnPort,
  found: FoundAtStart,
  { by, utc }: GoingOn,
): readonly LedgerEntry[] {
  return staffMisfits(found.vault, found.ledger).flatMap(({ member, inVault, inLedger }): LedgerEntry[] => {
    const isSame = inVault !== null && inLedger !== null && inVault.role === inLedger.role;
    if (isSame) {
      unconfirmMember(database, memberId.parse(member), memberId.parse(NOBODY));
      return [];
    }
    // A passphrase is bound to the role that it was given in.
    if (inVault !== null) removeMember(database, memberId.parse(member));
    if (inLedger === null) return [];
    return [{ kind: 'staff-changed', utc, by, member, act: 'removed', role: inLedger.role }];
  });
}

function withoutCardPrinter({ vault }: GoOnPort, { by, utc }: GoingOn): LedgerEntry {
  forgetPrinter(vault.database, 'card');
  return {
    kind: 'printer-chosen',
    utc,
    by,
    driver: 'virtual',
    printer: printerHashIn(vault.database, 'card'),
  };
}

function withoutPaperPrinter({ vault }: GoOnPort, { by, utc }: GoingOn): LedgerEntry {
  forgetPrinter(vault.database, 'ordinary');
  return { kind: 'ordinary-printer-chosen', utc, by, printer: printerHashIn(vault.database, 'ordinary') };
}

/** Every ribbon that one of the two knows: a used one shows faces until two people have destroyed it. One at most is in the printer. */
function ribbonsOfBoth(
  { vault }: GoOnPort,
  found: FoundAtStart,
  { by, utc }: GoingOn,
): readonly LedgerEntry[] {
  const known = [...found.ledger.ribbons].map(([ribbon, moments]) => ({ ribbon, ...moments }));
  const surplus = found.vault.ribbons
    .filter(({ ribbon }) => !found.ledger.ribbons.has(ribbon))
    .map((each) => ({ ...each, removed: each.removed ?? utc }));
  replaceRibbons(vault.database, [...known, ...surplus]);
  return surplus.flatMap(({ ribbon }) => [
    { kind: 'ribbon-fitted', utc, by, ribbon } as const,
    { kind: 'ribbon-removed', utc, by, ribbon } as const,
  ]);
}

function policyAsItIs({ vault, policies }: GoOnPort, { utc }: GoingOn): LedgerEntry {
  const policy = policies.inForce.hash;
  vault.kiosk.setToldPolicy(policy);
  return { kind: 'policy-in-force', utc, policy };
}
