import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Heading } from 'react-aria-components';
import { DialogFrame, type DialogProps } from '../../parts/dialog.tsx';
import { PageMover } from './page-mover.tsx';
import styles from './scrolling-dialog.module.css';
import { scrolls, useMoreBelow } from './use-more-below.ts';

/** A question over a resident's screen. Where it is longer than the display a button moves it, as it moves a page. */
export function ScrollingDialog({ heading, children, ...frame }: DialogProps): ReactNode {
  return (
    <DialogFrame {...frame} isHeld>
      <Content heading={heading}>{children}</Content>
    </DialogFrame>
  );
}

/** Comes and goes with the dialog. */
function Content({ heading, children }: Pick<DialogProps, 'heading' | 'children'>): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(scroll);
  // The focus of its first button would have its words scrolled out of sight before anybody reads them.
  useLayoutEffect(() => {
    if (scroll.current === null || !scrolls(scroll.current)) return;
    title.current?.focus({ preventScroll: true });
    scroll.current.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <div ref={scroll} className={styles.scroll} data-scrolls={more.scrolls}>
        <div className={styles.content}>
          <Heading slot="title" level={2} ref={title} tabIndex={-1} className={styles.heading}>
            {heading}
          </Heading>
          {children}
        </div>
      </div>
      {more.scrolls ? (
        <div className={styles.foot}>
          <PageMover scroll={scroll} isBelow={more.isBelow} />
        </div>
      ) : null}
    </>
  );
}
