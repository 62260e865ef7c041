import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { FocusAfterModal } from './focus-after-modal.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly heading: string;
  /** Also Escape. Closing decides nothing. */
  readonly onClose: () => void;
  /** Two columns fit in, so that the buttons are on the screen without scrolling. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A question that lies over the screen until it is answered or put away. */
export function Dialog({ heading, children, ...frame }: DialogProps): ReactNode {
  return (
    <DialogFrame {...frame}>
      <Heading slot="title" level={2} className={styles.heading}>
        {heading}
      </Heading>
      {children}
    </DialogFrame>
  );
}

interface DialogFrameProps extends Omit<DialogProps, 'heading'> {
  /** What is in it scrolls in a place of its own, and does not as a whole. */
  readonly isHeld?: boolean;
}

/** What a dialog stands in. Its heading is among its children, in the slot `title`. */
export function DialogFrame({ isOpen, onClose, wide = false, ...props }: DialogFrameProps): ReactNode {
  const { isHeld = false } = props;
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''} ${isHeld ? styles.held : ''}`}>
        <AriaDialog className={styles.dialog}>
          <FocusAfterModal />
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
