import { type ReactNode, useState } from 'react';
import { type FieldName, fieldOf, inputNames } from '../../../shared/application/fields.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { answerId } from '../../application/answers/answer-order.ts';
import { useDoubtsNow } from '../../application/answers/use-doubts.ts';
import { useProblemsNow } from '../../application/answers/use-typed-answers.ts';
import { answerOf, drawingProblemOf } from '../../application/preview/drawing-problem.ts';
import { useCore } from '../../core-client/core.tsx';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { PolicyText } from '../../parts/policy-text.tsx';
import {
  ownDoubtInWords,
  ownDrawingProblemInWords,
  ownProblemInWords,
} from '../../wording/resident/problem.ts';
import { useWizard } from '../wizard-context.ts';
import { RouteAsked } from './route-asked.tsx';
import styles from './show-applicant.module.css';

/** The question that the clerk is at: why the applicant came, or a field; null: none. */
function questionAtHand(): 'route' | FieldName | null {
  if (document.activeElement?.closest('[data-route]')) return 'route';
  const input = inputNames.find((each) => answerId(each) === document.activeElement?.id);
  return input === undefined ? null : fieldOf(input);
}

/** What the applicant is told of a field, in the language that is spoken when it is asked for. */
type Tell = () => string;

/** Of every field with something to tell, the first of it: what is wrong, what the card can't be drawn with, what is asked. */
function useToldNow(): () => ReadonlyMap<FieldName, Tell> {
  const { store } = useCore();
  const problemsNow = useProblemsNow();
  const doubtsNow = useDoubtsNow();
  return () => {
    const told = new Map<FieldName, Tell>();
    const tell = (field: FieldName, words: Tell): void => {
      if (!told.has(field)) told.set(field, words);
    };
    for (const { field, problem } of problemsNow()) tell(fieldOf(field), () => ownProblemInWords(problem));
    const drawing = drawingProblemOf(store.getState().preview);
    const input = drawing === null ? null : answerOf(drawing);
    if (drawing !== null && input !== null) tell(fieldOf(input), () => ownDrawingProblemInWords(drawing));
    for (const { field, doubt } of doubtsNow()) tell(field, () => ownDoubtInWords(doubt));
    return told;
  };
}

/**
 * What is asked, as the programme calls it in the applicant's language, and what is wrong with the answer or asked about it: of
 * the question that the clerk was at, or else of every field that still needs something. Below it, for the clerk, in English.
 */
export function QuestionsToAnswer(): ReactNode {
  const { application, policy } = useWizard();
  const { language } = application.answers;
  // Before what is shown takes the focus.
  const [atHand] = useState(questionAtHand);
  const toldNow = useToldNow();
  const [told] = useState(toldNow);
  const asked = policy.fields.filter(
    ({ field, use }) => use !== 'off' && (atHand === null ? told.has(field) : field === atHand),
  );
  const own = useWordingIn(language, () => asked.map(({ field }) => told.get(field)?.()));
  if (atHand === 'route') return <RouteAsked />;
  if (asked.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {asked.map(({ field, label }, index) => {
        const tell = told.get(field);
        return (
          <li key={field} data-question={field}>
            <p className={styles.label}>
              <PolicyText text={label} around={language} />
            </p>
            {tell === undefined ? null : <p data-told>{own?.[index]}</p>}
            {language === 'en' ? null : (
              <div className={styles.english} lang="en" dir="ltr">
                {/* Where the policy has it in English alone, that is what stands above. */}
                {inLanguage(label, language) === label.en ? null : <p>{label.en}</p>}
                {tell === undefined ? null : <p data-told-in-english>{tell()}</p>}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
