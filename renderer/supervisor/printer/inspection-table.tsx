import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Inspection } from '../../../shared/contract/printer.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import tableStyles from '../../parts/data-table/data-table.module.css';
import { paperTroubleInWords } from '../../wording/papers/paper.ts';
import { formatInWords, sizeInWords, tellsInWords, wayThereInWords } from '../../wording/printing/printer.ts';
import { printerTroubleInWords } from '../../wording/printing/printer-trouble.ts';
import styles from '../supervisor.module.css';
import own from './printer.module.css';

function Row(props: { label: string; is: 'good' | 'bad' | 'plain'; children: ReactNode }): ReactNode {
  const { label, is, children } = props;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {is === 'plain' ? null : <span aria-hidden="true">{is === 'good' ? '✓ ' : '× '}</span>}
        {children}
      </td>
    </tr>
  );
}

/** What a printer can do, as it says of itself. */
export function InspectionTable({ found }: { found: Inspection }): ReactNode {
  const { t } = useLingui();
  const { address, certificate, format, isQueue, media, role, scaling, sides, troubles } = found;
  const spoolIsMissing = found.missing.some(({ kind }) => kind === 'spool');
  return (
    <div className={tableStyles.scroll}>
      <table className={own.capabilities}>
        <tbody>
          <Row label={t`Address`} is="plain">
            <span className={styles.code}>{address}</span>
          </Row>
          <Row label={t`Model`} is="plain">
            {found.makeAndModel}
          </Row>
          <Row label={role === 'card' ? t`Card size` : t`Paper size`} is={media === null ? 'bad' : 'good'}>
            {media === null ? (
              <Trans>none found</Trans>
            ) : (
              <>
                {sizeInWords(media)} · <span className={styles.code}>{media.name}</span>
              </>
            )}
          </Row>
          {role === 'card' ? (
            <Row label={t`Both sides`} is={sides === null ? 'bad' : 'good'}>
              {sides === null ? <Trans>no</Trans> : <Trans>yes</Trans>}
            </Row>
          ) : null}
          <Row label={t`Actual size`} is={scaling === null ? 'plain' : 'good'}>
            {scaling === null ? (
              role === 'card' ? (
                <Trans>Can’t be set to print at actual size. Check a test card.</Trans>
              ) : (
                <Trans>Can’t be set to print at actual size.</Trans>
              )
            ) : (
              <Trans>Can be set to print at actual size.</Trans>
            )}
          </Row>
          <Row label={t`Accepts`} is={format === null ? 'bad' : 'good'}>
            {format === null ? <Trans>no format this kiosk makes</Trans> : formatInWords(format, role)}
          </Row>
          {role === 'card' ? (
            <Row label={t`What it reports`} is="plain">
              {tellsInWords(found.tells)}
            </Row>
          ) : null}
          <Row label={t`What it keeps`} is={isQueue ? (spoolIsMissing ? 'bad' : 'good') : 'plain'}>
            {!isQueue ? (
              role === 'card' ? (
                <Trans>
                  The printer has its own memory, which the kiosk can’t check. Every receipt says so.
                </Trans>
              ) : (
                <Trans>
                  The printer has its own memory, which the kiosk can’t check. Receipts and day sheets contain
                  no personal details.
                </Trans>
              )
            ) : spoolIsMissing ? (
              <Trans>The queue could keep what is printed: see above.</Trans>
            ) : (
              <Trans>The queue keeps its files in memory only, and they’re removed after each print.</Trans>
            )}
          </Row>
          <Row label={t`Connection`} is="plain">
            {wayThereInWords(address, role)}
          </Row>
          {certificate === null ? null : (
            <Row label={t`Fingerprint of its certificate (SHA-256)`} is="plain">
              <span className={styles.code} data-fingerprint={certificate}>
                {inGroups(certificate.toUpperCase())}
              </span>
            </Row>
          )}
          <Row label={t`Now`} is={troubles.length === 0 ? 'good' : 'bad'}>
            {troubles.length === 0 ? (
              <Trans>Nothing prevents printing.</Trans>
            ) : (
              troubles
                .map((each) =>
                  role === 'card' ? printerTroubleInWords(each).what : paperTroubleInWords(each),
                )
                .join(' ')
            )}
          </Row>
        </tbody>
      </table>
    </div>
  );
}
