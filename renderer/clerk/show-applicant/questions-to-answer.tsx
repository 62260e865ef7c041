import { type ReactNode, useState } from 'react';
import { type FieldName, fieldOf, inputNames } from '../../../shared/application/fields.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { useProblemsNow } from '../../application/answers/use-typed-answers.ts';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { PolicyText } from '../../parts/policy-text.tsx';
import { ownProblemInWords } from '../../wording/resident/problem.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** The field that the clerk is at; null: none. */
function fieldAtHand(): FieldName | null {
  const input = inputNames.find((each) => answerId(each) === document.activeElement?.id);
  return input === undefined ? null : fieldOf(input);
}

/**
 * What is asked, as the programme calls it in the applicant's language, and what is wrong with the answer: of the field that
 * the clerk was at, or else of every one that still needs something.
 */
export function QuestionsToAnswer(): ReactNode {
  const { application, policy } = useWizard();
  const { language } = application.answers;
  // Before what is shown takes the focus.
  const [atHand] = useState(fieldAtHand);
  const problemsNow = useProblemsNow();
  const [problems] = useState(problemsNow);
  const asked = policy.fields.filter(
    ({ field, use }) =>
      use !== 'off' &&
      (atHand === null ? problems.some((each) => fieldOf(each.field) === field) : field === atHand),
  );
  const told = useWordingIn(language, () =>
    asked.map(({ field }) => {
      const found = problems.find((each) => fieldOf(each.field) === field)?.problem;
      return found === undefined ? null : ownProblemInWords(found);
    }),
  );
  if (asked.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {asked.map(({ field, label }, index) => (
        <li key={field} data-question={field}>
          <p className={styles.label}>
            <PolicyText text={label} around={language} />
          </p>
          <p>{told?.[index]}</p>
          {language === 'en' ? null : (
            <p className={styles.english} lang="en" dir="ltr">
              {label.en}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
