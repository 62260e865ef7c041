import type { ReactNode } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { useHeard } from './heard.tsx';

/** One that acts, and two that do nothing yet. */
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
      <ActionButton kind="main" ariaDisabled="for-a-moment" onPress={() => hear('too soon')}>
        In a moment
      </ActionButton>
      <div>
        <ActionButton kind="quiet" ariaDisabled onPress={() => hear('wrongly')}>
          Words alone
        </ActionButton>
      </div>
      {heard}
    </>
  );
}
