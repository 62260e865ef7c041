import type { ReactNode } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { useHeard } from './heard.tsx';

/** One that acts, and one that does nothing yet. */
export function ActionButtonStage(): ReactNode {
  const { hear, heard } = useHeard();
  return (
    <>
      <ActionButton autoFocus shortcut="F4" onPress={() => hear('pressed')}>
        Begin
      </ActionButton>
      <ActionButton
        ariaDisabled
        describedBy="why"
        onPress={() => hear('wrongly')}
        onDisabledPress={() => hear('early')}
      >
        Not yet
      </ActionButton>
      <p id="why">Something is missing.</p>
      <ActionButton neverByKey onPress={() => hear('by hand')}>
        By hand
      </ActionButton>
      {heard}
    </>
  );
}
