import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PolicyInForce } from '../../../shared/contract/policy-acts.ts';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import { isoDayInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';
import own from './policy.module.css';

/** The policy by which new applications begin, and who vouches for it. */
export function PolicyFacts({ policy }: { policy: PolicyInForce }): ReactNode {
  const { name, id, version, adopted, source, key, hash } = policy;
  return (
    <dl className={own.facts} data-policy-version={version} data-policy-signed={key !== null}>
      <dt>
        <Trans comment="Label. The program is the city’s, which issues cards.">Program</Trans>
      </dt>
      <dd>
        {name} (<span className={styles.code}>{id}</span>)
      </dd>
      <dt>
        <Trans comment="Label. Of a policy, the city’s set of rules.">Version</Trans>
      </dt>
      <dd>{version}</dd>
      <dt>
        <Trans comment="Label: the day on which the city decided on its rules.">Adopted</Trans>
      </dt>
      <dd>
        {adopted === null ? (
          <Trans comment="In the place of a day.">The policy doesn’t say</Trans>
        ) : (
          isoDayInWords(adopted)
        )}
      </dd>
      <dt>
        <Trans comment="Label: where the policy came from.">Came from</Trans>
      </dt>
      <dd>
        {source === 'file' ? (
          <Trans comment="Where the policy came from.">The policy file that IT staff put on this kiosk</Trans>
        ) : (
          <Trans comment="Where the policy came from.">A USB drive, installed by a supervisor</Trans>
        )}
      </dd>
      <dt>
        <Trans comment="Label. Of a policy, the city’s set of rules.">Signature</Trans>
      </dt>
      <dd>
        {key === null ? (
          <Trans comment="Of a policy, the city’s set of rules.">
            Not checked: this kiosk has no program key
          </Trans>
        ) : (
          <Trans comment="Of a policy, the city’s set of rules.">Signed with your program’s key</Trans>
        )}
      </dd>
      {key === null ? null : (
        <>
          <dt>
            <Trans comment="Label: a few digits that stand for exactly one key.">Key’s fingerprint</Trans>
          </dt>
          <dd className={styles.code}>{fingerprint(key)}</dd>
        </>
      )}
      <dt>
        <Trans comment="Label: a few digits that stand for exactly one file.">File’s fingerprint</Trans>
      </dt>
      <dd className={styles.code}>{fingerprint(hash)}</dd>
    </dl>
  );
}
