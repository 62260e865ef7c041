import { type FormEvent, type ReactNode, useState } from 'react';
import type { Answer } from '../../../shared/contract/declare.ts';
import { type CountedProblem, readBlanks } from '../../../shared/counter-day/read-counted.ts';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { blanksProblemInWords } from '../../wording/day/counted-problem.ts';
import styles from '../supervisor.module.css';

/** One number of blank cards and Enter. */
export function BlanksForm(props: {
  id: string;
  heading: string;
  label: string;
  hint: string;
  /** The words on the button. */
  children: ReactNode;
  isMain: boolean;
  send: (blanks: number) => Promise<Answer<unknown>>;
  onDone: (blanks: number) => void;
}): ReactNode {
  const { id, heading, label, hint, children, isMain, send, onDone } = props;
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<CountedProblem | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readBlanks(typed);
    setProblem(read.ok ? null : read.error);
    if (!read.ok) {
      document.getElementById(id)?.focus();
      return;
    }
    if (await act.run(() => send(read.value))) {
      setTyped('');
      onDone(read.value);
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-labelledby={`${id}-heading`}
      data-form={id}
      onSubmit={(event) => void submit(event)}
    >
      <h3 id={`${id}-heading`} className={styles.subheading}>
        {heading}
      </h3>
      <TextField
        id={id}
        label={label}
        kind="digits"
        value={typed}
        hint={hint}
        problem={problem === null ? null : blanksProblemInWords(problem)}
        onChange={(text) => {
          setTyped(text);
          setProblem(null);
          act.clear();
        }}
      />
      <div className={styles.choices}>
        <ActionButton
          type="submit"
          kind={isMain ? 'main' : 'plain'}
          ariaDisabled={act.busy && 'for-a-moment'}
        >
          {children}
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} hasTyped />
    </form>
  );
}
