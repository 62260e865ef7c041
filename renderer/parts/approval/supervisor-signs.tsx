import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../action-button.tsx';
import { Actions } from '../actions.tsx';
import { TimeLeft } from '../passphrase/time-left.tsx';
import { useWait } from '../passphrase/use-wait.ts';
import { Refused } from '../refused.tsx';
import styles from './approval-dialog.module.css';
import { ApproverName, ApproverPassphrase } from './approver-fields.tsx';

/** Who does an act by their passphrase, whoever is signed in. */
interface Signer {
  readonly name: string;
  readonly passphrase: string;
}

interface SupervisorSignsProps {
  /** Of the act, for tests. */
  readonly act: string;
  /** Of whom one is chosen. */
  readonly names: readonly string[];
  /** Whether all else is filled in; it says so itself where it isn't. */
  readonly isReady?: () => boolean;
  readonly send: (signer: Signer) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** What the button says. */
  readonly button: ReactNode;
  readonly children: ReactNode;
}

/** What stands at the passphrase, where it was typed. */
const AT_PASSPHRASE: ReadonlySet<Refusal['kind']> = new Set([
  'wrong-passphrase',
  'too-many-attempts',
  'locked-out',
]);

/** A form in a dialog that a supervisor sends by typing their passphrase: that is the act, and nobody is signed in by it. */
export function SupervisorSigns(props: SupervisorSignsProps): ReactNode {
  const { act, names, isReady = () => true, send, onDone, onClose, button } = props;
  const { t } = useLingui();
  const signing = useAct();
  const wait = useWait(signing.refusal);
  const [name, setName] = useState(names[0] ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const several = names.length > 1;
  useEffect(() => (several ? select.current : field.current)?.focus(), [several]);
  const { refusal } = signing;
  const isAtPassphrase = refusal !== null && AT_PASSPHRASE.has(refusal.kind);
  const sign = async (): Promise<void> => {
    if (signing.busy || wait.waiting) return;
    if (passphrase === '') {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    if (!isReady()) return;
    const done = await signing.run(() => send({ name, passphrase }));
    setPassphrase('');
    if (done) onDone();
    else field.current?.focus();
  };
  return (
    <form
      className={styles.form}
      noValidate
      data-act={act}
      data-refusal={refusal?.kind}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void sign();
      }}
    >
      {props.children}
      <ApproverName
        {...{ names, name }}
        inputRef={select}
        problem={null}
        onChange={(chosen) => {
          setName(chosen);
          if (!wait.waiting) signing.clear();
        }}
      />
      <ApproverPassphrase
        inputRef={field}
        value={passphrase}
        problem={empty ? t`Enter the supervisor’s passphrase.` : isAtPassphrase ? wait.problem : null}
        onChange={(typed) => {
          setPassphrase(typed);
          setEmpty(false);
          if (!wait.waiting) signing.clear();
        }}
      />
      <Actions verdict={<Refused refusal={isAtPassphrase ? null : refusal} />}>
        <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={signing.busy || wait.waiting}>
          {button}
        </ActionButton>
        <ActionButton shortcut="Esc" onPress={onClose}>
          <Trans>Cancel</Trans>
        </ActionButton>
        <TimeLeft words={wait.timeLeft} />
      </Actions>
    </form>
  );
}
