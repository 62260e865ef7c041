import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { ProgrammeNotice } from '../../../shared/programme/routes.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './tell-applicant.module.css';

/**
 * What the programme wants the applicant to be told now, on one line, so that the work below stays where it is; F3 shows
 * all of it to the applicant, in their language. Nothing has to be pressed.
 */
export function TellApplicant({ at }: { at: ProgrammeNotice['at'] }): ReactNode {
  const { i18n, t } = useLingui();
  const { policy } = useWizard();
  const notices = (policy.notices ?? []).filter((notice) => notice.at === at);
  if (notices.length === 0) return null;
  const heading = t({
    message: 'Tell the applicant',
    comment: 'Before what the city wants the clerk to say to the applicant.',
  });
  return (
    <section className={styles.tell} aria-label={heading}>
      <p className={styles.heading}>
        {heading} <kbd>F3</kbd>
      </p>
      <div className={styles.said}>
        {notices.map(({ id, text }) => (
          <p key={id} data-notice={id}>
            {inLanguage(text, i18n.locale)}
          </p>
        ))}
      </div>
    </section>
  );
}
