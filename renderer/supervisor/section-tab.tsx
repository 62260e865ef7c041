import type { ReactNode } from 'react';
import { KeyCap } from '../parts/keys/key-cap.tsx';
import { sectionInWords } from '../wording/section.ts';
import styles from './section-tab.module.css';
import type { Section } from './sections.ts';

/** Opens a section; the one at hand is marked by its bar, its weight and for a screen reader. */
export function SectionTab(props: {
  section: Section;
  /** The key that does the same. */
  shortcut: string;
  current: boolean;
  onPress: () => void;
}): ReactNode {
  const { section, shortcut, current, onPress } = props;
  return (
    <button
      type="button"
      className={`${styles.tab} ${current ? styles.current : ''}`}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      data-tab={section}
      onClick={onPress}
    >
      <KeyCap>{shortcut}</KeyCap>
      <span>{sectionInWords(section)}</span>
    </button>
  );
}
