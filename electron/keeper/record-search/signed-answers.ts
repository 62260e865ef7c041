import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { SearchFindings, SearchStatement } from '../../../shared/record-search/statement.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { type AskedSearch, type BegunSearch, makeStatement } from './search-statement.ts';

/** What signing the answer of a search needs of the kiosk. */
export interface SignedAnswersPort {
  readonly kiosk: { read(): KioskIdentity | null };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly clock: { now(): number };
  readonly facts: { readonly build: SearchStatement['build'] };
  signingKey(): SigningKey;
}

/** Answers of searches, as they leave the kiosk. */
export interface SignedAnswers {
  /** The answer of a search that ended now. */
  sign(asked: AskedSearch, begun: BegunSearch, findings: SearchFindings): SearchStatement;
}

/** Those that one kiosk signs. */
export function createSignedAnswers(port: SignedAnswersPort): SignedAnswers {
  return {
    sign(asked, begun, findings) {
      const kiosk = port.kiosk.read();
      if (kiosk === null) throw new Error('a kiosk that was never set up was searched');
      const { identifier, name } = kiosk;
      const searched = { identifier, name, build: port.facts.build, policy: port.policies.inForce.hash };
      return makeStatement(port.signingKey(), asked, begun, searched, findings, port.clock.now());
    },
  };
}
