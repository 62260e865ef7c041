import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RibbonId } from '../../../shared/contract/ids.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { shortId } from '../../parts/short-id.ts';
import { destroyingARibbonInWords } from '../../wording/printing/ribbon.ts';
import { Sentences } from '../sentences.tsx';

/** Says what is noted, before the second supervisor signs in. The first choice changes nothing. */
export function DestroyRibbon(props: {
  ribbon: RibbonId;
  /** A legal hold is in force, and the ribbon may be what it is about. */
  underHold: boolean;
  onDestroy: () => void;
  onClose: () => void;
}): ReactNode {
  const { ribbon, underHold, onDestroy, onClose } = props;
  const { t } = useLingui();
  const short = shortId(ribbon);
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Record used ribbon ${short} as destroyed?`,
        comment:
          'Heading of a question. {short} is a few letters and digits that name the ribbon, a printer’s film of dye.',
      })}
      onClose={onClose}
    >
      {underHold ? (
        <div data-held-notice>
          <Notice kind="warn">
            <p>
              <Trans comment="Warning. A legal hold is an order by counsel, the city’s lawyer, to erase nothing. The ribbon is the printer’s film of dye.">
                A legal hold is in force, and this ribbon shows cards. Ask counsel before you destroy it.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      <Sentences all={destroyingARibbonInWords()} />
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans>Keep it locked away</Trans>
      </ActionButton>
      <ActionButton kind="danger" onPress={onDestroy}>
        <Trans comment="Button that opens a question: a used ribbon was destroyed.">
          Record destruction…
        </Trans>
      </ActionButton>
    </Dialog>
  );
}
