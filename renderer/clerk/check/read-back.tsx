import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { ValidAnswers } from '../../../shared/application/answers.ts';
import { type BirthDate, isWholeDate } from '../../../shared/application/birth-date.ts';
import { type FieldName, inputsInOrder } from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { NameAndPhone } from '../../parts/name-and-phone.tsx';
import { applicantsAgeInWords } from '../../wording/application/age.ts';
import { fieldInWords, yesInWords } from '../../wording/application/fields.ts';
import { dateInWords } from '../../wording/dates.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './read-back.module.css';
import { useFittedWords } from './use-fitted-words.ts';

interface ReadBackProps {
  readonly answers: ValidAnswers;
  /** The programme's fields, in its order. */
  readonly asked: readonly PolicyField[];
  readonly today: CalendarDate;
}

interface Line {
  readonly field: PolicyField;
  readonly label: string;
  readonly value: ReactNode;
  readonly style: string | undefined;
}

function useLines({ answers, asked, today }: ReadBackProps): readonly Line[] {
  const { t } = useLingui();
  const line = (field: PolicyField): Line | null => {
    switch (field.field) {
      case 'name':
        return {
          field,
          label: t({
            message: 'Name',
            comment: 'Label of a field, and column heading: the name of a person.',
          }),
          value: <FittedName name={answers.name} />,
          style: styles.name,
        };
      case 'birthDate':
        return {
          field,
          label: isWholeDate(answers.birthDate)
            ? t({ message: 'Born on', comment: 'Label on the review screen: the birth date follows.' })
            : t({ message: 'Born in', comment: 'Label on the review screen: the year of birth follows.' }),
          value: <Born on={answers.birthDate} today={today} />,
          style: styles.birth,
        };
      default: {
        const said = answers[field.field];
        const value =
          said === true ? (
            yesInWords()
          ) : said === null || typeof said === 'string' ? (
            said
          ) : (
            <NameAndPhone {...said} />
          );
        return value === null ? null : { field, label: fieldInWords(field), value, style: styles.value };
      }
    }
  };
  // Name and birth date first, whatever the programme asks for first: they are what a card is wrong by.
  const first: readonly FieldName[] = ['name', 'birthDate'];
  const order = [
    ...first.flatMap((name) => asked.filter(({ field }) => field === name)),
    ...asked.filter(({ field, use }) => !first.includes(field) && use !== 'off'),
  ];
  return order.flatMap((field) => line(field) ?? []);
}

/**
 * What will stand on the card, large enough to be read from the other side of the counter, with a way to change each
 * line: name and birth date beside the photo, the others below both.
 */
export function ReadBack(props: ReadBackProps): ReactNode {
  const { isOverlaid, reopen } = useWizard();
  const lines = useLines(props);
  const changes = lines.map(
    ({ field }) =>
      () =>
        reopen('answers', inputsInOrder(field)[0]),
  );
  // In the order of the keyboard: the tenth has 0. There is no key with two digits.
  const keys = lines.map((_, index) => '1234567890'[index]);
  const actions = changes.flatMap((change, index) => {
    const key = keys[index];
    return key === undefined ? [] : [[key, change] as const];
  });
  useKeys(Object.fromEntries(actions), !isOverlaid);
  const shown = lines.map((line, index) => (
    <ReadBackLine key={line.field.field} line={line} shortcut={keys[index]} onChange={changes[index]} />
  ));
  return (
    <>
      <dl className={styles.first}>{shown.slice(0, 2)}</dl>
      {shown.length > 2 ? <dl className={styles.others}>{shown.slice(2)}</dl> : null}
    </>
  );
}

function ReadBackLine(props: {
  line: Line;
  shortcut: string | undefined;
  onChange: (() => void) | undefined;
}): ReactNode {
  const { field, label, value, style } = props.line;
  return (
    <div>
      <dt className={styles.label}>
        {label}
        <span className={styles.change}>
          <ActionButton
            kind="quiet"
            {...(props.shortcut === undefined ? {} : { shortcut: props.shortcut })}
            onPress={() => props.onChange?.()}
          >
            <Trans comment="Button at a line of the review screen. {label} is the line’s label, and only screen readers say it.">
              Change <span className={hidden.hidden}>{label}</span>
            </Trans>
          </ActionButton>
        </span>
      </dt>
      <dd
        className={style}
        dir="auto"
        data-read-back={field.field === 'birthDate' ? 'birth-date' : field.field}
      >
        {value}
      </dd>
    </div>
  );
}

/** Where a name is broken it is no longer read as it is spelled. */
function FittedName({ name }: { name: string }): ReactNode {
  const text = useRef<HTMLSpanElement>(null);
  useFittedWords(text, name);
  return (
    <span ref={text} className={styles.fitted}>
      {name}
    </span>
  );
}

function Born({ on, today }: { on: BirthDate; today: CalendarDate }): ReactNode {
  return (
    <>
      {isWholeDate(on) ? dateInWords(on) : on.year}{' '}
      <span className={styles.age} data-age>
        {applicantsAgeInWords(on, today)}
      </span>
    </>
  );
}
