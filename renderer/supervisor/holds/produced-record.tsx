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
        <Trans comment="What was handed over under a legal order: an application, by its number. A list of both files follows.">
          Ticket {ticket} was saved. Give both files to the recipient. Compare the fingerprint with the one
          that you both approved.
        </Trans>
      </p>
      <ul className={styles.sentences}>
        <li>
          <Trans comment="In a list of what was handed over under a legal order. {file} is the name of a file.">
            File: <span className={styles.fileName}>{file}</span>
          </Trans>
        </li>
        <li>
          <Trans comment="In a list of what was handed over under a legal order: a signed file that says what the other one is. {manifest} is its name.">
            Signed manifest: <span className={styles.fileName}>{manifest}</span>
          </Trans>
        </li>
        <li>
          <Trans comment="In a list of what was handed over under a legal order. {fingerprint} is a short form of the recipient’s key, compared by phone before; the second supervisor approved it. The ledger and the manifest have it.">
            Fingerprint of the recipient’s key: <span className={styles.code}>{fingerprint}</span>
          </Trans>
        </li>
        <li>
          <Trans comment="SHA-256 is the name of a checksum; {digits} are letters and digits in groups.">
            SHA-256 of the file: <span className={styles.code}>{digits}</span>
          </Trans>
        </li>
      </ul>
    </div>
  );
}
