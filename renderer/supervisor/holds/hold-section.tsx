import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { useCore, useTimeZone } from '../../core-client/core.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Refused } from '../../parts/refused.tsx';
import { liftInWords, liftingEnds } from '../../wording/holds/lifting-a-hold.ts';
import { SectionPanel } from '../section-panel.tsx';
import { HoldsTable } from './holds-table.tsx';
import { areKeysInMemory, KeysInMemory } from './keys-in-memory.tsx';
import { LedgerHasIt, type MadeEntry } from './ledger-has-it.tsx';
import { LiftHold } from './lift-hold.tsx';
import { ProduceRecord } from './produce-record.tsx';
import { ResumeIntake } from './resume-intake.tsx';
import { SetHold } from './set-hold.tsx';
import { UnfinishedProductions } from './unfinished-productions.tsx';

type AtHand = { readonly kind: 'resume' | 'lift'; readonly hold: LegalHold };

/** The legal holds in force, and the three acts about them: set, resume intake, lift. */
export function HoldSection({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  const [made, setMade] = useState<MadeEntry | null>(null);
  const lifting = useApproval();
  const { holds } = status;
  useEffect(() => {
    // What was pressed lies far below what it has done, or is gone from the table.
    if (made !== null) document.getElementById('section-heading')?.focus();
  }, [made]);
  const timeZone = useTimeZone();
  // As it is now: more may have begun under it while the question was open.
  const asked = holds.find(({ hold }) => hold === atHand?.hold.hold) ?? atHand?.hold;
  const lift = async (held: LegalHold): Promise<void> => {
    setAtHand(null);
    const { hold } = held;
    const about = liftInWords(held, liftingEnds(held, status), timeZone);
    const perform = async () => {
      const answer = await client.liftHold({ hold });
      // Minutes may have passed since the question: what is told now is what ended.
      if (answer.ok) setMade({ kind: 'hold-lifted', hold, ended: answer.value });
      return answer;
    };
    await lifting.run({ act: 'liftHold', hold }, perform, about);
  };
  return (
    <SectionPanel section="hold" heading={t`Legal hold`}>
      {holds.length === 0 ? (
        <p data-holds="0">
          {status.misfit === null ? (
            <Trans comment="A legal hold is an order by counsel to erase nothing. Handoff is giving the card to the applicant.">
              No legal hold is in force. Applications are erased at handoff, as usual.
            </Trans>
          ) : (
            <Trans comment="A legal hold is an order by counsel to erase nothing. The files are those in which the kiosk keeps applications, keys, and its records.">
              No legal hold is in force. Nothing is erased while this kiosk’s files don’t fit together.
            </Trans>
          )}
        </p>
      ) : (
        <HoldsTable
          holds={holds}
          applications={status.inProgress}
          onResume={status.misfit === null ? (hold) => setAtHand({ kind: 'resume', hold }) : null}
          onLift={(hold) => setAtHand({ kind: 'lift', hold })}
        />
      )}
      {areKeysInMemory(holds) ? <KeysInMemory /> : null}
      <UnfinishedProductions all={status.unfinishedProductions} />
      <ProduceRecord
        status={status}
        onProduced={(production) => setMade({ kind: 'record-produced', production })}
      />
      <LedgerHasIt entry={made} status={status} />
      <Refused refusal={lifting.refusal} />
      <SetHold status={status} onSet={setMade} />
      {atHand?.kind === 'resume' ? (
        <ResumeIntake
          hold={atHand.hold}
          onEnd={(entry) => {
            setAtHand(null);
            if (entry !== null) setMade(entry);
          }}
        />
      ) : null}
      {atHand?.kind === 'lift' && asked !== undefined ? (
        <LiftHold
          hold={asked}
          ends={liftingEnds(asked, status)}
          onLift={() => void lift(asked)}
          onClose={() => setAtHand(null)}
        />
      ) : null}
      {lifting.dialog}
    </SectionPanel>
  );
}
