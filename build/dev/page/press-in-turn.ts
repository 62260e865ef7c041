const PATIENCE_MILLISECONDS = 10_000;

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Presses each button once it is there and does something. How many it were stands on the page, for who waits for it. */
export async function pressInTurn(selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    const until = performance.now() + PATIENCE_MILLISECONDS;
    let button: HTMLElement | null = null;
    while (button === null) {
      if (performance.now() > until) throw new Error(`no button ${selector} came on the page`);
      await nextFrame();
      button = document.querySelector<HTMLElement>(`${selector}:not([aria-disabled="true"])`);
    }
    button.click();
  }
  document.documentElement.dataset.pressed = String(selectors.length);
}
