import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useScanTold } from '../../parts/keys/use-scan-told.ts';
import { Notice } from '../../parts/notice.tsx';
import { useResident } from '../resident-context.ts';

/**
 * That a card was scanned into a field of this question, which does not take it, for as long as the question stands: nobody has to read it
 * in a hurry. Null: none was.
 */
export function useCardScanned(): ReactNode {
  const { t } = useLingui();
  const { isOverlaid } = useResident();
  const said = t({
    message: 'Show the card to a clerk.',
    comment:
      'On a resident’s screen: somebody held a card with a barcode under the scanner while a text was asked for. It changes nothing. Kept this short because it stands beside a keyboard, where there is little room.',
  });
  // Staff who sign in over it are told there.
  if (!useScanTold(isOverlaid ? null : said, null)) return null;
  return (
    <Notice kind="warn">
      <p data-card-scanned>{said}</p>
    </Notice>
  );
}
