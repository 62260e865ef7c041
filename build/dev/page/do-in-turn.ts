import { toggleHelp } from '../../../renderer/parts/help/help-store.ts';
import type { Step } from '../fixtures/step.ts';
import { withoutMarks } from './message-marks.ts';

const PATIENCE_MILLISECONDS = 10_000;

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until it is there. */
async function found<Kind extends HTMLElement>(what: string, look: () => Kind | null): Promise<Kind> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < until) {
    const element = look();
    if (element !== null) return element;
    await nextFrame();
  }
  throw new Error(`there is no ${what} on the page`);
}

function doesSomething(element: HTMLElement): boolean {
  return element.getAttribute('aria-disabled') !== 'true';
}

function pressed(selector: string): Promise<HTMLElement> {
  return found(selector, () => {
    const element = document.querySelector<HTMLElement>(selector);
    return element !== null && doesSomething(element) ? element : null;
  });
}

function buttonNamed(words: string): Promise<HTMLElement> {
  return found(`button “${words}”`, () => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')].filter(doesSomething);
    return buttons.find(({ textContent }) => withoutMarks(textContent).trim().startsWith(words)) ?? null;
  });
}

/** Writes as typing does, so that whoever keeps the value hears of it. */
function write(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

function press(key: string, more: KeyboardEventInit = {}): void {
  const at = document.activeElement ?? document.body;
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

/** All within one frame: a scanner's keys come faster than a hand's. */
function scan(characters: string): void {
  for (const character of characters) {
    press(character);
    const at = document.activeElement;
    if (at instanceof HTMLInputElement) write(at, at.value + character);
  }
  press('Enter');
}

async function take(step: Step): Promise<void> {
  if (step === 'help') toggleHelp();
  else if (typeof step === 'string') (await pressed(step)).click();
  else if ('button' in step) (await buttonNamed(step.button)).click();
  else if ('anyway' in step)
    (await found(step.anyway, () => document.querySelector<HTMLElement>(step.anyway))).click();
  else if ('into' in step) {
    const field = await found(step.into, () => document.querySelector<HTMLInputElement>(step.into));
    field.focus();
    write(field, step.typed);
    field.blur();
  } else if ('list' in step)
    write(await found(step.list, () => document.querySelector<HTMLSelectElement>(step.list)), step.chosen);
  else if ('at' in step) (await found(step.at, () => document.querySelector<HTMLElement>(step.at))).focus();
  else if ('there' in step) await found(step.there, () => document.querySelector<HTMLElement>(step.there));
  else if ('after' in step) await new Promise((over) => setTimeout(over, step.after));
  else if ('key' in step) press(step.key, { modifierCapsLock: step.capsLock === true });
  else if ('held' in step) press(step.held, { repeat: true });
  else scan(step.scanned);
}

/** Takes each step in turn. How many it were stands on the page, for who waits for it. */
export async function doInTurn(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await take(step);
    await nextFrame();
  }
  document.documentElement.dataset.done = String(steps.length);
}
