import type { ReactNode } from 'react';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { noticeLanguages } from '../../shared/orders/usual-notice.ts';
import { usePolicy } from '../core-client/core.tsx';
import styles from './suspended.module.css';

/** A suspension's notice, large enough to be read over the counter: English first, then the policy's other languages. */
export function SuspendedForResidents({ notice }: Pick<SuspensionStatus, 'notice'>): ReactNode {
  const { languages } = usePolicy();
  const shown = noticeLanguages(languages ?? Object.keys(notice)).flatMap((language) => {
    const text = notice[language];
    return text === undefined ? [] : [{ language, text }];
  });
  return (
    <div className={styles.residents}>
      {shown.map(({ language, text }) => (
        <p key={language} lang={language} dir="auto" data-for-residents={language}>
          {text}
        </p>
      ))}
    </div>
  );
}
