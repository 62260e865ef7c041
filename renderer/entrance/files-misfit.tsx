import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus, StaffRole } from '../../shared/contract/status.ts';
import { type MisfitReason, misfitReasons } from '../../shared/ledger/reasons.ts';
import type { FilesMisfit } from '../../shared/misfit/misfit.ts';
import { unreachable } from '../../shared/result.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { type Approval, useApproval } from '../parts/approval/approval.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { minuteInWords } from '../wording/dates.ts';
import {
  acceptedInWords,
  endedCodesInWords,
  endsInWords,
  goingOnInWords,
} from '../wording/misfit/going-on.ts';
import { misfitInWords, misfitReasonInWords } from '../wording/misfit/misfit.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './entrance.module.css';

/** The kiosk's files do not fit together: what does not, since when, and who can let it go on. */
export function FilesMisfitScreen(props: { misfit: FilesMisfit; status: KioskStatus }): ReactNode {
  const { misfit, status } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const leaving = useAct();
  const approval = useApproval();
  const role = status.staff?.role ?? 'clerk';
  const isSupervisor = role === 'supervisor';
  const since = minuteInWords(misfit.since, status.timeZone);
  const toArea = (): void => goTo('supervisor');
  useKeys(role === 'clerk' ? {} : { F4: toArea }, !approval.asking);
  return (
    <Screen
      name="files-misfit"
      heading={t({
        message: 'This kiosk’s files do not fit together',
        comment: 'Heading. The files are those in which the kiosk keeps applications, keys, and its records.',
      })}
      focusHeading
      wide
    >
      <div className={styles.matter}>
        <WhatDoesNotFit misfit={misfit} since={since} />
        <div className={styles.whatToDo}>
          {misfit.fitsNow ? <FitsNow /> : <WhatToDo {...{ misfit, status }} />}
          {isSupervisor ? <GoOn misfit={misfit} approval={approval} /> : null}
        </div>
      </div>
      <Actions
        verdict={
          leaving.refusal === null ? null : (
            <Notice kind="bad" role="alert">
              <p data-refusal={leaving.refusal.kind}>{refusalInWords(leaving.refusal)}</p>
            </Notice>
          )
        }
      >
        <ToArea role={role} onPress={toArea} />
        <ActionButton
          kind={isSupervisor ? 'quiet' : 'main'}
          ariaDisabled={leaving.busy && 'for-a-moment'}
          onPress={() => void leaving.run(() => client.signOut({}))}
        >
          <Trans>Sign out</Trans>
        </ActionButton>
      </Actions>
    </Screen>
  );
}

