import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Inspection, PrinterRole } from '../../../shared/contract/printing/printer.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import tableStyles from '../../parts/data-table/data-table.module.css';
import { paperTroubleInWords } from '../../wording/papers/paper.ts';
import {
  formatInWords,
  mayBeStored,
  sizeInWords,
  tellsInWords,
  wayThereInWords,
} from '../../wording/printing/printer.ts';
import { printerTroubleInWords } from '../../wording/printing/printer-trouble.ts';
import styles from '../supervisor.module.css';
import own from './printer.module.css';

const SIGNS = { good: '✓ ', warn: '! ', bad: '× ' } as const;

function Row(props: { label: string; is: keyof typeof SIGNS | 'plain'; children: ReactNode }): ReactNode {
  const { label, is, children } = props;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {is === 'plain' ? null : <span aria-hidden="true">{SIGNS[is]}</span>}
        {children}
      </td>
    </tr>
  );
}

function ActualSize({ role, isOffered }: { role: PrinterRole; isOffered: boolean }): ReactNode {
  if (isOffered) return <Trans>Can be set to print at actual size.</Trans>;
  return role === 'card' ? (
    <Trans comment="Table cell about a printer. A test card is a printed sample.">
      Can’t be set to print at actual size. Check a test card.
    </Trans>
  ) : (
    <Trans>Can’t be set to print at actual size.</Trans>
  );
}

function WhatItKeeps(props: { role: PrinterRole; isQueue: boolean; spoolIsMissing: boolean }): ReactNode {
  const { role, isQueue, spoolIsMissing } = props;
  if (isQueue)
    return spoolIsMissing ? (
      <Trans>The queue may keep what is printed: see above.</Trans>
    ) : (
      <Trans comment="Table cell about a printer behind a print queue of this computer: what the queue keeps, and what nobody can look into.">
        The queue on this computer keeps its files in memory only, and they’re removed after each print. The
        printer has its own memory, which the kiosk can’t check.
      </Trans>
    );
  return role === 'card' ? (
    <Trans>The printer has its own memory, which the kiosk can’t check. Every receipt says so.</Trans>
  ) : (
    <Trans comment="Table cell about a printer. The day sheet is the page with a day’s counts.">
      The printer has its own memory, which the kiosk can’t check. Receipts, slips, and day sheets have no
      name, but the result of a name search does.
    </Trans>
  );
}

/** Its faults at this moment. Below the reasons why it can’t be used, “no fault” would read as if it could. */
function Now({ found }: { found: Inspection }): ReactNode {
  const { t } = useLingui();
  const { missing, role, troubles } = found;
  if (troubles.length === 0 && missing.length > 0) return null;
  return (
    <Row
      label={t({ message: 'Now', comment: 'Row heading about a printer: how it is at this moment.' })}
      is={troubles.length === 0 ? 'good' : 'plain'}
    >
      {troubles.length === 0 ? (
        <Trans comment="Table cell about a printer: it has no problem now.">No fault reported.</Trans>
      ) : (
        <ul className={own.faults}>
          {troubles.map((each) => (
            <li key={each}>
              <span aria-hidden="true">× </span>
              {role === 'card' ? printerTroubleInWords(each).what : paperTroubleInWords(each)}
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

/** What a printer can do, as it says of itself. */
export function InspectionTable({ found }: { found: Inspection }): ReactNode {
  const { t } = useLingui();
  const { address, certificate, format, isQueue, media, role, scaling, sides } = found;
  const spoolIsMissing = found.missing.some(({ kind }) => kind === 'spool');
  const sizeIsRefused = found.missing.some(({ kind }) => kind === 'size-refused-behind');
  return (
    <div className={tableStyles.scroll}>
      <table className={own.capabilities}>
        <tbody>
          <Row
            label={t({ message: 'Address', comment: 'Row heading about a printer: its network address.' })}
            is="plain"
          >
            <span className={styles.code}>{address}</span>
          </Row>
          <Row
            label={t({ message: 'Model', comment: 'Row or column heading about a printer: make and model.' })}
            is="plain"
          >
            {found.makeAndModel}
          </Row>
          <Row
            label={
              role === 'card'
                ? t({ message: 'Card size', comment: 'Row heading about a printer.' })
                : t({ message: 'Paper size', comment: 'Row heading about a printer.' })
            }
            is={media === null ? 'bad' : sizeIsRefused ? 'warn' : 'good'}
          >
            {media === null ? (
              <Trans comment="Table cell about a printer: it offers no size that the kiosk needs.">
                none found
              </Trans>
            ) : (
              <>
                {sizeInWords(media)} · <span className={styles.code}>{media.name}</span>
              </>
            )}
          </Row>
          {role === 'card' ? (
            <Row
              label={t({
                message: 'Both sides',
                comment: 'Row heading about a printer: whether it prints both sides of a card.',
              })}
              is={sides === null ? 'bad' : 'good'}
            >
              {sides === null ? (
                <Trans comment="Table cell about a printer: it does not print both sides.">no</Trans>
              ) : (
                <Trans comment="Table cell about a printer: it prints both sides.">yes</Trans>
              )}
            </Row>
          ) : null}
          <Row
            label={t({
              message: 'Actual size',
              comment: 'Row heading about a printer: whether it prints without scaling.',
            })}
            is={scaling === null ? 'plain' : 'good'}
          >
            <ActualSize role={role} isOffered={scaling !== null} />
          </Row>
          <Row
            label={t({
              message: 'Accepts',
              comment: 'Row heading about a printer: the formats that it takes.',
            })}
            is={format === null ? 'bad' : mayBeStored(format, role) ? 'warn' : 'good'}
          >
            {format === null ? (
              <Trans comment="Table cell about a printer, beside “Accepts”.">
                no format this kiosk makes
              </Trans>
            ) : (
              formatInWords(format, role)
            )}
          </Row>
          {role === 'card' ? (
            <Row
              label={t({
                message: 'What it reports',
                comment: 'Row heading about a printer: what it tells the kiosk while it prints.',
              })}
              is="plain"
            >
              {tellsInWords(found.tells)}
            </Row>
          ) : null}
          <Row
            label={t({
              message: 'What it keeps',
              comment: 'Row heading about a printer: what its memory may keep of a card.',
            })}
            // Never a check mark: nobody can look into the printer’s own memory.
            is={isQueue && spoolIsMissing ? 'bad' : 'plain'}
          >
            <WhatItKeeps role={role} isQueue={isQueue} spoolIsMissing={spoolIsMissing} />
          </Row>
          <Row
            label={t({
              message: 'Connection',
              comment:
                'Row heading about a printer: how the kiosk reaches it, and whether that is encrypted.',
            })}
            is="plain"
          >
            {wayThereInWords(address, role, false)}
          </Row>
          {certificate === null ? null : (
            <Row label={t`Fingerprint of its certificate (SHA-256)`} is="plain">
              <span className={styles.code} data-fingerprint={certificate}>
                {inGroups(certificate.toUpperCase())}
              </span>
            </Row>
          )}
          <Now found={found} />
        </tbody>
      </table>
    </div>
  );
}
