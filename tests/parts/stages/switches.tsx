import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { ChoiceList } from '../../../renderer/parts/choice-list.tsx';
import { Dialog } from '../../../renderer/parts/dialog.tsx';
import { useDialogKeys } from '../../../renderer/parts/keys/use-dialog-keys.ts';
import { OnScreenKeyboard } from '../../../renderer/parts/on-screen-keyboard/on-screen-keyboard.tsx';
import { useFieldAtHand } from '../../../renderer/parts/on-screen-keyboard/use-field-at-hand.ts';
import { SWITCH_GROUP } from '../../../renderer/parts/switch-access/switch-group.ts';
import { useSwitchAccess } from '../../../renderer/parts/switch-access/use-switch-access.ts';
import { useSwitchStart } from '../../../renderer/parts/switch-access/use-switch-start.ts';
import { TextField } from '../../../renderer/parts/text-field/text-field.tsx';
import type { SwitchKeys } from '../../../shared/residents/hands.ts';
import { useHeard } from './heard.tsx';

const choices = [
  { value: 'first', label: 'A first card' },
  { value: 'renewal', label: 'A renewal' },
] as const;

/** A screen with what screens have: a group of settings, a name, radio buttons, a dialog that ends something. */
export function SwitchesStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [keys, setKeys] = useState<SwitchKeys | null>(null);
  const [name, setName] = useState('');
  const [route, setRoute] = useState<(typeof choices)[number]['value'] | null>(null);
  const [isOpen, setOpen] = useState(false);
  const field = useFieldAtHand('stage');
  useSwitchStart(keys === null ? 'any' : 'none', setKeys);
  useSwitchAccess(keys, () => setKeys(null));
  useDialogKeys(
    isOpen,
    () => hear('by number'),
    () => hear('by Enter'),
  );
  return (
    <>
      <p data-testid="switches">{keys ?? 'off'}</p>
      <fieldset {...SWITCH_GROUP} aria-label="Settings">
        <button type="button" onClick={() => hear('smaller')}>
          Smaller
        </button>
        <button type="button" onClick={() => hear('larger')}>
          Larger
        </button>
      </fieldset>
      <TextField
        id="name"
        label="Name"
        value={name}
        problem={null}
        onChange={setName}
        onLeave={() => hear('left')}
      />
      <ChoiceList
        name="route"
        legend="Why do you come?"
        choices={choices}
        value={route}
        onChoose={setRoute}
      />
      <input type="password" aria-label="Passphrase" />
      <ActionButton onPress={() => setOpen(true)}>Leave now</ActionButton>
      <Dialog isOpen={isOpen} heading="Leave now?" onClose={() => setOpen(false)}>
        <ActionButton onPress={() => setOpen(false)}>Stay</ActionButton>
        <ActionButton
          kind="danger"
          onPress={() => {
            hear('ended');
            setOpen(false);
          }}
        >
          Forget everything
        </ActionButton>
      </Dialog>
      {heard}
      <OnScreenKeyboard language="en" field={field} offersCapital withOwnScript={false} repeatDelay={500} />
      <Announcer />
    </>
  );
}
