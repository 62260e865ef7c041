import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ValidAnswers } from '../../shared/application/answers.ts';
import { dateInWords } from '../wording/dates.ts';
import styles from './read-back.module.css';

function Line({ label, children }: { label: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value} dir="auto">
        {children}
      </dd>
    </div>
  );
}

/** What will stand on the card, large enough to be read from the other side of the counter. */
export function ReadBack({ answers }: { answers: ValidAnswers }): ReactNode {
  const { chosenName, gender, emergencyContact, libraryNumber } = answers;
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
      </div>
      {chosenName === null ? null : <Line label={<Trans>Chosen name</Trans>}>{chosenName}</Line>}
      {gender === null ? null : <Line label={<Trans>Gender</Trans>}>{gender}</Line>}
      {emergencyContact === null ? null : (
        <Line label={<Trans>Emergency contact</Trans>}>
          {emergencyContact.name} · {emergencyContact.phone}
        </Line>
      )}
      {libraryNumber === null ? null : <Line label={<Trans>Library number</Trans>}>{libraryNumber}</Line>}
    </dl>
  );
}
