import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { TextField } from '../parts/text-field/text-field.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './recovery.module.css';

interface CodeFromPaperProps {
  readonly place: 1 | 2;
  readonly onRight: () => void;
  /** The paper is wrong: another code is drawn. */
  readonly onNew: () => void;
  readonly children: ReactNode;
}

/** Types a code back from the paper, so that one that was misread is found while it can be drawn again. */
export function CodeFromPaper({ place, onRight, onNew, children }: CodeFromPaperProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useKeys({ F2: onNew });

  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await act.run(() => client.confirmRecoveryCode({ place, typed }))) onRight();
    else field.current?.focus();
  };
  return (
    <form
      className={styles.form}
      noValidate
      data-refusal={act.refusal?.kind}
      data-never-scanned
      onSubmit={(event) => void confirm(event)}
    >
      <TextField
        id="recovery-code"
        kind="address"
        inputRef={field}
        label={t`The code on your paper`}
        hint={t`Spaces and lowercase letters are fine.`}
        value={typed}
        problem={act.refusal === null ? null : refusalInWords(act.refusal, { hasTyped: true })}
        required
        maxLength={40}
        onChange={(text) => {
          setTyped(text);
          act.clear();
        }}
      />
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          irreversible
          type="submit"
          shortcut="Enter"
          ariaDisabled={act.busy && 'for-a-moment'}
        >
          <Trans comment="Button: is the code that was typed the one on paper?">Check code</Trans>
        </ActionButton>
        <ActionButton shortcut="F2" onPress={onNew}>
          <Trans>Show a new code</Trans>
        </ActionButton>
        {children}
      </div>
    </form>
  );
}
