import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { FocusAfterModal } from './focus-after-modal.tsx';

interface DialogProps {
  readonly isOpen: boolean;
  readonly heading: string;
  /** Also Escape. Closing decides nothing. */
  readonly onClose: () => void;
  /** Two columns fit in, so that the buttons are on the screen without scrolling. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A question that lies over the screen until it is answered or put away. */
export function Dialog({ isOpen, heading, onClose, wide = false, children }: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog}>
          <FocusAfterModal />
          <Heading slot="title" level={2} className={styles.heading}>
            {heading}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
