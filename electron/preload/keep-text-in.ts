/**
 * Every way by which text leaves a page for another program, or comes in from one: copy and cut (keys, menus, the
 * page's own scripts), dragging out, pasting (the middle button as well), dropping text, files or links.
 */
const WAYS = ['copy', 'cut', 'paste', 'dragstart', 'dragenter', 'dragover', 'drop', 'contextmenu'] as const;

/**
 * Closes them for the whole page, whatever fields it has now or later: by the window, before any field hears of
 * it. Nobody copies at this counter; what is typed stays in the field.
 *
 * Selecting text cannot be closed the same way, because a clerk selects to type over it. But Chromium hands every
 * selection to PRIMARY by itself, without an event that could be stopped; so each is told at once to whoever can
 * take it back. The text is not told.
 */
export function keepTextIn(page: Window, selected: () => void): void {
  for (const way of WAYS) page.addEventListener(way, refuse, { capture: true });
  page.document.addEventListener('selectionchange', selected, { capture: true });
}

function refuse(event: Event): void {
  event.preventDefault();
  // Where nothing is allowed nothing is dropped: without it a field would still take text.
  if (event instanceof DragEvent && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
}
