import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useDialogKeys } from '../../parts/keys/use-dialog-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';

/**
 * Asks why the applicant need not pay. The reason may tell a lot of somebody: it stays in this dialog, and only that the
 * fee is waived leaves it.
 */
export function WaiveDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { i18n, t } = useLingui();
  const { policy } = useWizard();
  const { client } = useCore();
  const act = useAct();
  const [reason, setReason] = useState<string | null>(null);
  const waivers = policy.waivers ?? [];
  const waive = async (): Promise<void> => {
    if (reason === null) return;
    if (await act.run(() => client.settleFee({ settled: 'waived' }))) onClose();
  };
  useDialogKeys(
    true,
    (index) => setReason(waivers[index]?.id ?? null),
    () => void waive(),
  );
  return (
    <Dialog isOpen heading={t`Why is the fee waived?`} onClose={onClose}>
      <ChoiceList
        name="waiver"
        legend={t({
          message: 'Reason for the waiver',
          comment: 'Label of a list of reasons for which somebody need not pay a fee.',
        })}
        numbered
        autoFocus
        value={reason}
        onChoose={setReason}
        choices={waivers.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.locale) }))}
      />
      <p>
        <Trans comment="In the question why a fee is waived.">
          The kiosk records that the fee was waived, not why.
        </Trans>
      </p>
      <Actions
        verdict={
          act.refusal === null ? null : (
            <Notice kind="bad" role="alert">
              <p>{refusalInWords(act.refusal)}</p>
            </Notice>
          )
        }
      >
        <ActionButton
          kind="main"
          shortcut="Enter"
          ariaDisabled={reason === null || (act.busy && 'for-a-moment')}
          onPress={() => void waive()}
        >
          <Trans comment="Button: the applicant need not pay the fee.">Waive fee</Trans>
        </ActionButton>
        <ActionButton shortcut="Esc" onPress={onClose}>
          <Trans comment="Button that closes a question; nothing is changed.">Cancel</Trans>
        </ActionButton>
      </Actions>
    </Dialog>
  );
}
