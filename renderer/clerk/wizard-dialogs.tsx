import type { ReactNode } from 'react';
import { WaiveDialog } from './check/waive-dialog.tsx';
import { DenyDialog } from './denial/deny-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SpoilDialog } from './hand-over/spoil-dialog.tsx';
import { cardInTheWay, mayStopPrint } from './print/print-phase.ts';
import { StopPrintDialog } from './print/stop-print-dialog.tsx';
import { ApplicantText } from './show-applicant/applicant-text.tsx';
import type { WizardStep } from './steps.ts';
import { useWizard, type WizardDialog } from './wizard-context.ts';

/**
 * What lies over the wizard and wants an answer: at most one at a time. One that is closed, also by the cover, is gone
 * with whatever was chosen in it.
 */
export function WizardDialogs(props: {
  open: WizardDialog | null;
  step: WizardStep;
  /** The clerk has stopped the print. */
  onStopped: () => void;
  onClose: () => void;
}): ReactNode {
  const { open, step, onStopped, onClose } = props;
  const { application, held, policy, putAside, openDialog } = useWizard();
  return (
    <>
      {open === 'end' ? (
        <EndDialog
          held={held}
          card={cardInTheWay(application)}
          onPutAside={putAside}
          onStopPrint={() => openDialog('stop-print')}
          onSpoil={() => openDialog('spoil')}
          onDeny={policy.denial === undefined ? null : () => openDialog('deny')}
          onClose={onClose}
        />
      ) : null}
      {open === 'deny' && policy.denial !== undefined ? (
        <DenyDialog rules={policy.denial} onClose={onClose} />
      ) : null}
      {open === 'stop-print' ? (
        <StopPrintDialog mayStop={mayStopPrint(application)} onStopped={onStopped} onClose={onClose} />
      ) : null}
      {open === 'show-applicant' ? <ApplicantText step={step} onClose={onClose} /> : null}
      {open === 'waive' ? <WaiveDialog onClose={onClose} /> : null}
      {open === 'spoil' ? <SpoilDialog onClose={onClose} /> : null}
    </>
  );
}
