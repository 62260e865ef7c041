import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Ribbons } from '../../shared/contract/status.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RibbonActs, type RibbonEntry } from '../printer/ribbon-acts.tsx';
import { entryKindInWords } from '../wording/ledger/entry-kind.ts';
import { usedRibbonInWords } from '../wording/printing/ribbon.ts';

/** Whoever changes the ribbon notes it here: the used one is out, then the new one is in. */
export function RibbonDialog(props: { isOpen: boolean; ribbons: Ribbons; onClose: () => void }): ReactNode {
  const { isOpen, ribbons, onClose } = props;
  const { t } = useLingui();
  const [made, setMade] = useState<RibbonEntry | null>(null);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A second Enter by habit must not note that the new one is out again.
    if (made?.kind === 'ribbon-fitted') done.current?.focus();
  }, [made]);
  const kind = made?.kind;
  const recorded = kind === undefined ? null : entryKindInWords(kind);
  const close = (): void => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      heading={t({
        message: 'Record ribbon change',
        comment: 'Heading. The ribbon is the printer’s film of dye.',
      })}
      onClose={close}
    >
      <p>
        {usedRibbonInWords()} <Trans>Lock it away. Two supervisors destroy it later.</Trans>
      </p>
      <RibbonActs ribbons={ribbons} onMade={setMade} autoFocus />
      <p role="status" data-entry-made={kind}>
        {recorded === null ? null : (
          <>
            <span aria-hidden="true">✓ </span>
            <Trans comment="Status line. {recorded} is what the entry is about, like Old ribbon taken out.">
              Recorded in the ledger: <b>{recorded}</b>
            </Trans>
          </>
        )}
      </p>
      <div>
        <ActionButton buttonRef={done} shortcut="Esc" onPress={close}>
          <Trans comment="Button that closes the window.">Done</Trans>
        </ActionButton>
      </div>
    </Dialog>
  );
}
