import { type ReactNode, useEffect, useRef } from 'react';
import { Heading } from 'react-aria-components';
import { DialogFrame, type DialogProps } from '../../parts/dialog.tsx';
import { PageMover } from './page-mover.tsx';
import styles from './scrolling-dialog.module.css';
import { moreBelow, useMoreBelow } from './use-more-below.ts';

interface ScrollingDialogProps extends DialogProps {
  /** Its one button, which is always in sight. Then no other one moves the dialog: whatever is pressed is the answer. */
  readonly foot?: ReactNode;
}

/** A question over a resident's screen. Where it is longer than the display a button moves it, as it moves a page. */
export function ScrollingDialog({ heading, foot, children, ...frame }: ScrollingDialogProps): ReactNode {
  return (
    <DialogFrame {...frame} isHeld>
      <Content heading={heading} foot={foot}>
        {children}
      </Content>
    </DialogFrame>
  );
}

/** Where the focus begins: at the button that asks for it, or at what is chosen of a list. */
const BEGINNING = '[data-takes-focus="true"], [aria-pressed="true"], input:checked';

/** Comes and goes with the dialog. */
function Content(props: Pick<ScrollingDialogProps, 'heading' | 'foot' | 'children'>): ReactNode {
  const { heading, foot, children } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(scroll);
  const hasFoot = foot !== undefined;
  // Behind the effects of a screen that came up with it, which takes the focus as well.
  useEffect(() => {
    const at = scroll.current;
    if (at === null) return;
    // The focus of its first button would have its words scrolled out of sight before anybody reads them.
    const isLonger = !hasFoot && moreBelow(at).scrolls;
    const beginning = isLonger
      ? title.current
      : at.closest('[role="dialog"]')?.querySelector<HTMLElement>(BEGINNING);
    beginning?.focus({ preventScroll: true });
    at.scrollTo({ top: 0 });
  }, [hasFoot]);
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
      {more.scrolls || hasFoot ? (
        <div className={styles.foot}>
          {hasFoot ? foot : <PageMover scroll={scroll} isBelow={more.isBelow} />}
        </div>
      ) : null}
    </>
  );
}
