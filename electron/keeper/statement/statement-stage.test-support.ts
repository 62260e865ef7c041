import { join } from 'node:path';
import { memberId } from '../../../shared/contract/ids.ts';
import { SAMPLE_STATEMENT } from '../../../shared/statement/sample-statement.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { createUnwritten } from '../disk/unwritten.ts';
import { createHolds } from '../holds/holds.ts';
import { kioskKey, opened, samplesFor } from '../ledger/ledger.test-support.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createTraces, type Traces } from '../vault/traces.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { type FactsOfFeatures, makeStatement, type StatementPort } from './make-statement.ts';
import { placesOf } from './places-to-search.ts';
import { type ControlledSearchPort, searchWithControl } from './search-with-control.ts';
import { createStatedLedger } from './stated-ledger.ts';
import { measureVault } from './vault-control.ts';
import { type WorkFactsPort, workFacts } from './work-facts.ts';

export const NOON = Date.UTC(2026, 10, 24, 12);
export const ASKED_BY = { member: memberId.parse('0f'.repeat(16)), role: 'supervisor' } as const;

/** What the other features say of themselves. */
export const FACTS: FactsOfFeatures = factsOf(SAMPLE_STATEMENT);

function factsOf({ policy, holds, ...all }: typeof SAMPLE_STATEMENT): FactsOfFeatures {
  const { made, kiosk, program, settings, staff, recovery, ribbons, printers, jobs, doctor } = all;
  return {
    ...{ made, kiosk, program, settings, staff, recovery, ribbons, printers, jobs, doctor, pending: 2 },
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    holds: holds.map(({ sequence: _found, stopped: _counted, ...hold }) => hold),
  };
}

/** What a statement is made of, without a keeper: a real vault and a real ledger, in folders that are really searched. */
export interface StatementStage {
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly traces: Traces;
  readonly folders: { readonly data: string; readonly volatile: string; readonly temporary: string };
  readonly closing: AbortController;
  /** What its files are searched by, and in its place in a port. */
  readonly searching: ControlledSearchPort;
  searchedBy(searching: ControlledSearchPort): StatementPort;
  readonly port: StatementPort;
}

/** A kiosk whose ledger has an entry of each kind. */
export function statementStage(): StatementStage {
  const folders = { data: workingFolder(), volatile: workingFolder(), temporary: workingFolder() };
  const { data, volatile, temporary } = folders;
  const vault = newVault(join(data, 'vault.db'));
  const ledger = opened(join(data, 'ledger.db'));
  ledger.appendAll(samplesFor(kioskKey));
  const traces = createTraces({
    ...{ vault, unwritten: createUnwritten(), setFileTimes: () => undefined },
    onBug(where, error) {
      throw new Error(where, { cause: error });
    },
  });
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const custody: WorkFactsPort['custody'] = { kindOf: () => 'memory', applications: vault.openIds };
  const closing = new AbortController();
  const kiosk = {
    ...{ dataFolder: data, keeperFolder: volatile, exportFolder: null, cardFolder: null },
    sharedFolders: { memory: [], temporary },
  };
  const searching = {
    ...{ clock: testClock({ now: NOON }), closing: closing.signal },
    places: { all: () => placesOf(kiosk), forControl: [data, volatile] },
  };
  const searchedBy = (by: ControlledSearchPort): StatementPort => ({
    ...{ vault, closing: closing.signal },
    ledger: createStatedLedger({ ledger, signingKey: () => kioskKey }),
    search: (identifiers, tell) => searchWithControl(by, identifiers, tell),
    obstacle: () => null,
    facts: () => FACTS,
    work: () => workFacts({ vault, custody, holds }),
    measureVault: () => measureVault({ vault, traces }),
  });
  return { vault, ledger, traces, folders, closing, searching, searchedBy, port: searchedBy(searching) };
}

/** What becomes of a statement that a supervisor asks for. */
export function madeFrom(port: StatementPort): ReturnType<typeof makeStatement> {
  return makeStatement(port, ASKED_BY, () => undefined);
}
