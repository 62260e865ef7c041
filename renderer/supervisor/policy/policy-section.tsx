import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { PolicyInForce, PolicyOnStick } from '../../../shared/contract/policy-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { sectionInWords } from '../../wording/section.ts';
import { EntryMade } from '../entry-made.tsx';
import { SectionPanel } from '../section-panel.tsx';
import styles from '../supervisor.module.css';
import { PolicyFacts } from './policy-facts.tsx';
import { PolicyFaultNotice } from './policy-fault-notice.tsx';
import { PolicyPreview } from './policy-preview.tsx';

/** The policy in force, and the way in for a new one: checked, read, installed. */
export function PolicySection(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const goingBack = useApproval();
  const [inForce, setInForce] = useState<PolicyInForce | null>(null);
  const [found, setFound] = useState<PolicyOnStick | null>(null);
  const [isInstalled, setInstalled] = useState(false);

  const look = useCallback(async (): Promise<void> => {
    const answer = await client.policyInForce({});
    if (answer.ok) setInForce(answer.value);
  }, [client]);
  useEffect(() => void look(), [look]);

  const check = (): void => {
    setFound(null);
    setInstalled(false);
    goingBack.clear();
    void act.run(async () => {
      const answer = await client.checkPolicyOnStick({});
      if (answer.ok) setFound(answer.value);
      return answer;
    });
  };
  const install = async ({ policy, isOlder }: Extract<PolicyOnStick, { kind: 'ready' }>): Promise<void> => {
    const chosen = { policy: policy.hash };
    const { name, version } = policy;
    const about = t({
      message: `${name}, version ${version}`,
      comment:
        'What a supervisor approves going back to. {name} is the city’s program; its policy is its set of rules.',
    });
    const isDone = isOlder
      ? await goingBack.run(
          { act: 'installOlderPolicy', ...chosen },
          () => client.installOlderPolicy(chosen),
          [about],
        )
      : await act.run(() => client.installPolicy(chosen));
    if (!isDone) return;
    setFound(null);
    setInstalled(true);
    await look();
    document.getElementById('section-heading')?.focus();
  };
  const refusal = act.refusal ?? goingBack.refusal;
  const isGone = refusal?.kind === 'policy-changed';
  useEffect(() => {
    // The offer goes with what it was about, and must not take the focus with it.
    if (isGone) document.getElementById('section-heading')?.focus({ preventScroll: true });
  }, [isGone]);
  return (
    <SectionPanel section="policy" heading={sectionInWords('policy')}>
      <p className={styles.note}>
        <Trans comment="About the policy, the city’s set of rules.">
          Your program’s rules: what is asked, which documents count, and how long a card is valid.
        </Trans>
      </p>
      {inForce === null ? null : <PolicyFacts policy={inForce} />}
      {inForce?.key === null ? (
        <Notice kind="plain">
          <p>{refusalInWords({ kind: 'no-program-key' })}</p>
        </Notice>
      ) : (
        <div>
          <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={check}>
            <Trans comment="Button: looks for a new policy on the drive, and changes nothing.">
              Check the USB drive
            </Trans>
          </ActionButton>
        </div>
      )}
      <EntryMade kind={isInstalled ? 'policy-installed' : null} />
      <Refused refusal={refusal} />
      {found?.kind === 'fault' ? <PolicyFaultNotice fault={found.fault} /> : null}
      {/* What is not on the drive any more is no offer. */}
      {found?.kind === 'ready' && !isGone ? (
        <PolicyPreview
          found={found}
          busy={act.busy || goingBack.busy}
          onInstall={() => void install(found)}
          onKeep={() => setFound(null)}
        />
      ) : null}
      {goingBack.dialog}
    </SectionPanel>
  );
}
