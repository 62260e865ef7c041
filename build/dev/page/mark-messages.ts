import { i18n, type MessageDescriptor, type MessageOptions } from '@lingui/core';
import { markedWords } from './message-marks.ts';
import { shownMessages } from './shown-messages.ts';

/** From now on every message carries its id, and the page tells where each one stands. Before anything is rendered. */
export function markMessages(): void {
  const translate = i18n.t;
  const marked = (
    message: MessageDescriptor | string,
    values?: Record<string, unknown>,
    options?: MessageOptions,
  ): string =>
    typeof message === 'string'
      ? markedWords(message, translate(message, values, options))
      : markedWords(message.id, translate(message));
  // Macros call the one, hooks hand out the other.
  Object.defineProperty(i18n, '_', { value: marked });
  Object.defineProperty(i18n, 't', { value: marked });
  Object.defineProperty(window, 'shownMessages', { value: shownMessages });
}
