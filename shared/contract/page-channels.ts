/** How the page's bridge and the session's main process call what they tell each other beside the calls of the core. */
export const pageChannels = {
  /** From main: the page's end of its line to the core, as a port and nothing else. */
  port: 'core-port',
  /** From the page, without content: the first screen is painted. */
  painted: 'painted',
  /** From the page, without content: text was selected. */
  selected: 'selected',
  /** From the page: whether the photo screen needs the camera, a boolean. */
  camera: 'camera',
} as const;
