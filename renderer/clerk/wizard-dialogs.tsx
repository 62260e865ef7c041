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

/** What lies over the wizard and wants an answer: at most one at a time. */
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
      <EndDialog
        isOpen={open === 'end'}
        held={held}
        card={cardInTheWay(application)}
        onPutAside={putAside}
        onStopPrint={() => openDialog('stop-print')}
        onSpoil={() => openDialog('spoil')}
        onDeny={policy.denial === undefined ? null : () => openDialog('deny')}
        onClose={onClose}
      />
      {open === 'deny' && policy.denial !== undefined ? (
        <DenyDialog rules={policy.denial} onClose={onClose} />
      ) : null}
      <StopPrintDialog
        isOpen={open === 'stop-print'}
        mayStop={mayStopPrint(application)}
        onStopped={onStopped}
        onClose={onClose}
      />
      {open === 'show-applicant' ? <ApplicantText step={step} onClose={onClose} /> : null}
      <WaiveDialog isOpen={open === 'waive'} onClose={onClose} />
      <SpoilDialog isOpen={open === 'spoil'} held={held} onClose={onClose} />
    </>
  );
}
