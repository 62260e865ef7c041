import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { sectionInWords } from '../../wording/section.ts';
import { EntryMade } from '../entry-made.tsx';
import { SectionPanel } from '../section-panel.tsx';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import { beginningPracticeInWords, endingPracticeInWords } from './practice-effects.ts';

/** Switches the kiosk between applicants and practice: what that does is said before it is done. */
export function PracticeSection({ status }: { status: KioskStatus }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const [made, setMade] = useState<'practice-began' | 'practice-ended' | null>(null);
  const { practice } = status;
  useEffect(() => {
    // The button is another one now: the same key pressed twice must not undo what it did.
    if (made !== null) document.getElementById('section-heading')?.focus();
  }, [made]);
  const turn = async (): Promise<void> => {
    setMade(null);
    const answer = () => (practice ? client.endPractice({}) : client.beginPractice({}));
    if (await act.run(answer)) setMade(practice ? 'practice-ended' : 'practice-began');
  };
  return (
    <SectionPanel section="practice" heading={sectionInWords('practice')}>
      <p data-practice={practice}>
        {practice ? (
          <Trans comment="To serve is to issue cards to applicants.">
            This kiosk is set to practice. It can’t serve applicants until you end practice.
          </Trans>
        ) : (
          <Trans comment="Above a list of what practice does. To serve is to issue cards to applicants.">
            This kiosk serves applicants. During practice:
          </Trans>
        )}
      </p>
      <Sentences all={practice ? endingPracticeInWords() : beginningPracticeInWords()} />
      <div className={styles.choices}>
        <ActionButton kind="main" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void turn()}>
          {practice ? (
            <Trans comment="Button: the kiosk serves applicants again.">End practice</Trans>
          ) : (
            <Trans comment="Button: from now on staff practice with made-up applicants.">
              Begin practice
            </Trans>
          )}
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} />
      <EntryMade kind={made} />
    </SectionPanel>
  );
}
