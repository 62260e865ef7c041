import {
  type ApplicationState,
  advance,
  parseApplicationState,
  type ReachedState,
} from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { type Occupant, type Occupants, occupantOf } from '../applications/occupants.ts';
import { recordOf } from '../applications/open-record.ts';
import type { Database } from '../database/open-database.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { JobRow } from '../printing/job-rows.ts';
import { checkTrayForLateCard, mayComeLate } from '../tray/late-cards.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { BegunWipe } from './begin-wipe.ts';
import type { SessionEndings } from './end-in-session.ts';

/**
 * Why an application ends that nobody at its counter ends: its time is up, the office ends all that are open, or its applicant has
 * changed their mind while it waits for a clerk.
 */
export type UnfinishedEnding = 'policy-expired' | 'office-called-off' | 'clerk-withdrew';

/** What says which applications may end so. */
export interface UnfinishedPort {
  readonly vault: { open(): readonly OpenApplicationRow[] };
  readonly occupants: Occupants;
  readonly holds: { readonly verdict: AskHolds };
  readonly jobs: { isRunning(application: ApplicationId): boolean };
}

/** The open applications that may end so now: none that a hold keeps, none whose card is being made. */
export function unfinished(
  { vault, occupants, holds, jobs }: UnfinishedPort,
  ending: UnfinishedEnding,
): readonly OpenApplicationRow[] {
  return vault.open().filter(({ id, state }) => {
    const parsed = parseApplicationState(state);
    // While a card comes out of the printer only the printer speaks; the next check sees what came of it.
    const may = parsed.ok && advance(parsed.value, { kind: ending }).ok;
    // Its worker may have sent the card in this very moment: an office that ends everything can wait for what comes of that.
    // Time that is up cannot. One without a worker ends: a printer that nobody reaches must not keep it for ever.
    const isBeingSent = ending === 'office-called-off' && state === 'queued' && jobs.isRunning(id);
    const isLeft = occupantOf(occupants, id)?.leaving === true;
    return may && !isBeingSent && !isLeft && holds.verdict(id, null).kind === 'free';
  });
}

/** What ending an application so needs of the kiosk. */
export interface EndUnfinishedPort {
  readonly vault: ApplicationReader & {
    readonly database: Database;
    made(application: ApplicationId): readonly Uint8Array[];
  };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly outbox: Outbox;
  readonly sessionEndings: SessionEndings;
  readonly screens: { tell(token: string, event: KeeperEvent): void; refresh(): void };
  beginWipe(application: ApplicationId, ended: ReachedState): BegunWipe;
  onBug(where: string, error: unknown): void;
}

/**
 * Ends an application of `unfinished`, also while nobody is signed in. A card that lies in the tray belongs to
 * nobody any more: it is counted as spoiled, and whoever comes next is asked to look.
 * @throws where the disk does not take it: then nothing of it has happened, and the next check tries again.
 */
export function endUnfinished(
  port: EndUnfinishedPort,
  application: ApplicationId,
  ending: UnfinishedEnding,
): void {
  const { vault, outbox, sessionEndings, onBug } = port;
  const { state } = recordOf(vault, application);
  const ended = advance(state, { kind: ending });
  if (!ended.ok) throw new Error('this application cannot end now');
  const occupant = sessionEndings.occupantOf(application);
  // Before the record goes. Only the session that has it open knows its values: it searches for them.
  const fingerprints = occupant === null ? [] : [...vault.made(application)];
  const begun = vault.database.transaction(() => {
    outbox.enqueue(countCard(port, application, state, ending));
    return port.beginWipe(application, ended.value);
  })();
  outbox.flush();
  // It has begun: what is thrown from here on is no reason to begin again.
  goOn(port, occupant, begun, fingerprints).catch((error: unknown) => onBug('ending', error));
}

/** Ends applications that nobody at their counter ends. */
export interface UnfinishedEndings {
  /** The open applications that may end so now: see `unfinished`. */
  of(ending: UnfinishedEnding): readonly OpenApplicationRow[];
  /** Ends one of them. @throws as `endUnfinished` does. */
  end(application: ApplicationId, ending: UnfinishedEnding): void;
  /** Ends this one if it may end so now. False: it can't. @throws as `endUnfinished` does. */
  endIfMay(application: ApplicationId, ending: UnfinishedEnding): boolean;
}

/** Those of one kiosk. `which` says what may end, `how` ends it. */
export function createUnfinishedEndings(which: UnfinishedPort, how: EndUnfinishedPort): UnfinishedEndings {
  return {
    of: (ending) => unfinished(which, ending),
    end: (application, ending) => endUnfinished(how, application, ending),
    endIfMay(application, ending) {
      if (!unfinished(which, ending).some(({ id }) => id === application)) return false;
      endUnfinished(how, application, ending);
      return true;
    },
  };
}

/** In the transaction that ends the application: a retry must not count its card twice. */
function countCard(
  { jobRows, trayChecks, outbox }: EndUnfinishedPort,
  application: ApplicationId,
  state: ApplicationState,
  ending: UnfinishedEnding,
): readonly LedgerEntry[] {
  if (ending === 'clerk-withdrew') {
    // What an applicant can still end has no card; but one that was given up and changed again may still come out.
    if (mayComeLate(jobRows, application, 'withdrawn')) checkTrayForLateCard(trayChecks);
    return [];
  }
  const outcome = ending === 'policy-expired' ? 'expired' : 'called-off';
  if (!mayHaveCard(state) && !mayComeLate(jobRows, application, outcome)) return [];
  trayChecks.add({ cause: outcome, applications: 1, cards: 1 });
  if (state.kind !== 'printed') return [];
  return [{ kind: 'spoiled', day: outbox.now().day, reason: 'not-collected' }];
}

async function goOn(
  { sessionEndings, screens }: EndUnfinishedPort,
  occupant: Occupant | null,
  begun: BegunWipe,
  fingerprints: readonly Uint8Array[],
): Promise<void> {
  if (occupant === null) await sessionEndings.endUnseen(begun);
  else {
    // Out of sight, and it reports.
    const where = await sessionEndings.endInSession(occupant, begun);
    screens.tell(occupant.session.token, { kind: 'ended', fingerprints: [...fingerprints], ...where });
  }
  screens.refresh();
}
