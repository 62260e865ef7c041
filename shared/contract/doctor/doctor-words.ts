/** What stands behind the name of a doctor's process: it answers with one document. */
export const AS_DOCUMENT = '--json';

/**
 * A keeper started it. It sees the computer as the kiosk does then, by whatever the kiosk was started: a unit of another name,
 * or none. Taken from whoever holds a channel to it, and from nobody who types it.
 */
export const OF_KEEPER = '--of-keeper';
