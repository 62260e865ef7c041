import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../parts/announcer.tsx';
import type { Section } from './sections.ts';
import styles from './supervisor.module.css';

/** One section with its heading, where the focus arrives: from there the number keys go on working. */
export function SectionPanel(props: { section: Section; heading: string; children: ReactNode }): ReactNode {
  const { section, heading, children } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    announce(heading);
  }, [heading]);
  return (
    <section className={styles.section} aria-labelledby="section-heading" data-section={section}>
      <h2 id="section-heading" ref={title} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
