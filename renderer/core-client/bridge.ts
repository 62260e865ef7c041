/** What the preload script gives the page: one connection to the core; everything that comes through it is parsed. */
export interface Bridge {
  /** Asks the core; answers an envelope that `createClient` parses. */
  call(name: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): void;
  /** Tells the session's main process that the first screen is on the display. */
  painted(): void;
  /** Tells the session's main process that a screen failed: an empty page is left. */
  failed(): void;
  /** Says whether the photo screen needs the camera; resolves once the session knows. */
  camera(wanted: boolean): Promise<void>;
}

declare global {
  interface Window {
    readonly counterfoil: Bridge;
  }
}
