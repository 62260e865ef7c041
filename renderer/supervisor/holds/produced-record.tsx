import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Production } from '../../../shared/contract/command/production.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import styles from '../supervisor.module.css';

/** What lies on the drive now, to be noted beside the order. */
export function ProducedRecord({ production }: { production: Production }): ReactNode {
  const { ticket, file, manifest, fingerprint } = production;
  const digits = inGroups(production.sha256);
  return (
    <div data-produced={file} data-produced-to={fingerprint}>
      <p>
        <Trans comment="What was handed over under a legal order. {ticket} is a number; both others are names of files.">
          Ticket {ticket}: saved as <span className={styles.fileName}>{file}</span>, with its signed manifest{' '}
          <span className={styles.fileName}>{manifest}</span>. Hand over both.
        </Trans>
      </p>
      <p>
        <Trans comment="After a record was handed over under a legal order. {fingerprint} is a short form of the recipient’s key, compared by phone before; the second supervisor approved it.">
          The ledger and the manifest have this fingerprint of the recipient’s key. Compare it with the one
          that you both approved: <span className={styles.code}>{fingerprint}</span>
        </Trans>
      </p>
      <p>
        <Trans comment="SHA-256 is the name of a checksum; {digits} are letters and digits in groups.">
          SHA-256 of the file: <span className={styles.code}>{digits}</span>
        </Trans>
      </p>
    </div>
  );
}
