import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import { wipeSteps } from '../../../shared/contract/application/wipe-steps.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { OpenSteps, Statement } from '../../../shared/statement/statement.ts';
import type { Hold } from '../holds/hold.ts';
import { isOnEverything } from '../holds/holds.ts';
import { type AskHolds, stoppedWipes } from '../holds/verdict.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import { isOnlyPrintSideOpen } from '../wipe/wipe-procedure.ts';

/** What open work is counted from. */
export interface WorkFactsPort {
  readonly vault: {
    open(): readonly OpenApplicationRow[];
    readonly wipes: { all(): readonly WipeRow[] };
  };
  readonly custody: {
    kindOf(application: ApplicationId): CustodyKind | null;
    applications(): readonly ApplicationId[];
  };
  readonly holds: { readonly verdict: AskHolds };
}

/** What this kiosk works at, or is kept from going on with. */
export type WorkFacts = Pick<Statement, 'applications' | 'keys' | 'wipes'>;

/** Open applications by custody and state, all keys, and wipes that have not ended. */
export function workFacts(port: WorkFactsPort): WorkFacts {
  const { vault, custody } = port;
  const counts = new Map<string, Statement['applications'][number]>();
  for (const { id, state } of vault.open()) {
    const parsed = parseApplicationState(state);
    if (!parsed.ok) throw new Error('an application in the vault has no known state');
    const of = { custody: custody.kindOf(id) ?? 'no-key', state: parsed.value.kind } as const;
    const name = `${of.custody} ${of.state}`;
    counts.set(name, { ...of, applications: (counts.get(name)?.applications ?? 0) + 1 });
  }
  const kinds = custody.applications().map((application) => custody.kindOf(application));
  return {
    applications: [...counts.values()],
    keys: {
      inMemory: kinds.filter((kind) => kind === 'memory').length,
      inSlots: kinds.filter((kind) => kind === 'sealed').length,
    },
    wipes: wipeFacts(port),
  };
}

/** Each wipe is one of three; what a hold stops is asked as the ledger's entry of that hold asked it. */
function wipeFacts(port: WorkFactsPort): Statement['wipes'] {
  const { vault, custody } = port;
  const stopped = stoppedWipes(port);
  const others = vault.wipes.all().filter(({ id }) => stopped.every((each) => each.id !== id));
  const notProven = others.filter((wipe) => !isOnlyPrintSideOpen(wipe));
  const keys = stopped.map(({ application }) => custody.kindOf(application));
  return {
    stopped: {
      wipes: stopped.length,
      inMemory: keys.filter((kind) => kind === 'memory').length,
      inSlots: keys.filter((kind) => kind === 'sealed').length,
      noKey: keys.filter((kind) => kind === null).length,
      openSteps: openStepsOf(stopped),
    },
    waitingForPrinter: others.length - notProven.length,
    notProven: { wipes: notProven.length, openSteps: openStepsOf(notProven) },
  };
}

function openStepsOf(wipes: readonly WipeRow[]): OpenSteps {
  return wipeSteps.flatMap((step) => {
    const open = wipes.filter(({ done }) => !done.includes(step)).length;
    return open === 0 ? [] : [{ step, wipes: open }];
  });
}

/** What one hold stops: one on everything all that is stopped, and one on named tickets nothing. */
export function stoppedBy(
  hold: Pick<Hold, 'scope'>,
  { stopped: { wipes, inMemory } }: Statement['wipes'],
): Statement['holds'][number]['stopped'] {
  return isOnEverything([hold]) ? { wipes, inMemory } : { wipes: 0, inMemory: 0 };
}
