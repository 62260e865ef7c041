import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ValidAnswers } from '../../../shared/application/answers.ts';
import { ageOn } from '../../../shared/application/birth-date.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import { yearsOldInWords } from '../../wording/application/age.ts';
import { fieldInWords } from '../../wording/application/fields.ts';
import { dateInWords } from '../../wording/dates.ts';
import styles from './read-back.module.css';

interface ReadBackProps {
  readonly answers: ValidAnswers;
  /** The programme's fields, in its order. */
  readonly asked: readonly PolicyField[];
  readonly today: CalendarDate;
}

/** What will stand on the card, large enough to be read from the other side of the counter. */
export function ReadBack({ answers, asked, today }: ReadBackProps): ReactNode {
  return (
    <dl className={styles.readBack}>
      <div>
        <dt className={styles.label}>
          <Trans>Name</Trans>
        </dt>
        <dd className={styles.name} dir="auto" data-read-back="name">
          {answers.name}
        </dd>
      </div>
      <div>
        <dt className={styles.label}>
          <Trans>Born on</Trans>
        </dt>
        <dd className={styles.birth} data-read-back="birth-date">
          {dateInWords(answers.birthDate)}
        </dd>
        <dd className={styles.age} data-read-back="age">
          {yearsOldInWords(ageOn(answers.birthDate, today))}
        </dd>
      </div>
      {asked.map((field) => {
        const said = field.field === 'name' || field.field === 'birthDate' ? null : answers[field.field];
        return said === null ? null : (
          <div key={field.field} className={styles.line}>
            <dt className={styles.label}>{fieldInWords(field)}</dt>
            <dd className={styles.value} dir="auto" data-read-back={field.field}>
              {typeof said === 'string' ? said : `${said.name} · ${said.phone}`}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
