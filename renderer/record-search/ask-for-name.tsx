import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type SearchReason, searchReasons } from '../../shared/ledger/reasons.ts';
import { type AskedNameProblem, checkAskedName } from '../../shared/record-search/terms.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useApproval } from '../parts/approval/approval.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Refused } from '../parts/refused.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import styles from '../supervisor/supervisor.module.css';
import { askedNameProblemInWords } from '../wording/command/record-search.ts';
import { searchReasonInWords } from '../wording/command/search-reason.ts';

/** The name, the reason, and a second supervisor who has read both. */
export function AskForName(props: {
  onAsked: (name: string) => void;
  /** A second supervisor is being asked: keys of the screen below are not for that. */
  onAsking: (asking: boolean) => void;
}): ReactNode {
  const { onAsked, onAsking } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const preparing = useAct();
  const approval = useApproval();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<SearchReason | null>(null);
  const [problem, setProblem] = useState<AskedNameProblem | null>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { asking } = approval;
  useEffect(() => {
    onAsking(asking);
    // The search begins while the dialog is still there: this form goes, and with it what was asked.
    return () => onAsking(false);
  }, [asking, onAsking]);
  const refusal = preparing.refusal ?? approval.refusal;

  const ask = async (): Promise<void> => {
    const name = checkAskedName(typed);
    setProblem(name.ok ? null : name.error);
    setLacksReason(reason === null);
    if (!name.ok) field.current?.focus();
    if (!name.ok || reason === null) return;
    await preparing.run(async () => {
      const prepared = await client.askForName({ typed: name.value });
      if (!prepared.ok) return prepared;
      const { digest } = prepared.value;
      onAsked(prepared.value.name);
      await approval.run({ act: 'searchRecords', digest, reason }, () => client.searchRecords({ reason }), [
        prepared.value.name,
        searchReasonInWords(reason),
      ]);
      return prepared;
    });
  };
  return (
    <>
      <form
        className={styles.form}
        noValidate
        data-act="search-records"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField
          id="asked-name"
          inputRef={field}
          withAccents
          label={t({ message: 'Name to search for', comment: 'Label of a field: a person’s name.' })}
          hint={t`The whole name, or any whole words of it.`}
          value={typed}
          problem={problem === null ? null : askedNameProblemInWords(problem)}
          required
          onChange={(text) => {
            setTyped(text);
            setProblem(null);
          }}
        />
        <ChoiceList
          name="search-reason"
          legend={t({ message: 'Reason', comment: 'Label of a choice: why a name is searched for.' })}
          problem={
            lacksReason
              ? t({
                  message: 'Choose a reason first.',
                  comment: 'Error beside the label of a list of reasons for a name search.',
                })
              : null
          }
          value={reason}
          onChoose={(chosen) => {
            setReason(chosen);
            setLacksReason(false);
          }}
          choices={searchReasons.map((value) => ({ value, label: searchReasonInWords(value) }))}
        />
        <div className={styles.choices}>
          <ActionButton
            kind="main"
            type="submit"
            shortcut="Enter"
            ariaDisabled={preparing.busy && 'for-a-moment'}
          >
            <Trans comment="Button that asks a second supervisor, then searches for a name.">
              Search this kiosk…
            </Trans>
          </ActionButton>
        </div>
        <Refused refusal={refusal} hasTyped />
      </form>
      {/* Beside the form: what is submitted in the dialog is no question. */}
      {approval.dialog}
    </>
  );
}
