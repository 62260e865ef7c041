import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useStaffView } from '../../core-client/core.tsx';
import { NoticeTexts } from '../../residents/notice-texts.tsx';
import { type AskedApproval, actInWords } from '../../wording/act.ts';
import { custodyInWords } from '../../wording/custody.ts';
import { wayOutInWords } from '../../wording/recovery/way-out.ts';
import { ActionButton } from '../action-button.tsx';
import { Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import styles from './approval-dialog.module.css';

/** What a supervisor approves, and what becomes of that. `own`: who is signed in, and stays so. */
export function WhatIsApproved(props: {
  act: AskedApproval;
  about: readonly string[];
  own: string;
}): ReactNode {
  const { act, about, own } = props;
  const reasons = about.length;
  return (
    <>
      <Notice kind="plain">
        <p>
          <b>{actInWords(act.act, reasons)}</b>
        </p>
        {reasons === 0 ? null : (
          <ul className={styles.about} data-approval-about>
            {about.map((each) => (
              <li key={each}>
                {/* A name may be written from the right. */}
                <bdi>{each}</bdi>
              </li>
            ))}
          </ul>
        )}
        {act.act === 'decideCustody' ? <p data-approval-custody>{custodyInWords(act.custody)}</p> : null}
        {act.act === 'suspendIntake' ? <ApprovedNotice notice={act.notice} /> : null}
      </Notice>
      <p>
        {act.act !== 'deny' ? (
          <Trans comment="Below the heading “Supervisor approval”. {own} is the name of who is signed in.">
            {own} stays signed in. This approval covers one action only. The ledger records staff by random
            identifiers, never by name.
          </Trans>
        ) : (
          <Plural
            comment="Below the heading “Supervisor approval”, for a refusal. {own} is the name of who is signed in; how many reasons stand above decides between the two."
            value={reasons}
            one={`${own} stays signed in. This approval covers this reason only. The ledger counts a reviewed denial, without names.`}
            other={`${own} stays signed in. This approval covers these reasons only. The ledger counts a reviewed denial, without names.`}
          />
        )}
      </p>
    </>
  );
}

/** The notice that is approved along with an act, folded: in eight languages it would take what is approved out of sight. */
function ApprovedNotice({ notice }: { notice: Readonly<Record<string, string>> }): ReactNode {
  const languages = Object.keys(notice).length;
  return (
    <details>
      <summary className={styles.summary}>
        <Plural
          comment="Label in a question to a supervisor, who can open it: the notice that applicants will read follows, in so many languages."
          value={languages}
          one="Notice in # language"
          other="Notice in # languages"
        />
      </summary>
      <NoticeTexts notice={notice} />
    </details>
  );
}

/** In place of the fields, where there is no name to choose. */
export function NobodyCan({ onClose }: { onClose: () => void }): ReactNode {
  const wayOut = useStaffView(wayOutInWords);
  return (
    <>
      <Notice kind="warn">
        <p data-no-approver>
          <Trans comment="In a question that a second supervisor would approve. “Staff” is the list of who works at the kiosk.">
            No other supervisor can approve this now. It takes one who chose their own passphrase and is
            confirmed under Staff, by a confirmed supervisor who didn’t give it.
          </Trans>
        </p>
        <p>
          <Trans comment="In a question that a second supervisor would approve. {wayOut} is a sentence or two: what is left to do.">
            If nobody can be confirmed: {wayOut}
          </Trans>
        </p>
      </Notice>
      <Actions>
        <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
          <Trans>Cancel</Trans>
        </ActionButton>
      </Actions>
    </>
  );
}
