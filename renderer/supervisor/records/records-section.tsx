import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore, usePolicy } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { searchInWords, searchLimitsInWords } from '../../wording/command/record-search.ts';
import { SectionPanel } from '../section-panel.tsx';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';

/** Where "Do we hold this name?" begins: what it does and can say, before anybody types a name. */
export function RecordsSection(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const policy = usePolicy();
  const act = useAct();
  return (
    <SectionPanel
      section="records"
      heading={t({
        message: 'Does this kiosk hold a name?',
        comment: 'Heading of a section: two supervisors search all open applications for a person.',
      })}
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <Sentences all={searchInWords(policy.hold.wipeBegun)} />
        </div>
        <div className={styles.column}>
          <h3 className={styles.subheading}>
            <Trans comment="Heading above a list: what a search for a name does and doesn’t look at.">
              Limits of the search
            </Trans>
          </h3>
          <Sentences all={searchLimitsInWords()} />
        </div>
      </div>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          ariaDisabled={act.busy && 'for-a-moment'}
          onPress={() => void act.run(() => client.beginRecordSearch({}))}
        >
          <Trans comment="Button that opens a screen where a name is typed.">Start a name search…</Trans>
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} />
    </SectionPanel>
  );
}
