import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PressButton } from '../parts/press-button.tsx';
import { useResident } from '../resident-context.ts';
import styles from './bar.module.css';

/**
 * What is always in the same place: language, size of text, contrast, and the way out, where there is something to end or to
 * leave. A voice that reads aloud will have its place behind the language.
 */
export function Bar({ leaves = 'leave' }: { leaves?: 'leave' | 'leave-with-ticket' | 'nothing' }): ReactNode {
  const { t } = useLingui();
  const { openDialog } = useResident();
  return (
    <nav
      className={styles.bar}
      aria-label={t({
        message: 'This screen',
        comment: 'Names the row of buttons at the top of a resident’s screen, for screen readers.',
      })}
    >
      <PressButton opens="language" onPress={() => openDialog('language')}>
        <Globe />
        <Trans comment="Button at the top of a resident’s screen, which opens the list of languages.">
          Language
        </Trans>
      </PressButton>
      <PressButton opens="text-size" onPress={() => openDialog('text-size')}>
        <Trans comment="Button at the top of a resident’s screen, and heading of what it opens: four sizes of text.">
          Text size
        </Trans>
      </PressButton>
      <PressButton opens="contrast" onPress={() => openDialog('contrast')}>
        <Trans comment="Button at the top of a resident’s screen, and heading of what it opens: other colors.">
          Contrast
        </Trans>
      </PressButton>
      <PressButton opens="keys" onPress={() => openDialog('keys')}>
        <Trans comment="Button at the top of a resident’s screen, and heading of what it opens: settings for keys that are held, and for two switches. A word that nobody takes for the key to data.">
          Keyboard
        </Trans>
      </PressButton>
      {leaves === 'nothing' ? null : (
        <span className={styles.leave}>
          <PressButton kind="danger" opens={leaves} onPress={() => openDialog(leaves)}>
            <Trans comment="Button at the top of a resident’s screen, and in the question that it opens: ends the application.">
              Leave now
            </Trans>
          </PressButton>
        </span>
      )}
    </nav>
  );
}

/** Whoever reads none of the words finds the languages by it. */
function Globe(): ReactNode {
  return (
    <svg className={styles.globe} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <ellipse cx="12" cy="12" rx="4.5" ry="10" />
      <path d="M2.5 9h19M2.5 15h19" />
    </svg>
  );
}
