import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Problem } from '../../parts/problem.tsx';
import { differenceReasonInWords } from '../../wording/command/difference-reason.ts';
import type { DrawerReason } from './closing-draft.ts';
import styles from './difference-choice.module.css';

/** Why a count is off; nothing where it is not. `isLacking`: somebody wanted to close without a reason. */
export function DifferenceChoice<Reason extends DrawerReason>(props: {
  name: string;
  legend: string;
  reasons: readonly Reason[];
  value: Reason | null;
  isLacking: boolean;
  onChoose: (reason: Reason) => void;
}): ReactNode {
  const { name, legend, reasons, value, isLacking, onChoose } = props;
  if (reasons.length === 0) return null;
  return (
    <div>
      <ChoiceList
        name={name}
        legend={legend}
        value={value}
        onChoose={onChoose}
        choices={reasons.map((reason) => ({ value: reason, label: differenceReasonInWords(reason) }))}
      />
      <div className={styles.line}>
        {isLacking ? (
          <Problem>
            <Trans comment="Error below a choice of reasons, why a count of blank cards or cash is off.">
              Choose a reason for the difference.
            </Trans>
          </Problem>
        ) : null}
      </div>
    </div>
  );
}
