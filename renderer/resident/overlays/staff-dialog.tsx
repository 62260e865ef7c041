import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { PressButton } from '../parts/press-button.tsx';
import { ScrollingDialog } from '../parts/scrolling-dialog.tsx';

interface StaffDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly signIn: (onReturn: () => void) => ReactNode;
}

/** Somebody pressed the key of staff: a resident goes back to their screen, and staff on to their sign-in. */
export function StaffDialog({ isOpen, onClose, signIn }: StaffDialogProps): ReactNode {
  const { t } = useLingui();
  return (
    <ScrollingDialog
      isOpen={isOpen}
      heading={t({
        message: 'This is for staff',
        comment: 'Heading of a question on a resident’s screen, after a key or button that only staff need.',
      })}
      onClose={onClose}
    >
      <ForStaff onClose={onClose} signIn={signIn} />
    </ScrollingDialog>
  );
}

/** Begins with the question whenever the dialog comes up. */
function ForStaff({ onClose, signIn }: Omit<StaffDialogProps, 'isOpen'>): ReactNode {
  const [isSigningIn, setSigningIn] = useState(false);
  return (
    <>
      <p>
        <Trans comment="On a resident’s screen, after a key or button that only staff need. Nothing has changed.">
          Only those who work here need this. Nothing has changed.
        </Trans>
      </p>
      {isSigningIn ? signIn(onClose) : null}
      <PressButton kind={isSigningIn ? 'plain' : 'main'} takesFocus onPress={onClose}>
        <Trans comment="Button that closes “This is for staff”: nothing changes.">Go back</Trans>
      </PressButton>
      {isSigningIn ? null : (
        <PressButton onPress={() => setSigningIn(true)}>
          <Trans comment="Button on a resident’s screen: staff take the screen back with their passphrase.">
            Staff sign-in
          </Trans>
        </PressButton>
      )}
    </>
  );
}