function WhatDoesNotFit({ misfit, since }: { misfit: FilesMisfit; since: string }): ReactNode {
  return (
    <Notice kind="bad" role="alert">
      <p data-misfit-since={misfit.since}>
        <Trans comment="{since} is a date and time.">
          Noticed at a start on {since}. New applications are stopped, and nothing is opened or erased.
        </Trans>
      </p>
      <ul className={styles.points}>
        {misfit.misfits.map((each) => (
          <li key={each.kind} data-misfit={each.kind}>
            {misfitInWords(each)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The ledger can be read meanwhile, and legal holds are heard: both are in the area of whoever may do that. */
function ToArea({ role, onPress }: { role: StaffRole; onPress: () => void }): ReactNode {
  switch (role) {
    case 'supervisor':
      return (
        <ActionButton shortcut="F4" onPress={onPress}>
          <Trans>Supervisor’s area</Trans>
        </ActionButton>
      );
    case 'it':
      return (
        <ActionButton shortcut="F4" onPress={onPress}>
          <Trans comment="Button for IT staff where the kiosk’s files don’t fit together: there they verify and export the ledger.">
            Open ledger
          </Trans>
        </ActionButton>
      );
    case 'clerk':
      return null;
    default:
      return unreachable(role);
  }
}

function FitsNow(): ReactNode {
  return (
    <Notice kind="good">
      <p data-fits-now>
        <Trans>
          The files fit together now. Two supervisors have to confirm that, with a reason. Nothing is erased.
        </Trans>
      </p>
    </Notice>
  );
}

function WhatToDo({ misfit, status }: { misfit: FilesMisfit; status: KioskStatus }): ReactNode {
  return (
    <section aria-labelledby="what-to-do">
      <h2 id="what-to-do" className={styles.subheading}>
        <Trans>What to do</Trans>
      </h2>
      <ol className={styles.steps}>
        <li>
          <Trans>
            Call your IT staff, and ask whether a copy was put back or the computer swapped. Don’t restart the
            kiosk to make this go away.
          </Trans>
        </li>
        <li>
          <Trans>
            If the right files are still there, IT staff should put them back first. Nothing was changed in
            what the kiosk keeps.
          </Trans>{' '}
          <Trans comment="What to do after the right files were put back. A legal hold is an order by counsel to erase nothing; to lift it is to end it.">
            A legal hold that was lifted meanwhile must then be lifted again.
          </Trans>
        </li>
        <li>
          <WayOn wayOn={misfit.wayOn} status={status} />
        </li>
      </ol>
    </section>
  );
}

function WayOn({ wayOn, status }: { wayOn: FilesMisfit['wayOn']; status: KioskStatus }): ReactNode {
  switch (wayOn) {
    case 'two-supervisors':
      return (
        <Trans>
          Otherwise, two supervisors can let the kiosk go on. The ledger records it with a reason.
        </Trans>
      );
    case 'hold-first':
      return (
        <Trans comment="A legal hold is an order by counsel to erase nothing. Counsel is the city’s lawyer.">
          Otherwise, ask counsel. A legal hold is in force, and going on would erase what it may cover. Two
          supervisors can let the kiosk go on only after the legal hold is lifted.
        </Trans>
      );
    case 'other-files':
      return (
        <>
          <Trans>With these files, the kiosk can’t go on: it can’t sign anything.</Trans>{' '}
          <WithoutTheFiles status={status} />
        </>
      );
    default:
      return unreachable(wayOn);
  }
}

/** What is left where nobody can go on with these files, and the right ones are lost. */
function WithoutTheFiles({ status: { holds, recovery } }: { status: KioskStatus }): ReactNode {
  if (holds.length > 0)
    return (
      <Trans comment="A legal hold is an order by counsel to erase nothing. Counsel is the city’s lawyer; recovery codes are on paper.">
        If the right files are lost, ask counsel: a legal hold is in force, and recovery codes don’t work.
        Don’t set up anything anew before.
      </Trans>
    );
  return recovery.kind === 'codes' ? (
    <Trans comment="Recovery codes are on paper, for a lost passphrase.">
      If the right files are lost, sign out. Two people can then use the recovery codes. That ends and erases
      every open application, removes all staff, and begins a new ledger.
    </Trans>
  ) : (
    <Trans comment="Recovery codes are on paper, for a lost passphrase.">
      If the right files are lost, this kiosk must be set up from scratch: it has no recovery codes. IT staff
      move the data folder aside first, and keep it.
    </Trans>
  );
}

/** What going on makes of each thing that does not fit. */
function WhatItDoes({ misfit }: { misfit: FilesMisfit }): ReactNode {
  const kinds = misfit.misfits.map(({ kind }) => kind);
  const sentences = new Set([...misfit.misfits.map(goingOnInWords), endedCodesInWords(kinds)]);
  return (
    <>
      <p>
        <Trans>From then on, the vault says what the ledger says, wherever they still differ.</Trans>
      </p>
      <ul className={styles.points} data-going-on>
        {[...sentences].map((each) => (each === null ? null : <li key={each}>{each}</li>))}
      </ul>
    </>
  );
}

/** Two supervisors let the kiosk go on: the reason first, then the second one signs. */
function GoOn({ misfit, approval }: { misfit: FilesMisfit; approval: Approval }): ReactNode {
  const { ends } = misfit;
  const { t } = useLingui();
  const { client } = useCore();
  const [reason, setReason] = useState<MisfitReason | null>(null);
  if (misfit.wayOn !== 'two-supervisors') return null;

  const goOn = async (): Promise<void> => {
    if (reason === null || approval.busy) return;
    const accepting = { misfits: misfit.misfits.map(({ kind }) => kind), reason };
    await approval.run(
      { act: 'acceptMisfit', ...accepting },
      () => client.acceptMisfit(accepting),
      acceptedInWords(misfit, reason),
    );
  };

  if (approval.asking) return approval.dialog;
  return (
    <section aria-labelledby="go-on" className={styles.goOn}>
      <h2 id="go-on" className={styles.subheading}>
        <Trans comment="Heading: the kiosk is used again although its files don’t fit together.">
          Go on by the ledger
        </Trans>
      </h2>
      {misfit.fitsNow ? null : <WhatItDoes misfit={misfit} />}
      {ends === 0 ? null : (
        <Notice kind="warn">
          <p data-misfit-ends={ends}>{endsInWords(ends)}</p>
        </Notice>
      )}
      <ChoiceList
        name="misfit-reason"
        legend={t`Reason`}
        value={reason}
        onChoose={setReason}
        choices={misfitReasons.map((value) => ({ value, label: misfitReasonInWords(value) }))}
      />
      <div className={styles.choices}>
        <ActionButton
          kind="danger"
          ariaDisabled={reason === null || (approval.busy && 'for-a-moment')}
          onPress={() => void goOn()}
        >
          <Trans comment="Button: asks a second supervisor, then the kiosk goes on by its ledger.">
            Let the kiosk go on…
          </Trans>
        </ActionButton>
      </div>
      {approval.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p data-refusal={approval.refusal.kind}>{refusalInWords(approval.refusal)}</p>
        </Notice>
      )}
    </section>
  );
}
