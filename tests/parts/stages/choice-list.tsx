import { type ReactNode, useState } from 'react';
import { ActionButton } from '../../../renderer/parts/action-button.tsx';
import { type Choice, ChoiceList } from '../../../renderer/parts/choice-list.tsx';
import { useDialogKeys } from '../../../renderer/parts/keys/use-dialog-keys.ts';
import { useHeard } from './heard.tsx';

const choices = [
  { value: 'memory', label: 'In memory' },
  { value: 'sealed', label: 'On the disk', disabledReason: 'This disk keeps old copies.' },
  { value: 'paper', label: 'On paper', detail: 'Slow.' },
] as const satisfies readonly Choice<string>[];

/** Three choices, of which the second cannot be chosen; by arrows, and by numbers as in a dialog. */
export function ChoiceListStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [value, setValue] = useState<(typeof choices)[number]['value'] | null>(null);
  useDialogKeys(
    true,
    (index) => setValue(choices[index]?.value ?? null),
    () => hear(`confirmed ${value}`),
  );
  return (
    <>
      <ChoiceList
        name="keys"
        legend="Where are keys kept?"
        numbered
        choices={choices}
        value={value}
        onChoose={setValue}
        autoFocus
      />
      {heard}
    </>
  );
}

const names = ['Anselm Brightwater', 'Marisol Tidewater'] as const;

/** Two names in a form, of which the second is chosen to begin with. */
export function NameListStage(): ReactNode {
  const { hear, heard } = useHeard();
  const [name, setName] = useState<(typeof names)[number]>('Marisol Tidewater');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        hear(`sent ${name}`);
      }}
    >
      <ChoiceList
        name="name"
        legend="Your name"
        choices={names.map((each) => ({ value: each, label: each }))}
        value={name}
        onChoose={setName}
        autoFocus
      />
      <ActionButton type="submit">Send</ActionButton>
      {heard}
    </form>
  );
}
