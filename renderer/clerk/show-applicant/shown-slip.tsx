import type { ReactNode } from 'react';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import { denialSlip, slipLanguages } from '../../../shared/slips/denial-slip.ts';
import { usePractice, useStaffView } from '../../core-client/core.tsx';
import { slipLanguageFor } from '../denial/slip-language.ts';
import { SlipOnScreen } from '../denial/slip-on-screen.tsx';
import { useWays } from '../denial/use-ways.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** The slip of a refusal, in the applicant's language. */
export function ShownSlip({ denial }: { denial: NonNullable<ApplicationView['denial']> }): ReactNode {
  const { application, policy } = useWizard();
  const kioskName = useStaffView(({ kioskName }) => kioskName) ?? '';
  const practice = usePractice();
  const language = slipLanguageFor(application.answers.language, slipLanguages(policy));
  const ways = useWays();
  return (
    <div className={styles.slip}>
      <SlipOnScreen
        slip={denialSlip(policy, kioskName, denial, { language, ways, practice })}
        language={language}
        modules={denial.modules}
      />
    </div>
  );
}
