import type { ReactNode } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { handBackInWords } from '../../wording/applicant-screens/hand-back.ts';
import { fieldInWords } from '../../wording/application/fields.ts';
import { useWizard } from '../wizard-context.ts';

/** Said once, where the clerk goes on after an applicant: whether all is answered, and what is not. */
export function HandBackNote(): ReactNode {
  const { handBack, policy } = useWizard();
  if (handBack === null) return null;
  const missing = policy.fields.filter(({ field }) => handBack.missing.includes(field));
  return (
    <div data-hand-back={missing.length === 0 ? 'finished' : 'unfinished'}>
      <Notice kind={missing.length === 0 ? 'good' : 'warn'} role="status">
        <p>{handBackInWords(missing.map(fieldInWords))}</p>
      </Notice>
    </div>
  );
}
