import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { HoldId } from '../../shared/contract/ids.ts';
import type { LegalHold } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';
import { Notice } from '../parts/notice.tsx';
import { momentInWords } from '../wording/dates.ts';
import { holdReasonInWords, holdScopeInWords } from '../wording/hold.ts';
import styles from './supervisor.module.css';

/** An entry that an act on this screen has made. `before`: the holds that were in force before it. */
export type MadeEntry =
  | { readonly kind: 'hold-set'; readonly before: readonly HoldId[] }
  | { readonly kind: 'intake-resumed'; readonly hold: HoldId; readonly reference: string }
  | { readonly kind: 'hold-lifted'; readonly hold: HoldId };

/** As much of a random id as people compare by eye. */
function short(hold: HoldId): string {
  return hold.slice(0, 8);
}

function Fields({ entry, holds }: { entry: MadeEntry; holds: readonly LegalHold[] }): ReactNode {
  switch (entry.kind) {
    case 'hold-set': {
      // The status with the new hold may still be on its way.
      const set = holds.find(({ hold }) => !entry.before.includes(hold));
      if (set === undefined) return null;
      const { frozen, unsealed } = set;
      const moment = momentInWords(set.since);
      const scope = holdScopeInWords(set.scope);
      const reason = holdReasonInWords(set.reason);
      return (
        <p>
          <Trans>
            {moment} · hold <span className={styles.code}>{short(set.hold)}</span> · {scope} · {reason} ·
            kept: {frozen} · not sealed: {unsealed} (the ledger rounds figures)
          </Trans>
        </p>
      );
    }
    case 'intake-resumed': {
      const { reference } = entry;
      return (
        <p>
          <Trans>
            Hold <span className={styles.code}>{short(entry.hold)}</span> · counsel’s reference “{reference}”,
            as a hash: the ledger holds no text
          </Trans>
        </p>
      );
    }
    case 'hold-lifted':
      return (
        <p>
          <Trans>
            Hold <span className={styles.code}>{short(entry.hold)}</span> · both supervisors · the exact time
          </Trans>
        </p>
      );
    default:
      return unreachable(entry);
  }
}

/** The ledger entry that the last act made. The region stands before it, so that it is spoken. */
export function LedgerHasIt(props: { entry: MadeEntry | null; holds: readonly LegalHold[] }): ReactNode {
  const { entry, holds } = props;
  return (
    <div role="status" data-entry-made={entry?.kind}>
      {entry === null ? null : (
        <Notice kind="good">
          <p>
            <Trans>
              Done. The ledger has it: <b className={styles.code}>{entry.kind}</b>
            </Trans>
          </p>
          <Fields entry={entry} holds={holds} />
        </Notice>
      )}
    </div>
  );
}
