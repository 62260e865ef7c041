import type { ReactNode } from 'react';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { noticeInOrder } from '../../shared/orders/usual-notice.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { residentLanguageOf } from '../../shared/residents/language-of-tag.ts';
import { usePolicy } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import styles from './suspended.module.css';

/** By language. */
type NoticeTexts = Readonly<Record<string, string>>;

interface ForResidents {
  /** The resident's own screen speaks it. Undefined: staff's screen, read over the counter. */
  readonly ownScreenIn?: ResidentLanguage | undefined;
}

/**
 * A suspension's notice in every language that it has: English first, and large enough to be read over the counter; on a resident's own
 * screen its language first, and as large as what else is read there.
 */
function SuspendedForResidents({ notice, ownScreenIn }: ForResidents & { notice: NoticeTexts }): ReactNode {
  const { languages } = usePolicy();
  const inOrder = noticeInOrder(notice, languages);
  const isOwn = ({ language }: { readonly language: string }): boolean =>
    ownScreenIn !== undefined && residentLanguageOf(language) === ownScreenIn;
  return (
    <div className={styles.residents} data-own-screen={ownScreenIn !== undefined}>
      {[...inOrder.filter(isOwn), ...inOrder.filter((each) => !isOwn(each))].map(({ language, text }) => (
        <p key={language} lang={language} dir="auto" data-for-residents={language}>
          {text}
        </p>
      ))}
    </div>
  );
}

/** What is told of one suspension. */
export function SuspensionNotice(props: {
  source: SuspensionStatus['source'];
  kind: 'warn' | 'plain';
  children: ReactNode;
}): ReactNode {
  const { source, kind, children } = props;
  return (
    <div className={styles.notice} data-notice="suspension" data-source={source}>
      <Notice kind={kind}>{children}</Notice>
    </div>
  );
}

/** What of a notice no other one has said before it. */
function unsaid(notice: NoticeTexts, before: readonly NoticeTexts[]): NoticeTexts {
  return Object.fromEntries(
    Object.entries(notice).filter(
      ([language, text]) => !before.some((other) => other[language]?.trim() === text.trim()),
    ),
  );
}

/** What residents read, whoever is at work here: the notice of each suspension in force, and nothing twice. */
export function SuspendedNow(
  props: ForResidents & {
    suspensions: readonly Pick<SuspensionStatus, 'source' | 'since' | 'notice'>[];
  },
): ReactNode {
  const inForce = props.suspensions.filter(({ since }) => since !== null);
  const notices = inForce.map(({ notice }) => notice);
  return inForce
    .map(({ source, notice }, at) => ({ source, notice: unsaid(notice, notices.slice(0, at)) }))
    .filter(({ notice }) => Object.keys(notice).length > 0)
    .map(({ source, notice }) => (
      <SuspensionNotice key={source} source={source} kind="warn">
        <SuspendedForResidents notice={notice} ownScreenIn={props.ownScreenIn} />
      </SuspensionNotice>
    ));
}
