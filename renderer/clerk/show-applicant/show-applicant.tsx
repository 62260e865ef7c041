import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { languageFacts } from '../../../shared/residents/language.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { FocusAfterModal } from '../../parts/focus-after-modal.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useWizard } from '../wizard-context.ts';
import { LanguageChoice } from './language-choice.tsx';
import styles from './show-applicant.module.css';

/**
 * Something for the applicant to read on the clerk's own screen, in their language and over everything else. Whoever has
 * the screen can only go back: no key of the step acts meanwhile, and nobody gets another role by it.
 */
export function ShowApplicant(props: { onClose: () => void; children: ReactNode }): ReactNode {
  const { onClose, children } = props;
  const { t } = useLingui();
  const { application } = useWizard();
  const { language } = application.answers;
  const { direction } = languageFacts[language];
  useKeys({ F3: onClose });
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal}>
        <Dialog
          className={styles.dialog}
          aria-label={t({
            message: 'For the applicant',
            comment: 'Name of what fills the screen for the applicant to read, for screen readers.',
          })}
        >
          <FocusAfterModal />
          <div className={styles.bar}>
            <LanguageChoice />
            <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
              <Trans comment="Button: back from what the applicant reads to the clerk’s step.">
                Return to step
              </Trans>
            </ActionButton>
          </div>
          <div className={styles.words} lang={language} dir={direction} data-for-applicant={language}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
