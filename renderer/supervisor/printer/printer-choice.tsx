import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { LONGEST_ADDRESS } from '../../../shared/printing/address.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from '../supervisor.module.css';
import { useOfferedAddress } from './use-preset-printer.ts';
import type { PrinterInspection } from './use-printer-inspection.ts';

/** Where another printer is: its address, or one of this machine's queues. It is only looked at here. */
export function PrinterChoice({ inspection }: { inspection: PrinterInspection }): ReactNode {
  const { t } = useLingui();
  const [written, setWritten] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, refusal, role, setRole } = inspection;
  const offered = useOfferedAddress(role);
  const address = written ?? offered;
  const problem = empty
    ? t`Enter the printer’s address, like ipp://192.0.2.17/ipp/print.`
    : refusal === null
      ? null
      : refusalInWords(refusal);
  const hint =
    address !== '' && address === offered
      ? t({
          message: 'This address is in the settings of your IT staff.',
          comment: 'Below the field “The printer’s address”, which is filled in already.',
        })
      : t`An IP address or localhost, like ipp://192.0.2.17/ipp/print. This kiosk doesn’t use DNS.`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = address.trim();
    setEmpty(typed === '');
    if (typed === '') field.current?.focus();
    else inspection.inspect(typed);
  };
  return (
    <form
      className={`${styles.form} ${styles.longProblems}`}
      noValidate
      data-act="choose-printer"
      data-refusal={refusal?.kind}
      onSubmit={submit}
    >
      <h3 className={styles.subheading}>
        <Trans comment="Heading above the choice of a printer.">Use another printer</Trans>
      </h3>
      <ChoiceList
        name="printer-role"
        legend={t({
          message: 'Use it for',
          comment: 'Label of a choice: cards, or receipts, slips, and day sheets. “It” is a printer.',
        })}
        value={role}
        onChoose={setRole}
        choices={[
          {
            value: 'card',
            label: t({ message: 'Cards', comment: 'Choice at “Use it for”: the printer prints cards.' }),
          },
          {
            value: 'ordinary',
            label: t`Receipts, slips, and day sheets`,
            detail: (
              <p>
                <Trans>An ordinary printer for Letter or A4.</Trans>
              </p>
            ),
          },
        ]}
      />
      <TextField
        id="printer-address"
        inputRef={field}
        label={t({ message: 'The printer’s address', comment: 'Label of a field: its network address.' })}
        kind="address"
        hint={hint}
        value={address}
        problem={problem}
        maxLength={LONGEST_ADDRESS}
        onChange={(typed) => {
          setWritten(typed);
          setEmpty(false);
          inspection.clear();
        }}
      />
      <div className={styles.choices}>
        <ActionButton type="submit" ariaDisabled={busy && 'for-a-moment'}>
          <Trans comment="Button: the kiosk asks a printer what it can do.">Check printer</Trans>
        </ActionButton>
        <ActionButton ariaDisabled={busy && 'for-a-moment'} onPress={inspection.list}>
          <Trans>List this computer’s print queues</Trans>
        </ActionButton>
        {/* Beside what was pressed: below it, it would be below the edge of the screen. */}
        <p role="status" data-looking={busy}>
          {busy ? <Trans>The kiosk is looking…</Trans> : null}
        </p>
      </div>
    </form>
  );
}
