import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { askedInputs } from '../../../shared/application/fields.ts';
import { useAnswerForm } from '../../application/answers/answer-form.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useWizard } from '../wizard-context.ts';
import { inventedAnswers } from './invented-people.ts';

/** In practice: fills in an invented person, and with each press another one. */
export function FillInButton(): ReactNode {
  const { application, policy, today, isOverlaid } = useWizard();
  const { typed } = useAnswerForm();
  const { commits } = useCore();
  const pressed = useRef(0);
  const fillIn = (): void => {
    const person = inventedAnswers(application.ticket + pressed.current, today, policy);
    pressed.current += 1;
    const asked = askedInputs(policy.fields).map((input) => [input, person[input]] as const);
    typed.setState(({ texts }) => ({
      texts: { ...texts, ...Object.fromEntries(asked) },
      left: new Set(),
      asked: new Set(),
    }));
    for (const [input, text] of asked) commits.commit(input, text);
  };
  useKeys({ F7: fillIn }, !isOverlaid);
  return (
    <ActionButton kind="quiet" shortcut="F7" onPress={fillIn}>
      <Trans comment="Button, while staff practice: types the details of a made-up applicant into the form.">
        Fill in an invented person
      </Trans>
    </ActionButton>
  );
}
