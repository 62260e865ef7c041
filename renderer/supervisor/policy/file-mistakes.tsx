import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PolicyMistake } from '../../../shared/contract/policy-acts.ts';
import { policyMistakeInWords } from '../../wording/policy/policy-fault.ts';
import styles from '../supervisor.module.css';
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
            <MistakeWords said={policyMistakeInWords(mistake)} />
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <p>
          <Plural
            comment="After a list of mistakes in a file."
            value={more}
            one="And # more, which is listed once these are corrected."
            other="And # more, which are listed once these are corrected."
          />
        </p>
      )}
    </>
  );
}

const QUOTED = /(“[^”]*”)/;

/** What is quoted out of a file stays whole at the end of a line: a date breaks at its hyphens else, and reads like another one. */
function MistakeWords({ said }: { said: string }): ReactNode {
  return said.split(QUOTED).map((part, place) =>
    QUOTED.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <span key={place} className={styles.whole}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
