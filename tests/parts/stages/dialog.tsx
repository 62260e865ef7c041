import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { Dialog } from '../../../renderer/parts/dialog.tsx';
import { useHeard } from './heard.tsx';

/** A dialog with a button that ends something. */
export function DialogStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton autoFocus onPress={() => setOpen(true)}>
        End it…
      </ActionButton>
      <Dialog isOpen={isOpen} heading="End it?" onClose={() => setOpen(false)}>
        <ActionButton kind="danger" autoFocus onPress={() => hear('ended')}>
          End
        </ActionButton>
        <ActionButton onPress={() => setOpen(false)}>Back</ActionButton>
        {/* As what asks the core does: it closes when the answer has come. */}
        <ActionButton onPress={() => setTimeout(() => setOpen(false))}>Save</ActionButton>
      </Dialog>
      {heard}
    </>
  );
}
