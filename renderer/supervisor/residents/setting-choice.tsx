import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type ResidentSetting, residentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Refused } from '../../parts/refused.tsx';
import { residentSettingInWords } from '../../wording/applicant-screens/resident-setting.ts';
import styles from '../supervisor.module.css';

/** How applicants may use this kiosk, each way with what it means. `onBegin`: what the last act said is over. */
export function SettingChoice(props: {
  now: ResidentSetting;
  onBegin: () => void;
  onSaved: () => void;
}): ReactNode {
  const { now, onBegin, onSaved } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [chosen, setChosen] = useState(now);
  const save = async (): Promise<void> => {
    onBegin();
    if (await act.run(() => client.setResidentSetting({ setting: chosen }))) onSaved();
  };
  return (
    <div className={styles.form} data-resident-setting={now}>
      <ChoiceList
        name="resident-setting"
        legend={t({
          message: 'Applicants’ use of this screen',
          comment: 'Label of a list of three choices: Off, Counter, Self-service.',
        })}
        value={chosen}
        onChoose={(setting) => {
          act.clear();
          setChosen(setting);
        }}
        choices={residentSetting.options.map((value) => {
          const { name, meaning } = residentSettingInWords(value);
          return { value, label: name, detail: <p>{meaning}</p> };
        })}
      />
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          ariaDisabled={chosen === now || (act.busy && 'for-a-moment')}
          onPress={() => void save()}
        >
          <Trans comment="Button: keeps how applicants may use this kiosk.">Use this setting</Trans>
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} />
    </div>
  );
}
