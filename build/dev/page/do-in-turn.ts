import { toggleHelp } from '../../../renderer/parts/help/help-store.ts';
import type { Step } from '../fixtures/step.ts';
import { withoutMarks } from './message-marks.ts';

/** Longer than anything that comes by itself takes, on a machine that has more to do. */
const PATIENCE_MILLISECONDS = 20_000;

/** From one key of a scanner to the next. */
const SCANNER_MILLISECONDS = 2;

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

function place(selector: string): Promise<HTMLElement> {
  return found(selector, () => document.querySelector<HTMLElement>(selector));
}

function awakePlace(selector: string): Promise<HTMLElement> {
  return found(selector, () => {
    const element = document.querySelector<HTMLElement>(selector);
    return element !== null && doesSomething(element) ? element : null;
  });
}

function buttonNamed(words: string): Promise<HTMLElement> {
  return found(`button “${words}”`, () => {
    // What a dialog lies over takes no press.
    const within = document.querySelector('[role="dialog"]') ?? document;
    const buttons = [...within.querySelectorAll<HTMLElement>('button')].filter(doesSomething);
    return buttons.find(({ textContent }) => withoutMarks(textContent).trim().startsWith(words)) ?? null;
  });
}

type Field = HTMLInputElement | HTMLSelectElement;

function setValue(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
}

/** Writes as typing or choosing does, so that whoever keeps the value hears of it. */
async function type(selector: string, text: string): Promise<Field> {
  const field = await found(selector, () => document.querySelector<Field>(selector));
  field.focus();
  setValue(field, text);
  const what = field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(what, { bubbles: true }));
  return field;
}

function keyDown(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
}

function dispatch(event: KeyboardEvent): void {
  (document.activeElement ?? document.body).dispatchEvent(event);
}

/** A scanner's keys come faster than a page is painted anew: nobody hears of the text before the burst is over. */
function scan(characters: string): void {
  const at = document.activeElement;
  let timeStamp = performance.now();
  // By its own clock: on a busy computer this loop may stand still for longer than a scanner ever does.
  const send = (key: string): void => {
    timeStamp += SCANNER_MILLISECONDS;
    dispatch(Object.defineProperty(keyDown(key), 'timeStamp', { value: timeStamp }));
  };
  for (const character of characters) {
    send(character);
    if (at instanceof HTMLInputElement) setValue(at, at.value + character);
  }
  send('Enter');
}

async function take(step: Step): Promise<void> {
  if (typeof step === 'string') (await awakePlace(step)).click();
  else if ('help' in step) toggleHelp();
  else if ('button' in step) (await buttonNamed(step.button)).click();
  else if ('anyway' in step) (await place(step.anyway)).click();
  else if ('into' in step) {
    const field = await type(step.into, step.typed);
    if (step.stays !== true) field.blur();
  } else if ('end' in step) (await place(step.end)).scrollTo({ top: Number.MAX_SAFE_INTEGER });
  else if ('at' in step) (await place(step.at)).focus();
  else if ('there' in step) await place(step.there);
  else if ('after' in step) await new Promise((over) => setTimeout(over, step.after));
  else if ('key' in step) dispatch(keyDown(step.key, { modifierCapsLock: step.capsLock === true }));
  else if ('held' in step) dispatch(keyDown(step.held, { repeat: true }));
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
