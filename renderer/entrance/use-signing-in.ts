import { useLingui } from '@lingui/react/macro';
import { type RefObject, useRef, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { type Act, useAct } from '../core-client/use-act.ts';
import { useWait, type Wait } from '../parts/passphrase/use-wait.ts';

/** A passphrase that is typed, and the sign-in with it. */
export interface SigningIn {
  readonly act: Act;
  readonly wait: Wait;
  readonly passphrase: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What is wrong with what was typed, or with the last try. */
  readonly problem: string | null;
  type(passphrase: string): void;
  /** Somebody else is to sign in: waiting and lock-outs are one name's. */
  another(): void;
  /** Signs in as `name`; null: nobody is named yet. */
  signIn(name: string | null): void;
}

/** See `SigningIn`. A passphrase that was refused is typed anew. */
export function useSigningIn(): SigningIn {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const wait = useWait(act.refusal);
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return {
    ...{ act, wait, passphrase, field },
    problem: empty
      ? t({
          message: 'Enter your passphrase.',
          comment: 'Error below the passphrase field: it is empty.',
        })
      : wait.problem,
    type(typed) {
      setPassphrase(typed);
      setEmpty(false);
      if (!wait.waiting) act.clear();
    },
    another() {
      act.clear();
      setEmpty(false);
    },
    signIn(name) {
      if (wait.waiting) return;
      if (name === null || passphrase === '') {
        act.clear();
        setEmpty(true);
        field.current?.focus();
        return;
      }
      void act
        .run(() => client.signIn({ name, passphrase }))
        .then((done) => {
          if (!done) setPassphrase('');
        });
    },
  };
}
