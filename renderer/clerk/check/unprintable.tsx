import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../../shared/application/answers.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { inputInFull } from '../../wording/application/fields.ts';
import { problemInWords } from '../../wording/application/problem.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './unprintable.module.css';

/** In the place of the read-back: the first of the card details that keeps the card from being printed, and the way to it. */
export function Unprintable({ problems }: { problems: readonly FieldProblem[] }): ReactNode {
  const { policy, reopen } = useWizard();
  const [first] = problems;
  if (first === undefined) return null;
  const field = inputInFull(first.field, policy.fields);
  const problem = problemInWords(first.problem);
  return (
    <div className={styles.unprintable}>
      <Notice kind="bad" role="alert">
        <p>
          <Trans comment="On the review screen, where a card detail can’t be printed. {field} is its label, {problem} a sentence that says what is wrong.">
            {field}: {problem}
          </Trans>
        </p>
      </Notice>
      <ActionButton autoFocus onPress={() => reopen('answers', first.field)}>
        <Trans comment="Button on the review screen: opens the form at the card detail that is wrong. {field} is its label.">
          Change {field}
        </Trans>
      </ActionButton>
    </div>
  );
}
