import type { ReactNode } from 'react';
import { KeyCap } from '../parts/keys/key-cap.tsx';
import { sectionInWords } from '../wording/section.ts';
import styles from './section-tab.module.css';
import type { Section } from './sections.ts';

/** Opens a section; the one at hand is marked by its bar, its weight and for a screen reader. */
export function SectionTab(props: {
  section: Section;
  /** The key that does the same. */
  number: number;
  current: boolean;
  onPress: () => void;
}): ReactNode {
  const { section, number, current, onPress } = props;
  return (
    <button
      type="button"
      className={`${styles.tab} ${current ? styles.current : ''}`}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={`${number}`}
      data-tab={section}
      onClick={onPress}
    >
      <KeyCap>{`${number}`}</KeyCap>
      <span>{sectionInWords(section)}</span>
    </button>
  );
}
