import type { KeyObject } from 'node:crypto';
import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { SearchFindings, SearchStatement } from '../../../shared/record-search/statement.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type SearchHeldPort, type SearchProgress, searchHeld } from './search-held.ts';
import { type AskedSearch, makeStatement } from './search-statement.ts';

/** What a search that is told in the ledger, and answered with a signature, needs of the kiosk. */
export interface CarryOutPort extends SearchHeldPort {
  readonly outbox: EntryRecorder;
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly kiosk: { read(): KioskIdentity | null };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly clock: { now(): number };
  readonly facts: { readonly build: SearchStatement['build'] };
  /** Aborted when the keeper begins to stop: then nothing is searched, answered or recorded any more. */
  readonly closing: AbortSignal;
  signingKey(): KeyObject;
}

/** Searches, records that it was searched, and answers; null: it was stopped. @throws as `searchHeld` does. */
export async function carryOutSearch(
  port: CarryOutPort,
  name: SealedName,
  asked: AskedSearch,
  stopped: AbortSignal,
  tell: (progress: SearchProgress) => void,
): Promise<SearchStatement | null> {
  const signal = AbortSignal.any([stopped, port.closing]);
  let done = 0;
  const findings = await searchHeld(port, { name, digest: asked.digest }, signal, (progress) => {
    ({ done } = progress);
    tell(progress);
  });
  if (port.closing.aborted) return null;
  // Also of one that was stopped: two people had it searched, and these were opened.
  record(port, asked, findings ?? { searched: done, unsearchable: 0 });
  return findings === null ? null : answerOf(port, asked, findings);
}

function record(
  { outbox }: CarryOutPort,
  { by, second, reason }: AskedSearch,
  { searched, unsearchable }: Pick<SearchFindings, 'searched' | 'unsearchable'>,
): void {
  outbox.record(({ utc }) => ({
    kind: 'records-searched',
    ...{ utc, by, second, reason },
    applications: roundFigure(searched),
    unsearchable: roundFigure(unsearchable),
  }));
}

function answerOf(port: CarryOutPort, asked: AskedSearch, findings: SearchFindings): SearchStatement {
  const kiosk = port.kiosk.read();
  const ledger = port.ledger.head();
  if (kiosk === null || ledger === undefined) throw new Error('a kiosk that was never set up was searched');
  return makeStatement(
    port.signingKey(),
    asked,
    {
      ...{ identifier: kiosk.identifier, name: kiosk.name, build: port.facts.build, ledger },
      policy: port.policies.inForce.hash,
    },
    findings,
    port.clock.now(),
  );
}
