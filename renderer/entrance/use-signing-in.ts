import { useLingui } from '@lingui/react/macro';
import { type RefObject, useRef, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { type Act, useAct } from '../core-client/use-act.ts';
import { useWait, type Wait } from '../parts/passphrase/use-wait.ts';

/** By a name, or whoever is signed in behind the screen: a page that a resident has does not know their name. */
export type WhoSignsIn = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'behind' };

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
  /** Null: nobody is named yet. */
  signIn(who: WhoSignsIn | null): void;
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
    signIn(who) {
      if (wait.waiting) return;
      if (who === null || passphrase === '') {
        act.clear();
        setEmpty(true);
        field.current?.focus();
        return;
      }
      void act
        .run(() => client.signIn({ name: who.kind === 'named' ? who.name : null, passphrase }))
        .then((done) => {
          if (!done) setPassphrase('');
        });
    },
  };
}
