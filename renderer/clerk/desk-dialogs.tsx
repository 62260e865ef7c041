import type { ReactNode } from 'react';
import { type DeskDialog, useDesk } from './desk-context.ts';
import { EndDialog } from './end-dialog.tsx';
import { SpoilDialog } from './hand-over/spoil-dialog.tsx';
import { cardInTheWay, mayStopPrint } from './print/print-phase.ts';
import { StopPrintDialog } from './print/stop-print-dialog.tsx';

/** What lies over the desk and wants an answer: at most one at a time. */
export function DeskDialogs(props: {
  open: DeskDialog | null;
  /** The clerk has stopped the print. */
  onStopped: () => void;
  onClose: () => void;
}): ReactNode {
  const { open, onStopped, onClose } = props;
  const { application, held, putAside, openDialog } = useDesk();
  return (
    <>
      <EndDialog
        isOpen={open === 'end'}
        held={held}
        card={cardInTheWay(application)}
        onPutAside={putAside}
        onStopPrint={() => openDialog('stop-print')}
        onSpoil={() => openDialog('spoil')}
        onClose={onClose}
      />
      <StopPrintDialog
        isOpen={open === 'stop-print'}
        mayStop={mayStopPrint(application)}
        onStopped={onStopped}
        onClose={onClose}
      />
      <SpoilDialog isOpen={open === 'spoil'} held={held} onClose={onClose} />
    </>
  );
}
