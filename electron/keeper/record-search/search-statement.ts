import { hash } from 'node:crypto';
import { textInputs } from '../../../shared/application/fields.ts';
import type { MemberId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { SearchReason } from '../../../shared/ledger/reasons.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import { nameMatches } from '../../../shared/record-search/match-names.ts';
import { staffTextSources } from '../../../shared/record-search/staff-texts.ts';
import {
  type SearchFindings,
  type SearchStatement,
  type SignedContent,
  signedText,
  type UnsignedSearchStatement,
} from '../../../shared/record-search/statement.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { SigningKey } from '../signing/signing-key.ts';

/** A search as it was asked for: who agreed on what. */
export interface AskedSearch {
  readonly by: MemberId;
  readonly second: MemberId;
  readonly reason: SearchReason;
  /** Of the name and its salt. */
  readonly digest: string;
}

/** How the kiosk stood when it began. */
export interface BegunSearch {
  /** Epoch milliseconds: as its entry has it. What was there at that moment is opened, or counted as not opened. */
  readonly began: number;
  /** The entry that tells of it. */
  readonly ledger: LedgerPosition;
  readonly dateInDoubt: boolean;
  readonly holds: SearchStatement['holds'];
}

/** Where it was searched, and under which rules. */
export interface SearchedKiosk {
  readonly identifier: string;
  readonly name: string;
  readonly build: SearchStatement['build'];
  readonly policy: PolicyHash;
}

/**
 * What the ledger has of an answer: SHA-256 of the text that was signed, as hex. The text has the digest of the name with a
 * salt of 128 bits (`digestedText`), which no file of the kiosk has: whoever knows the ledger alone can try neither names
 * nor answers with it.
 */
export function digestOfAnswer(content: SignedContent): string {
  return hash('sha256', signedText(content), 'hex');
}

/** The signed answer. `ended`: epoch milliseconds. */
export function makeStatement(
  key: SigningKey,
  asked: AskedSearch,
  { began, ledger, dateInDoubt, holds }: BegunSearch,
  kiosk: SearchedKiosk,
  findings: SearchFindings,
  ended: number,
): SearchStatement {
  const content: UnsignedSearchStatement = {
    format: 'counterfoil record search 3',
    ...{ kiosk: kiosk.identifier, kioskName: kiosk.name, build: kiosk.build, program: PROGRAM_VERSION },
    ...{ policy: kiosk.policy, began: new Date(began).toISOString(), dateInDoubt },
    ...{ ended: new Date(ended).toISOString(), by: asked.by, second: asked.second, reason: asked.reason },
    ...{ name: asked.digest, inputs: [...textInputs], spellings: [...nameMatches] },
    staffSources: [...staffTextSources],
    ...findings,
    ...{ holds, ledger: { sequence: ledger.sequence, hash: ledger.hash } },
  };
  return {
    ...content,
    signature: key.sign(Buffer.from(signedText(content))).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
}
