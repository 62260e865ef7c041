/** What a photo is, for the page that takes it and the core that keeps it: a JPEG of the card's 4:5, upright. */
export const PHOTO_WIDTH = 480;
export const PHOTO_HEIGHT = 600;

/** Generous for such a JPEG at good quality; a limit so that nobody can fill memory through it. */
export const MAXIMUM_PHOTO_BYTES = 400_000;
