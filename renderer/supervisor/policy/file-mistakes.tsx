import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PolicyMistake } from '../../../shared/contract/policy-acts.ts';
import { policyMistakeInWords } from '../../wording/policy/policy-fault.ts';
import own from './policy.module.css';

/** What is wrong in a file of the programme, place by place. */
export function FileMistakes({
  mistakes,
  more,
}: {
  mistakes: readonly PolicyMistake[];
  more: number;
}): ReactNode {
  return (
    <>
      <ul className={own.list}>
        {mistakes.map((mistake) => (
          <li key={`${mistake.line}:${mistake.column}:${mistake.at}:${mistake.allowed}`}>
            {policyMistakeInWords(mistake)}
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <p>
          <Plural
            comment="After a list of mistakes in a file."
            value={more}
            one="And # more."
            other="And # more."
          />
        </p>
      )}
    </>
  );
}
