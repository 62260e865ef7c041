/*
 * Functions that run inside a page: they take their times there, with the machine's own clock, and see nothing
 * of this file but their own body. "Painted" is the same everywhere: what was waited for is in the document,
 * the window has the keyboard (so it is on the screen), and two frames have gone by.
 */

/** What `watchFirstScreen` saw. `late`: it was there before the watcher, so its time says nothing. */
export interface FirstScreen {
  readonly at: number;
  readonly late: boolean;
}

/** When the first screen that a person can use is painted and has the keyboard. */
export function watchFirstScreen(): Promise<FirstScreen> {
  return new Promise((resolve) => {
    const usable = (): boolean => {
      const main = document.querySelector('main[data-screen="sign-in"], main[data-screen="start"]');
      return document.hasFocus() && main?.contains(document.activeElement) === true;
    };
    const late = usable();
    const check = (): void => {
      if (!usable()) return;
      observer.disconnect();
      removeEventListener('focus', check);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve({ at: Date.now(), late })));
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener('focus', check);
    document.addEventListener('focusin', check);
    check();
  });
}

/** In the spare: when it is on the screen with its start screen, and when "start" is enabled after a proven wipe. */
export function watchSpare(): Promise<{ readonly shown: number; readonly enabled: number }> {
  return new Promise((resolve, reject) => {
    if (document.hasFocus() || document.querySelector('[data-receipt]') !== null) {
      reject(new Error('this is no fresh spare'));
      return;
    }
    let shown: Promise<number> | null = null;
    const painted = (): Promise<number> =>
      new Promise((tell) => {
        requestAnimationFrame(() => requestAnimationFrame(() => tell(Date.now())));
      });
    const check = (): void => {
      if (!document.hasFocus() || document.querySelector('main[data-screen="start"]') === null) return;
      shown ??= painted();
      const start = document.querySelector('main[data-screen="start"] button[aria-keyshortcuts="Enter"]');
      // The receipt is there only once the wipe is proven.
      const proven = document.querySelector('[data-receipt]') !== null;
      if (!proven || start === null || start.getAttribute('aria-disabled') === 'true') return;
      observer.disconnect();
      void Promise.all([shown, painted()]).then(([first, last]) => resolve({ shown: first, enabled: last }));
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener('focus', check);
  });
}

/** In the old page: when the key went down, by the event's own time. */
export function watchKey(key: string): Promise<number> {
  return new Promise((resolve) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === key) resolve(Date.now() - (performance.now() - event.timeStamp));
    };
    addEventListener('keydown', onKeyDown, { capture: true });
  });
}

/**
 * Milliseconds of so many keys, each from the key's own time to the end of the frame after what it has put into the page.
 * From the call on: the keys are pressed from outside.
 */
export function watchTyping(keys: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let pressed = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      pressed = event.timeStamp;
    };
    const onInput = (): void => {
      const from = pressed;
      requestAnimationFrame(() => {
        // A task of its own comes behind the frame's: by then the frame is made.
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => {
          port2.close();
          times.push(performance.now() - from);
          if (times.length < keys) return;
          removeEventListener('keydown', onKeyDown, { capture: true });
          removeEventListener('input', onInput, { capture: true });
          resolve(times);
        };
        port1.postMessage(null);
      });
    };
    // Before whatever else hears of it: what the page does with the key is measured.
    addEventListener('keydown', onKeyDown, { capture: true });
    addEventListener('input', onInput, { capture: true });
  });
}

/**
 * Milliseconds from the next key's own time to the end of the frame that shows the card drawn anew. From the call on: one
 * key is pressed from outside.
 */
export function watchPreview(): Promise<number> {
  return new Promise((resolve, reject) => {
    const front = () => document.querySelector<HTMLImageElement>('[data-preview] img');
    const before = front()?.src;
    let pressed = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      pressed = event.timeStamp;
    };
    const observer = new MutationObserver(() => {
      const image = front();
      if (image === null || image.src === before) return;
      observer.disconnect();
      removeEventListener('keydown', onKeyDown, { capture: true });
      image.decode().then(() => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => {
            port2.close();
            resolve(performance.now() - pressed);
          };
          port1.postMessage(null);
        });
      }, reject);
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    addEventListener('keydown', onKeyDown, { capture: true });
  });
}

/**
 * Milliseconds from the last key of a card's number, by its own time, to the end of the frame that says whose card it is.
 * From the call on: the keys come from outside.
 */
export function watchVerdict(): Promise<number> {
  return new Promise((resolve) => {
    let pressed = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      pressed = event.timeStamp;
    };
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-enabled="true"]') === null) return;
      observer.disconnect();
      removeEventListener('keydown', onKeyDown, { capture: true });
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => {
          port2.close();
          resolve(performance.now() - pressed);
        };
        port1.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    addEventListener('keydown', onKeyDown, { capture: true });
  });
}

/**
 * Milliseconds of so many presses of keys on the screen, each from letting go of one to the end of the frame after what it
 * has typed. From the call on: the keys are pressed from outside.
 */
export function watchPresses(presses: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let letGo = 0;
    const onPointerUp = (event: PointerEvent): void => {
      letGo = event.timeStamp;
    };
    const onInput = (): void => {
      const from = letGo;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => {
          port2.close();
          times.push(performance.now() - from);
          if (times.length < presses) return;
          removeEventListener('pointerup', onPointerUp, { capture: true });
          removeEventListener('input', onInput, { capture: true });
          resolve(times);
        };
        port1.postMessage(null);
      });
    };
    addEventListener('pointerup', onPointerUp, { capture: true });
    addEventListener('input', onInput, { capture: true });
  });
}

/**
 * Milliseconds from letting go of a button to the end of the frame after its heading is another one. From the call on: one
 * button is pressed from outside.
 */
export function watchHeading(): Promise<number> {
  return new Promise((resolve) => {
    const headingNow = (): string | null | undefined => document.querySelector('h1')?.textContent;
    const before = headingNow();
    let letGo = 0;
    const onPointerUp = (event: PointerEvent): void => {
      letGo = event.timeStamp;
    };
    const observer = new MutationObserver(() => {
      const now = headingNow();
      if (now === before || now === null || now === undefined || letGo === 0) return;
      observer.disconnect();
      removeEventListener('pointerup', onPointerUp, { capture: true });
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => {
          port2.close();
          resolve(performance.now() - letGo);
        };
        port1.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    addEventListener('pointerup', onPointerUp, { capture: true });
  });
}

/** Milliseconds a call, of `calls` calls one after the other: a single one is below the clock's resolution. */
export async function timeCalls(calls: number): Promise<number> {
  const began = performance.now();
  for (let made = 0; made < calls; made += 1) await window.counterfoil.call('getState', {});
  return (performance.now() - began) / calls;
}
