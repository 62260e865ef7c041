import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { answersSoFar } from '../../../shared/application/answers.ts';
import { isWholeDate } from '../../../shared/application/birth-date.ts';
import { type FieldName, type FieldValues, fields } from '../../../shared/application/fields.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { useCoreView } from '../../core-client/core.tsx';
import { NameAndPhone } from '../../parts/name-and-phone.tsx';
import { PolicyText } from '../../parts/policy-text.tsx';
import { choicesOf, fieldInWords, notOnCardInWords, yesInWords } from '../../wording/application/fields.ts';
import { dateInWords } from '../../wording/dates.ts';
import { notPrintableInWords } from '../../wording/resident/labeled.ts';
import { ownRouteInWords } from '../../wording/resident/route.ts';
import type { Question } from '../flow/flow.ts';
import { useTypedHere } from '../page/typed-here.ts';
import { useResident } from '../resident-context.ts';
import { PressButton } from './press-button.tsx';
import { RefusedHere } from './refused-here.tsx';
import styles from './review-lines.module.css';

/** What a field holds, as it is read; null: nothing, or nothing that holds. */
function valueInWords(values: FieldValues, asked: PolicyField): ReactNode {
  const value = values[asked.field];
  if (value === null) return null;
  if (value === true) return yesInWords();
  if (typeof value === 'string') {
    const [input] = fields[asked.field].inputs;
    return choicesOf(input, [asked])?.find((choice) => choice.value === value)?.words ?? value;
  }
  if ('phone' in value) return <NameAndPhone {...value} />;
  return isWholeDate(value) ? dateInWords(value) : String(value.year);
}

/** One line for each question. `wrong`: the one that keeps the card from being made, and how often going on was refused for it. */
export function ReviewLines(props: {
  wrong: { readonly field: FieldName; readonly attempt: number } | null;
  onChange: (question: Question) => void;
}): ReactNode {
  const { t } = useLingui();
  const { policy, questions, status } = useResident();
  const typed = useTypedHere();
  const texts = useStore(typed, (state) => state.texts);
  const route = useCoreView(({ application }) => application?.answers.route ?? 'first');
  const values = answersSoFar(texts, policy.fields, status.today);
  return (
    <dl className={styles.lines}>
      {questions.map((question) => {
        const asked = policy.fields.find(({ field }) => field === question);
        const label =
          asked === undefined
            ? t({
                message: 'Why you came (not on the card)',
                comment:
                  'Label in the list of what a resident entered, where the other lines are printed on the card.',
              })
            : fieldInWords(asked);
        const value =
          asked === undefined ? ownRouteInWords(route) : (valueInWords(values, asked) ?? notOnCardInWords());
        const wrong = question === props.wrong?.field ? props.wrong : null;
        const citys = asked?.choices?.find(({ en }) => en === values[asked.field]);
        return (
          <div key={question} className={styles.line} data-line={question} data-wrong={wrong !== null}>
            <dt className={styles.label}>
              {asked === undefined ? label : <PolicyText text={asked.label} />}
            </dt>
            <dd className={styles.value}>
              {citys === undefined ? <bdi dir="auto">{value}</bdi> : <PolicyText text={citys} />}
            </dd>
            <dd className={styles.change}>
              <PressButton
                label={t({
                  message: `Change: ${label}`,
                  comment:
                    'Name of a button for screen readers, at a line of what a resident entered. {label} is the line’s label.',
                })}
                onPress={() => props.onChange(question)}
              >
                {t({ message: 'Change', comment: 'Button at a line of what a resident entered.' })}
              </PressButton>
            </dd>
            {wrong === null ? null : (
              <dd className={styles.told}>
                <RefusedHere attempt={wrong.attempt}>{notPrintableInWords(label)}</RefusedHere>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
