import type { ReactNode } from 'react';
import { noticeInOrder } from '../../shared/orders/usual-notice.ts';
import { usePolicy } from '../core-client/core.tsx';
import { languageForStaff } from '../wording/applicant-screens/language-for-staff.ts';
import styles from './notice-texts.module.css';

/**
 * What residents would read, for staff who decide on it: a text for each language below its name, in the letters and the
 * direction of that language. By language.
 */
export function NoticeTexts({ notice }: { notice: Readonly<Record<string, string>> }): ReactNode {
  const { languages } = usePolicy();
  return (
    <ul className={styles.texts} data-notice-texts>
      {noticeInOrder(notice, languages).map(({ language, text }) => (
        <li key={language}>
          <p className={styles.language}>{languageForStaff(language)}</p>
          <p lang={language} dir="auto" data-notice-text={language}>
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
