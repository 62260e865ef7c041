import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { ProgrammeNotice } from '../../../shared/programme/routes.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './tell-applicant.module.css';

/**
 * What the programme wants the applicant to be told now, on one line, so that the work below stays where it is; all of it
 * by a key. Nothing has to be pressed.
 */
export function TellApplicant({ at }: { at: ProgrammeNotice['at'] }): ReactNode {
  const { i18n, t } = useLingui();
  const { policy, isOverlaid } = useWizard();
  const [isOpen, setOpen] = useState(false);
  const notices = (policy.notices ?? []).filter((notice) => notice.at === at);
  const toggle = (): void => setOpen((now) => !now);
  useKeys({ F3: toggle }, notices.length > 0 && !isOverlaid);
  if (notices.length === 0) return null;
  const heading = t({
    message: 'Tell the applicant',
    comment: 'Before what the city wants the clerk to say to the applicant.',
  });
  return (
    <section className={styles.tell} data-open={isOpen} aria-label={heading}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-keyshortcuts="F3"
        onClick={toggle}
      >
        {heading} <kbd>F3</kbd>
      </button>
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
