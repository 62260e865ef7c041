import type { SealedName } from '../../../shared/contract/command/record-search.ts';
import type { SearchStatement } from '../../../shared/record-search/statement.ts';
import type { SearchEntries } from './search-entries.ts';
import { type SearchHeldPort, type SearchProgress, searchHeld } from './search-held.ts';
import type { AskedSearch } from './search-statement.ts';
import type { SignedAnswers } from './signed-answers.ts';

/** What a search that is told in the ledger, and answered with a signature, needs of the kiosk. */
export interface CarryOutPort extends SearchHeldPort {
  readonly entries: SearchEntries;
  readonly answers: SignedAnswers;
  /** Aborted when the keeper begins to stop: then nothing is searched or answered any more. */
  readonly closing: AbortSignal;
}

/**
 * What became of it. `canceled`: it was stopped. `failed`: the ledger did not take the entry of the search, and nothing was
 * opened; or it did not take the entry of the answer, and nobody has one.
 */
export type CarriedOut =
  | { readonly kind: 'answered'; readonly statement: SearchStatement }
  | { readonly kind: 'canceled' | 'failed' };

/** Records that everything is searched, searches, records which answer was signed, and answers. @throws as `searchHeld` does. */
export async function carryOutSearch(
  port: CarryOutPort,
  name: SealedName,
  asked: AskedSearch,
  stopped: AbortSignal,
  tell: (progress: SearchProgress) => void,
): Promise<CarriedOut> {
  const signal = AbortSignal.any([stopped, port.closing]);
  if (signal.aborted) return { kind: 'canceled' };
  const begun = port.entries.enter(asked);
  if (begun === null) return { kind: 'failed' };
  const findings = await searchHeld(port, { name, digest: asked.digest }, signal, tell);
  if (findings === null) return { kind: 'canceled' };
  const statement = port.answers.sign(asked, begun, findings);
  return port.entries.enterAnswer(statement) ? { kind: 'answered', statement } : { kind: 'failed' };
}
