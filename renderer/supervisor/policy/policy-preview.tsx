import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PolicyOnStick } from '../../../shared/contract/policy-acts.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { isoDayInWords } from '../../wording/dates.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import own from './policy.module.css';

type Ready = Extract<PolicyOnStick, { kind: 'ready' }>;

/** What installing the policy on the drive would change, before anybody does. */
export function PolicyPreview(props: {
  found: Ready;
  busy: boolean;
  onInstall: () => void;
  onKeep: () => void;
}): ReactNode {
  const { found, busy, onInstall, onKeep } = props;
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // What it changes is below it, and is what has to be read.
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const { version, adopted, name } = found.policy;
  const day = adopted === null ? null : isoDayInWords(adopted);
  return (
    <div className={own.found} data-policy-ready={version}>
      <h3 className={own.heading} ref={heading} tabIndex={-1}>
        <Trans comment="Heading. {name} is the city’s program; its policy is its set of rules.">
          {name}, version {version}: checked, not installed
        </Trans>
      </h3>
      {day === null ? null : (
        <p className={styles.note}>
          <Trans comment="{day} is the day on which the city decided on these rules.">
            Adopted on {day}.
          </Trans>
        </p>
      )}
      <Changes changes={found.changes} more={found.more} />
      <p>
        <Trans comment="Above a list of what installing a policy, the city’s set of rules, does.">
          When you install it:
        </Trans>
      </p>
      <Sentences
        all={[
          t({
            message: 'Applications that are open now finish under the rules they started with.',
            comment: 'What installing a new policy does. The policy is the city’s set of rules.',
          }),
          t({
            message: 'Every application that starts from then on uses this policy.',
            comment: 'What installing a new policy does. The policy is the city’s set of rules.',
          }),
        ]}
      />
      {found.isOlder ? (
        <Notice kind="warn">
          <p>
            <Trans comment="The policy is the city’s set of rules.">
              This policy is older than the one in force. Going back takes two supervisors.
            </Trans>
          </p>
        </Notice>
      ) : null}
      <div className={styles.choices}>
        {found.isOlder ? (
          <ActionButton kind="danger" ariaDisabled={busy && 'for-a-moment'} onPress={onInstall}>
            <Trans comment="Button: a second supervisor signs in, then the older policy is in force.">
              Install older policy…
            </Trans>
          </ActionButton>
        ) : (
          <ActionButton kind="main" irreversible ariaDisabled={busy && 'for-a-moment'} onPress={onInstall}>
            <Trans comment="Button: puts the policy, the city’s set of rules, in force.">
              Install policy
            </Trans>
          </ActionButton>
        )}
        <ActionButton kind="quiet" onPress={onKeep}>
          <Trans comment="Button: the policy on the drive is not installed.">Keep current policy</Trans>
        </ActionButton>
      </div>
    </div>
  );
}

/** A line that begins with two spaces says what was before the change above it. */
function Changes({ changes, more }: Pick<Ready, 'changes' | 'more'>): ReactNode {
  const grouped: { readonly change: string; readonly before: string[] }[] = [];
  for (const line of changes) {
    const last = grouped.at(-1);
    if (line.startsWith('  ') && last !== undefined) last.before.push(line.trim());
    else grouped.push({ change: line, before: [] });
  }
  return (
    <>
      <p>
        <Trans comment="Above a list of changes between two policies, sets of rules. The list is in English.">
          What changes:
        </Trans>
      </p>
      <ul className={own.list}>
        {grouped.map(({ change, before }) => (
          <li key={change}>
            {change}
            {before.map((line) => (
              <p key={line} className={styles.note}>
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <p>
          <Plural
            comment="After a list of changes between two policies."
            value={more}
            one="# more line isn’t shown. Compare the two files with the policy tool."
            other="# more lines aren’t shown. Compare the two files with the policy tool."
          />
        </p>
      )}
    </>
  );
}
