import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isErasing, type LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { becameInWords, howItEndedInWords, whatNextInWords } from '../../wording/resident/ending.ts';
import { Bar } from '../page/bar.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { StaffButton } from '../parts/staff-button.tsx';
import { useResident } from '../resident-context.ts';
import styles from './left-screen.module.css';

/** How a resident's application ended, and what became of what they entered: no more than is known. */
export function LeftScreen({ ending }: { ending: Extract<LastEnding, { kind: 'left' }> }): ReactNode {
  const { status, beginAnew } = useResident();
  const isOver = !isErasing(ending);
  const isSelfService = status.residents.setting === 'self-service';
  const next = whatNextInWords(ending, isSelfService);
  return (
    <ResidentScreen
      name="resident-left"
      heading={howItEndedInWords(ending)}
      bar={<Bar leaves="nothing" />}
      foot={
        <>
          {isSelfService ? (
            <PressButton kind="main" isBusy={!isOver} onPress={beginAnew}>
              <Trans comment="Button on the screen that tells a resident what became of what they entered: to the first screen.">
                Close
              </Trans>
            </PressButton>
          ) : null}
          <StaffButton />
        </>
      }
    >
      {isSelfService ? null : (
        <p>
          <Trans comment="On a resident’s screen at a counter that they share with the clerk.">
            Turn the screen to the clerk.
          </Trans>
        </p>
      )}
      {next === null ? null : <p data-next>{next}</p>}
      <Became ending={ending} />
    </ResidentScreen>
  );
}

/** What became of it, and then what the receipt tells: all that was done, and all that is not proven. */
function Became({ ending }: { ending: Extract<LastEnding, { kind: 'left' }> }): ReactNode {
  const { lead, result } = becameInWords(ending.became);
  const notProven = result?.notProven ?? null;
  return (
    <div
      role="status"
      className={styles.became}
      data-became={ending.became.kind}
      data-outcome={ending.outcome}
    >
      <p>{lead}</p>
      {result?.done.map((said) => (
        <p key={said}>{said}</p>
      ))}
      {notProven === null ? null : (
        <>
          <h2 className={styles.heading}>{notProven.label}</h2>
          <ul className={styles.open} data-not-proven>
            {notProven.lines.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
