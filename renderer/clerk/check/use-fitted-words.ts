import { type RefObject, useLayoutEffect } from 'react';

/** How many smaller sizes there are: `data-fit` in read-back.module.css. */
const SMALLER_SIZES = 4;

/**
 * Makes a text as small as its longest word needs it to stand in one piece, and no smaller. One that is too long at the
 * smallest size breaks. The text is measured as it is drawn: again when its words, its room (which every other text size
 * changes) or the font are others.
 */
export function useFittedWords(text: RefObject<HTMLElement | null>, words: string): void {
  useLayoutEffect(() => {
    const at = text.current;
    if (at === null || words === '') return undefined;
    const fitWords = (): void => {
      at.style.overflowWrap = 'normal';
      for (let size = 0; size <= SMALLER_SIZES; size += 1) {
        at.dataset.fit = String(size);
        if (at.scrollWidth <= at.clientWidth) break;
      }
      at.style.removeProperty('overflow-wrap');
    };
    fitWords();
    let width = at.clientWidth;
    // A size that was chosen changes the height alone.
    const sizes = new ResizeObserver(() => {
      if (at.clientWidth === width) return;
      width = at.clientWidth;
      fitWords();
    });
    sizes.observe(at);
    document.fonts.addEventListener('loadingdone', fitWords);
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', fitWords);
    };
  }, [text, words]);
}
