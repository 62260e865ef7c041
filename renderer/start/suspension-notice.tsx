import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { noticeLanguages } from '../../shared/orders/usual-notice.ts';
import { usePolicy } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import { endInWords, openInWords, stateInWords } from '../wording/suspension/suspension.ts';
import styles from './suspension-notice.module.css';

/** Suspensions in force, with their notice for residents, and those announced. */
export function SuspensionNotices({ status }: { status: KioskStatus }): ReactNode {
  return status.suspensions.map((suspension) => (
    <div key={suspension.source} data-notice="suspension" data-source={suspension.source}>
      <SuspensionNotice suspension={suspension} />
    </div>
  ));
}

function SuspensionNotice({ suspension }: { suspension: SuspensionStatus }): ReactNode {
  const { timeZone } = usePolicy();
  const isInForce = suspension.since !== null;
  return (
    <Notice kind={isInForce ? 'warn' : 'plain'}>
      {isInForce ? <ForResidents notice={suspension.notice} /> : null}
      <p>
        <b>{stateInWords(suspension, timeZone)}</b> {openInWords(suspension.open)}{' '}
        {endInWords(suspension, timeZone)}
      </p>
    </Notice>
  );
}

/** Large enough to be read over the counter: English first, then the policy's other languages. */
function ForResidents({ notice }: Pick<SuspensionStatus, 'notice'>): ReactNode {
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
