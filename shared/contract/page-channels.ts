/**
 * What the page's bridge and the session's main process tell each other beside the calls of the core. Types alone: the
 * bridge is sandboxed, and can load no file that another program shares with it.
 */
export type PageChannel =
  /** From main: the page's end of its line to the core, as a port and nothing else. */
  | 'core-port'
  /** From the page, without content: the first screen is painted. */
  | 'painted'
  /** From the page, without content: a screen failed, and nothing is shown any more. */
  | 'failed'
  /** From the page, without content: text was selected. */
  | 'selected'
  /** From main and back, without content: the bridge answers in the page's own event loop. */
  | 'still-there'
  /** From the page: whether the photo screen needs the camera, a boolean. */
  | 'camera';
