import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { useHeard } from './heard.tsx';

/** A form whose act can't be undone, and whose button does not look like it. It comes up when it is asked for. */
export function IrreversibleStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isOpen ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            hear('done');
          }}
        >
          {/* biome-ignore lint/a11y/noAutofocus: as the screens give it to the first field themselves */}
          <input aria-label="Count" type="text" autoFocus />
          <ActionButton kind="main" irreversible type="submit">
            Close day
          </ActionButton>
        </form>
      ) : (
        <ActionButton autoFocus onPress={() => setOpen(true)}>
          Open
        </ActionButton>
      )}
      {heard}
    </>
  );
}
