import type { ReactNode } from 'react';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { noticeLanguages } from '../../shared/orders/usual-notice.ts';
import { usePolicy } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
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

/** What residents read while nobody is at work here: the notice of each suspension in force. */
export function SuspendedNow(props: {
  suspensions: readonly Pick<SuspensionStatus, 'source' | 'since' | 'notice'>[];
}): ReactNode {
  return props.suspensions
    .filter(({ since }) => since !== null)
    .map(({ source, notice }) => (
      <div key={source} data-notice="suspension" data-source={source}>
        <Notice kind="warn">
          <SuspendedForResidents notice={notice} />
        </Notice>
      </div>
    ));
}
