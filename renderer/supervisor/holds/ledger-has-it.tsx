import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EndedByLifting } from '../../../shared/contract/command/hold-acts.ts';
import type { Production } from '../../../shared/contract/command/production.ts';
import type { HoldId } from '../../../shared/contract/ids.ts';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import { unreachable } from '../../../shared/result.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { shortId } from '../../parts/short-id.ts';
import { momentInWords } from '../../wording/dates.ts';
import { holdReasonInWords, holdScopeInWords } from '../../wording/holds/hold.ts';
import { endingInWords } from '../../wording/holds/lifting-a-hold.ts';
import { liftWaitsInWords, setWaitsInWords } from '../../wording/misfit/holds-meanwhile.ts';
import { EntryMade } from '../entry-made.tsx';
import styles from '../supervisor.module.css';
import { ProducedRecord } from './produced-record.tsx';

/** An entry that an act on this screen has made. `before`: the holds that were in force before it. */
export type MadeEntry =
  | { readonly kind: 'hold-set'; readonly before: readonly HoldId[] }
  | {
      readonly kind: 'intake-resumed';
      readonly hold: HoldId;
      readonly reference: string;
      /** To be written down: it is shown once. */
      readonly salt: string;
    }
  | { readonly kind: 'record-produced'; readonly production: Production }
  | { readonly kind: 'hold-lifted'; readonly hold: HoldId; readonly ended: EndedByLifting };

function Fields({ entry, holds }: { entry: MadeEntry; holds: readonly LegalHold[] }): ReactNode {
  const timeZone = useTimeZone();
  switch (entry.kind) {
    case 'hold-set': {
      // The status with the new hold may still be on its way.
      const set = holds.find(({ hold }) => !entry.before.includes(hold));
      if (set === undefined) return null;
      const frozen = set.frozen + set.stopped.all;
      const unsealed = set.unsealed + set.stopped.inMemory;
      const hold = shortId(set.hold);
      const moment = momentInWords(set.since, timeZone);
      const scope = holdScopeInWords(set.scope);
      const reason = holdReasonInWords(set.reason);
      return (
        <>
          <p>
            <Trans comment="What the ledger recorded about a legal hold, which {hold} names: {moment} is a date and time, {scope} is like “Chosen tickets”, {reason} like “Subpoena”.">
              Legal hold <span className={styles.code}>{hold}</span>, set {moment}. Applies to: {scope}.
              Reason: {reason}.
            </Trans>
          </p>
          <p>
            <Trans comment="What the ledger recorded about a legal hold: {frozen} applications are kept, {unsealed} have keys in memory only.">
              Applications kept: {frozen}. With keys in memory only: {unsealed}. The ledger rounds both
              numbers.
            </Trans>
          </p>
        </>
      );
    }
    case 'intake-resumed': {
      const { reference } = entry;
      const hold = shortId(entry.hold);
      const salt = inGroups(entry.salt);
      return (
        <>
          <p>
            <Trans comment="What the ledger recorded. {hold} names a legal hold, {reference} is a lawyer’s file number.">
              Legal hold <span className={styles.code}>{hold}</span>. Counsel’s reference “{reference}” is
              recorded as a hash: the ledger holds no text.
            </Trans>
          </p>
          <p>
            <Trans comment="Below what the ledger recorded: {salt} is a long number in groups. With it and the reference somebody can compute the hash.">
              Write this number beside the reference: <span className={styles.code}>{salt}</span>. It’s shown
              only now. Without it, nobody can show that the hash is of this reference.
            </Trans>
          </p>
        </>
      );
    }
    case 'record-produced':
      return <ProducedRecord production={entry.production} />;
    case 'hold-lifted': {
      const { ended } = entry;
      const hold = shortId(entry.hold);
      const moment = momentInWords(ended.at, timeZone);
      return (
        <>
          <p>
            <Trans comment="What the ledger recorded. {hold} is a few letters and digits that name a legal hold; {moment} is a date and time.">
              Legal hold <span className={styles.code}>{hold}</span>. Recorded {moment}, with both
              supervisors.
            </Trans>
          </p>
          {endingInWords(ended).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      );
    }
    default:
      return unreachable(entry);
  }
}

function waitsInWords(entry: MadeEntry | null): string {
  return entry?.kind === 'hold-set' ? setWaitsInWords() : liftWaitsInWords();
}

/** The ledger entry that the last act about holds made. While files don’t fit together the ledger is not written. */
export function LedgerHasIt(props: { entry: MadeEntry | null; status: KioskStatus }): ReactNode {
  const { entry, status } = props;
  const waits = status.misfit === null ? null : waitsInWords(entry);
  return (
    <EntryMade kind={entry?.kind ?? null} waits={waits}>
      {entry === null ? null : <Fields entry={entry} holds={status.holds} />}
    </EntryMade>
  );
}
