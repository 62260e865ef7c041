import type { ReactNode } from 'react';
import { type DifferenceReason, differenceReasons } from '../../../shared/ledger/reasons.ts';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { differenceReasonInWords } from '../../wording/command/difference-reason.ts';

/** Why a count is off. */
export function DifferenceChoice(props: {
  name: string;
  legend: string;
  value: DifferenceReason | null;
  onChoose: (reason: DifferenceReason) => void;
}): ReactNode {
  const reasons = differenceReasons.filter((each) => each !== 'none');
  return (
    <ChoiceList
      name={props.name}
      legend={props.legend}
      value={props.value}
      onChoose={props.onChoose}
      choices={reasons.map((value) => ({ value, label: differenceReasonInWords(value) }))}
    />
  );
}
