import type { KeyObject } from 'node:crypto';
import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { SearchFindings, SearchStatement } from '../../../shared/record-search/statement.ts';
import type { Hold } from '../holds/hold.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { countHeld } from './held-applications.ts';
import { type SearchHeldPort, type SearchProgress, searchHeld } from './search-held.ts';
import { type AskedSearch, type BegunSearch, makeStatement } from './search-statement.ts';

/** What a search that is told in the ledger, and answered with a signature, needs of the kiosk. */
export interface CarryOutPort extends SearchHeldPort {
  readonly outbox: Pick<Outbox, 'record' | 'waiting'>;
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly kiosk: { read(): KioskIdentity | null };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly holds: { all(): readonly Pick<Hold, 'scope' | 'reason' | 'since'>[] };
  readonly time: { doubt(): unknown };
  readonly clock: { now(): number };
  readonly facts: { readonly build: SearchStatement['build'] };
  /** Aborted when the keeper begins to stop: then nothing is searched or answered any more. */
  readonly closing: AbortSignal;
  signingKey(): KeyObject;
}

/** What became of it. `canceled`: it was stopped. `failed`: the ledger did not take its entry, and nothing was opened. */
export type CarriedOut =
  | { readonly kind: 'answered'; readonly statement: SearchStatement }
  | { readonly kind: 'canceled' | 'failed' };

/** Records that everything is searched, searches, and answers. @throws as `searchHeld` does. */
export async function carryOutSearch(
  port: CarryOutPort,
  name: SealedName,
  asked: AskedSearch,
  stopped: AbortSignal,
  tell: (progress: SearchProgress) => void,
): Promise<CarriedOut> {
  const signal = AbortSignal.any([stopped, port.closing]);
  if (signal.aborted) return { kind: 'canceled' };
  const begun = begin(port, asked);
  if (begun === null) return { kind: 'failed' };
  const findings = await searchHeld(port, { name, digest: asked.digest }, signal, tell);
  if (findings === null) return { kind: 'canceled' };
  return { kind: 'answered', statement: answerOf(port, asked, begun, findings) };
}

/**
 * Its entry, on the ledger's disk before anything is opened: however a search ends, whoever opened people has said so.
 * Null: it is pending still.
 */
function begin(port: CarryOutPort, { by, second, reason }: AskedSearch): BegunSearch | null {
  const { outbox, ledger, holds, time } = port;
  const { applications, unsearchable } = countHeld(port);
  outbox.record(({ utc }) => ({
    kind: 'records-searched',
    ...{ utc, by, second, reason },
    applications: roundFigure(applications),
    unsearchable: roundFigure(unsearchable),
  }));
  // Nothing else came between: it is the last one.
  const position = ledger.head();
  if (outbox.waiting() > 0 || position === undefined) return null;
  return {
    ledger: position,
    dateInDoubt: time.doubt() !== null,
    holds: holds.all().map(({ scope, reason: why, since }) => ({
      ...{ scope, reason: why, since: new Date(since).toISOString() },
    })),
  };
}

function answerOf(
  port: CarryOutPort,
  asked: AskedSearch,
  begun: BegunSearch,
  findings: SearchFindings,
): SearchStatement {
  const kiosk = port.kiosk.read();
  if (kiosk === null) throw new Error('a kiosk that was never set up was searched');
  const { identifier, name } = kiosk;
  const searched = { identifier, name, build: port.facts.build, policy: port.policies.inForce.hash };
  return makeStatement(port.signingKey(), asked, begun, searched, findings, port.clock.now());
}
