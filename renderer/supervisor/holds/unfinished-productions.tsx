import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { UnfinishedProduction } from '../../../shared/contract/command/production.ts';
import { useCore, useTimeZone } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { minuteInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';

/** Files that may not be whole, each until a supervisor has acknowledged it. Which application it was nobody wrote down. */
export function UnfinishedProductions({ all }: { all: readonly UnfinishedProduction[] }): ReactNode {
  const { client } = useCore();
  const timeZone = useTimeZone();
  const act = useAct();
  const note = async (hash: UnfinishedProduction['package']): Promise<void> => {
    // The button goes with what was noted.
    if (await act.run(() => client.acknowledgeProduction({ package: hash })))
      document.getElementById('section-heading')?.focus();
  };
  if (all.length === 0 && act.refusal === null) return null;
  return (
    <div className={styles.section} data-unfinished-productions={all.length}>
      <ul className={styles.column}>
        {all.map(({ package: hash, file, utc }) => {
          const moment = minuteInWords(utc, timeZone);
          return (
            <li key={hash}>
              <Notice kind="bad">
                <p>
                  <Trans comment="Warning. {file} is the name of a file on a USB drive, {moment} a date and time. To produce is to hand a record over under a legal order; counsel is the city’s lawyer.">
                    The kiosk doesn’t know whether <span className={styles.fileName}>{file}</span> is
                    complete. It was produced on {moment}. Keep that USB drive, and tell counsel. If the file
                    or its manifest isn’t there, produce the application again. The ledger has an entry about
                    this.
                  </Trans>
                </p>
                <div>
                  <ActionButton
                    kind="quiet"
                    ariaDisabled={act.busy && 'for-a-moment'}
                    onPress={() => void note(hash)}
                  >
                    <Trans comment="Button: the warning goes away. {file} is the name of a file; only screen readers say this part.">
                      I have noted this <span className={hidden.hidden}>{file}</span>
                    </Trans>
                  </ActionButton>
                </div>
              </Notice>
            </li>
          );
        })}
      </ul>
      <Refused refusal={act.refusal} />
    </div>
  );
}
