import type { ReactNode } from 'react';
import { useCommitTrouble } from '../../core-client/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';

/** That what was typed is not saved yet; it is saved again by itself. Null: it is. */
export function useNotSaved(): ReactNode {
  const trouble = useCommitTrouble();
  if (trouble === null) return null;
  return (
    <Notice kind="warn" role="alert">
      <p>{ownRefusalInWords(trouble, { by: 'kiosk' })}</p>
    </Notice>
  );
}
