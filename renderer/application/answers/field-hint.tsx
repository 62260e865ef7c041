import type { ReactNode } from 'react';
import { PolicyText } from '../../parts/policy-text.tsx';
import type { Hint } from '../../wording/application/fields.ts';
import { betweenSentences } from '../../wording/between-sentences.ts';

/** A hint as it stands below a field; nothing where there is none. */
export function fieldHint(hint: Hint | null): ReactNode | undefined {
  if (hint === null) return undefined;
  const { ours, citys } = hint;
  if (citys === null) return ours;
  return (
    <>
      {ours === null ? null : `${ours}${betweenSentences()}`}
      <PolicyText text={citys} />
    </>
  );
}
