import { type RefObject, useLayoutEffect } from 'react';

/** How many smaller sizes there are: `data-fit` in read-back.module.css. */
const SMALLER_SIZES = 4;
/** 30 px: smaller than this a name gives no room to other lines, for it is read across the counter. */
const LEAST_FOR_ROOM = 3;

/**
 * Makes a text as small as its longest word needs it to stand in one piece, and smaller still only where the lines that it is
 * one of then need not scroll: what is cut is not read. One that is too long at the smallest size breaks. The text is measured
 * as it is drawn: again when its words, its room (which every other text size changes) or the font are others.
 */
export function useFittedWords(text: RefObject<HTMLElement | null>, words: string): void {
  useLayoutEffect(() => {
    const at = text.current;
    if (at === null || words === '') return undefined;
    const lines = at.closest('[data-read-back-lines]');
    const isWholeAt = (size: number): boolean => {
      at.dataset.fit = String(size);
      return at.scrollWidth <= at.clientWidth;
    };
    const fitWords = (): void => {
      at.style.overflowWrap = 'normal';
      let size = 0;
      while (!isWholeAt(size) && size < SMALLER_SIZES) size += 1;
      at.dataset.fit = String(sizeWithRoom(size) ?? size);
      at.style.removeProperty('overflow-wrap');
    };
    /** The largest size from this one on at which no line is cut; undefined: each cuts some. */
    const sizeWithRoom = (from: number): number | undefined => {
      for (let size = from; size <= LEAST_FOR_ROOM; size += 1)
        if (isWholeAt(size) && (lines === null || lines.scrollHeight <= lines.clientHeight)) return size;
      return undefined;
    };
    const room = (): string => `${at.clientWidth} ${lines?.clientHeight}`;
    let fitted = '';
    let frame = 0;
    const fitAgain = (): void => {
      fitWords();
      fitted = room();
    };
    fitAgain();
    // What a chosen size changes of it is no reason to choose again; and within the observer it would be told as an error.
    const sizes = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      if (room() !== fitted) frame = requestAnimationFrame(fitAgain);
    });
    sizes.observe(at);
    if (lines !== null) sizes.observe(lines);
    document.fonts.addEventListener('loadingdone', fitAgain);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', fitAgain);
    };
  }, [text, words]);
}
