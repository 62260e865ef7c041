import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { entryKindInWords } from '../../wording/ledger/entry-kind.ts';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { AddMember } from './add-member.tsx';
import { ConfirmSupervisor } from './confirm-supervisor.tsx';
import { MembersTable } from './members-table.tsx';
import { RecoveryState } from './recovery-state.tsx';
import { RemoveMember } from './remove-member.tsx';
import { ResetPassphrase } from './reset-passphrase.tsx';

type AtHand =
  | { readonly kind: 'add' }
  | { readonly kind: 'reset'; readonly member: Member }
  | { readonly kind: 'remove'; readonly member: Member }
  | { readonly kind: 'confirm'; readonly member: Member };

/** What was done, in words, and the entry that the ledger has of it. */
interface Done {
  readonly words: string;
  readonly entry: 'staff-changed' | 'supervisor-confirmed';
}

/** Who works at this kiosk, and what a supervisor can do about it. */
export function StaffSection({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [atHand, setAtHand] = useState<AtHand | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [gone, setGone] = useState<string | null>(null);

  const load = useCallback(async (): Promise<void> => {
    const answer = await client.members({});
    if (answer.ok) setMembers(answer.value.members);
    setRefusal(answer.ok ? null : answer.error);
  }, [client]);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    // What was pressed may be gone from the table; the number keys work from the heading.
    if (done !== null || gone !== null) document.getElementById('section-heading')?.focus();
  }, [done, gone]);

  const ended = (words: string | null, entry: Done['entry'] = 'staff-changed'): void => {
    setAtHand(null);
    setDone(words === null ? null : { words, entry });
    setGone(null);
    if (words !== null) void load();
  };
  const confirmed = (words: string | null): void => ended(words, 'supervisor-confirmed');
  const wasGone = ({ name }: Member): void => {
    ended(null);
    setGone(name);
    void load();
  };
  const letIn = async ({ member, name }: Member): Promise<void> => {
    setDone(null);
    const answer = await client.letInAgain({ member });
    if (answer.ok)
      ended(
        t({
          message: `${name} can sign in again.`,
          comment: 'Status line. {name} is a member of staff who was locked out.',
        }),
      );
    else setRefusal(answer.error);
  };

  const recorded = entryKindInWords(done?.entry ?? 'staff-changed');
  return (
    <SectionPanel section="staff" heading={t`Staff`}>
      {/* Above the table, which may be longer than the screen. */}
      <div role="status" className={styles.told} data-done={done !== null}>
        {done === null ? null : (
          <Notice kind="good">
            <p>{done.words}</p>
            <p data-entry-made={done.entry}>
              <Trans>
                Recorded in the ledger: <b>{recorded}</b>
              </Trans>
            </p>
          </Notice>
        )}
        {gone === null ? null : (
          <Notice kind="warn">
            <p data-already-gone>
              <Trans comment="Status line above the list of staff. {gone} is the name of somebody whom another supervisor has removed meanwhile.">
                {gone} was already removed.
              </Trans>
            </p>
          </Notice>
        )}
      </div>
      <MembersTable
        members={members}
        onReset={(member) => setAtHand({ kind: 'reset', member })}
        onRemove={(member) => setAtHand({ kind: 'remove', member })}
        onLetIn={(member) => void letIn(member)}
        onConfirm={(member) => setAtHand({ kind: 'confirm', member })}
      />
      <div>
        <ActionButton onPress={() => setAtHand({ kind: 'add' })}>
          <Trans comment="Button that opens a form for a new member of staff.">Add staff…</Trans>
        </ActionButton>
      </div>
      <Refused refusal={refusal} />
      {/* They are decided about when the kiosk goes live: their screen would hide the one that does that. */}
      {status.custody === null ? null : <RecoveryState recovery={status.recovery} />}
      {atHand?.kind === 'add' ? <AddMember {...{ members, status }} onEnd={ended} /> : null}
      {atHand?.kind === 'reset' ? (
        <ResetPassphrase member={atHand.member} {...{ members, status }} onEnd={ended} />
      ) : null}
      {atHand?.kind === 'confirm' ? (
        <ConfirmSupervisor member={atHand.member} {...{ members, status }} onEnd={confirmed} />
      ) : null}
      {atHand?.kind === 'remove' ? (
        <RemoveMember
          member={atHand.member}
          status={status}
          onEnd={ended}
          onGone={() => wasGone(atHand.member)}
        />
      ) : null}
    </SectionPanel>
  );
}
