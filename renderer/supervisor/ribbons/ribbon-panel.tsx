import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { RibbonId } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useApproval } from '../../parts/approval/approval.tsx';
import { Refused } from '../../parts/refused.tsx';
import { shortId } from '../../parts/short-id.ts';
import { RibbonActs } from '../../printer/ribbon-acts.tsx';
import { usedRibbonInWords } from '../../wording/printing/ribbon.ts';
import type { PrinterEntry } from '../printer/printer-entry-made.tsx';
import styles from '../supervisor.module.css';
import { DestroyRibbon } from './destroy-ribbon.tsx';
import { RibbonsTable } from './ribbons-table.tsx';

/** The ribbon in the printer, and the used ones that are not destroyed yet. */
export function RibbonPanel(props: {
  status: KioskStatus;
  onMade: (entry: PrinterEntry) => void;
}): ReactNode {
  const { status, onMade } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const destroying = useApproval();
  const [atHand, setAtHand] = useState<RibbonId | null>(null);
  const { ribbons } = status;
  const mayDestroy = status.staff?.role === 'supervisor';
  const destroy = async (ribbon: RibbonId): Promise<void> => {
    setAtHand(null);
    const short = shortId(ribbon);
    const about = t({
      message: `Ribbon ${short}`,
      comment:
        'What a supervisor approves: which used ribbon, a printer’s film of dye, was destroyed. {short} is a few letters and digits.',
    });
    if (
      await destroying.run({ act: 'destroyRibbon', ribbon }, () => client.destroyRibbon({ ribbon }), [about])
    ) {
      onMade({ kind: 'ribbon-destroyed', ribbon });
    }
  };
  return (
    <div className={styles.section}>
      <h3 className={styles.subheading}>
        <Trans comment="Heading. The ribbon is the printer’s film of dye, on which printed faces can be seen.">
          Ribbon
        </Trans>
      </h3>
      <p className={styles.note}>{usedRibbonInWords()}</p>
      <RibbonActs ribbons={ribbons} onMade={onMade} />
      <RibbonsTable held={ribbons.held} onDestroy={mayDestroy ? setAtHand : null} />
      <Refused refusal={destroying.refusal} />
      {atHand === null ? null : (
        <DestroyRibbon
          ribbon={atHand}
          underHold={status.holds.length > 0}
          onDestroy={() => void destroy(atHand)}
          onClose={() => setAtHand(null)}
        />
      )}
      {destroying.dialog}
    </div>
  );
}
