import { type I18n, i18n, type MessageDescriptor, type MessageOptions } from '@lingui/core';
import type { Bridge } from '../../../renderer/core-client/bridge.ts';
import { markedWords, marksIn, withoutMarks } from './message-marks.ts';
import { shownMessages } from './shown-messages.ts';

/** A paper that the page had printed, as it is read. */
export interface PrintedPaper {
  readonly paper: unknown;
  /** The messages on it. */
  readonly messages: readonly string[];
}

declare global {
  interface Window {
    /** There where messages are marked. */
    readonly printedPapers?: readonly PrintedPaper[];
  }
}

/** From now on every message carries its id, and the page tells where each one stands. Before anything is rendered. */
export function markMessages(): void {
  const every = Object.getPrototypeOf(i18n);
  const translate = i18n._;
  function marked(
    this: I18n,
    message: MessageDescriptor | string,
    values?: Record<string, unknown>,
    options?: MessageOptions,
  ): string {
    const words: string = Reflect.apply(translate, this, [message, values, options]);
    return markedWords(typeof message === 'string' ? message : message.id, words);
  }
  // Macros call the one, hooks hand out the other, which is bound when a catalog is set up: of those that a screen has besides
  // the page's own that is still to come.
  Object.defineProperty(every, '_', { value: marked });
  Object.defineProperty(i18n, 't', { value: marked.bind(i18n) });
  Object.defineProperty(window, 'shownMessages', { value: shownMessages });
}

/** What leaves the page leaves it without marks, as the contract wants it; and what is on papers is told. */
export function withoutMarksOutside(bridge: Bridge): Bridge {
  const printed: PrintedPaper[] = [];
  Object.defineProperty(window, 'printedPapers', { value: printed });
  return {
    ...bridge,
    call(name, input) {
      const messages: string[] = [];
      const plain = unmarked(input, messages);
      if (isOfPaper(plain)) printed.push({ paper: plain.paper, messages });
      return bridge.call(name, plain);
    },
  };
}

function isOfPaper(input: unknown): input is { readonly paper: unknown } {
  return typeof input === 'object' && input !== null && 'paper' in input;
}

/** The same value without marks; `found`: is given the messages that had them. */
function unmarked(value: unknown, found: string[]): unknown {
  if (typeof value === 'string') {
    found.push(...marksIn(value).flatMap((mark) => (mark.kind === 'start' ? [mark.id] : [])));
    return withoutMarks(value);
  }
  if (Array.isArray(value)) return value.map((each) => unmarked(each, found));
  // A photo is bytes.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unmarked(each, found)]));
}
