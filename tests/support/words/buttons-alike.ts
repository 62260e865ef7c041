import type { Page } from '@playwright/test';

/**
 * Buttons of the screen, or of the dialog over it, whose words begin with the same word: whoever reads the first one
 * alone presses the wrong one. Not of the rows of a list, which do the same for each of them, nor a button in a field.
 */
export function buttonsAlike(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const within = document.querySelector('[role="dialog"]') ?? document.querySelector('main');
    const buttons = [...(within?.querySelectorAll('button') ?? [])].filter(
      (each) =>
        each.closest('li, tr, dl, nav, [role="listbox"]') === null &&
        each.parentElement?.querySelector(':scope > input') === null &&
        each.checkVisibility(),
    );
    const inWords = (button: HTMLElement): string => {
      const words = document.createElement('p');
      words.append(button.cloneNode(true));
      // A key is drawn on it.
      for (const drawn of words.querySelectorAll('[aria-hidden]')) drawn.remove();
      return (button.getAttribute('aria-label') ?? words.textContent ?? '').trim();
    };
    const all = buttons.map(inWords).filter((words) => words !== '');
    const first = (words: string): string => words.toLowerCase().split(/[\s…]/)[0] ?? '';
    return all.filter((words) => all.filter((other) => first(other) === first(words)).length > 1);
  });
}
