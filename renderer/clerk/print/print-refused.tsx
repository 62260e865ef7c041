import type { ReactNode } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { Notice } from '../../parts/notice.tsx';
import { LowBatteryNotice } from '../../printer/low-battery-notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';

/** Why a card is not printed: what was refused, or what is known before anybody tries. */
export function PrintRefused({ refusal }: { refusal: Refusal | null }): ReactNode {
  const { printer } = useWizard();
  if (refusal === null) return <LowBatteryNotice printer={printer} />;
  return (
    <Notice kind="bad" role="alert">
      <p>{refusalInWords(refusal)}</p>
    </Notice>
  );
}
