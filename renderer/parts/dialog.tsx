import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly heading: string;
  /** Also Escape. Closing decides nothing. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that lies over the screen until it is answered or put away. */
export function Dialog({ isOpen, heading, onClose, children }: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog}>
          <Heading slot="title" level={2} className={styles.heading}>
            {heading}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
