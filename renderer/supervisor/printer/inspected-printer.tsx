import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Inspection } from '../../../shared/contract/printing/printer.ts';
import { presetVerdict } from '../../../shared/printing/preset-certificate.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { FieldNote } from '../../parts/text-field/field-note.tsx';
import { RefusalWords } from '../../printer/refusal-words.tsx';
import styles from '../supervisor.module.css';
import { InspectionTable } from './inspection-table.tsx';
import own from './printer.module.css';
import { usePresetPrinter } from './use-preset-printer.ts';

/** What was found at an address, everything that is missing there, and the choice, where nothing is. */
export function InspectedPrinter(props: { found: Inspection; onChosen: () => void }): ReactNode {
  const { found, onChosen } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [compared, setCompared] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const { address, certificate, missing, name, role } = found;
  const verdict = presetVerdict(found, usePresetPrinter(role));
  useEffect(() => {
    // Also for a second look at the same one: what was asked for lies below what was pressed.
    if (found.address === '') return;
    heading.current?.focus();
    // The focus brings the heading alone into view; what it is about is to be seen as well.
    panel.current?.scrollIntoView({ block: 'start' });
  }, [found]);
  const choose = async (): Promise<void> => {
    if (certificate !== null && verdict !== 'theirs' && !compared) {
      setForgotten(true);
      box.current?.focus();
      return;
    }
    const send = role === 'card' ? client.choosePrinter : client.chooseOrdinaryPrinter;
    if (await act.run(() => send({ address, pin: certificate }))) onChosen();
  };
  return (
    <div
      ref={panel}
      className={own.found}
      data-inspection={address}
      data-role={role}
      data-usable={missing.length === 0 && verdict !== 'another'}
    >
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {name === '' ? t({ message: 'Unnamed printer', comment: 'In the place of a printer’s name.' }) : name}
      </h3>
      {missing.length === 0 ? null : (
        <Notice kind="bad">
          <p>
            <Trans>This kiosk can’t use this printer:</Trans>
          </p>
          <ul className={own.missing}>
            {missing.map((why) => (
              <li key={why.kind} data-missing={why.kind}>
                <RefusalWords why={why} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <InspectionTable found={found} />
      {verdict === 'another' ? <AnotherCertificate /> : null}
      {missing.length === 0 && verdict !== 'another' ? (
        <>
          {verdict === 'theirs' ? <TheirCertificate /> : null}
          {certificate === null || verdict === 'theirs' ? null : (
            <div>
              <label className={own.tick}>
                <input
                  ref={box}
                  type="checkbox"
                  className={own.box}
                  checked={compared}
                  aria-describedby="compare-note"
                  aria-invalid={forgotten}
                  onChange={(event) => {
                    setCompared(event.target.checked);
                    setForgotten(false);
                  }}
                />
                <span>
                  <Trans>The printer’s panel shows the same fingerprint</Trans>
                </span>
              </label>
              <FieldNote
                id="compare-note"
                hint={t`Read it there, not from paper: only the printer itself can show it.`}
                problem={
                  forgotten
                    ? t`Compare the fingerprints first: another device could be answering in its place.`
                    : null
                }
              />
            </div>
          )}
          <div>
            <ActionButton kind="main" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void choose()}>
              {role === 'card' ? (
                <Trans>Use this printer for cards</Trans>
              ) : (
                <Trans comment="Button. The day sheet is the page with a day’s counts.">
                  Use this printer for receipts, slips, and day sheets
                </Trans>
              )}
            </ActionButton>
          </div>
        </>
      ) : null}
      <Refused refusal={act.refusal} />
    </div>
  );
}

/** IT has compared it: the settings name it. */
function TheirCertificate(): ReactNode {
  return (
    <p data-certificate="theirs">
      <Trans comment="A printer is known by its certificate. The settings are a file of IT staff, which name that of one printer.">
        The fingerprint is the one in the settings. You don’t have to compare it.
      </Trans>
    </p>
  );
}

function AnotherCertificate(): ReactNode {
  return (
    <Notice kind="bad">
      <p data-certificate="another">
        <Trans comment="A printer is known by its certificate. The settings are a file of IT staff, which name that of one printer.">
          This isn’t the printer in the settings: its fingerprint is another one. Another device could be
          answering in its place. Call your IT staff.
        </Trans>
      </p>
    </Notice>
  );
}
