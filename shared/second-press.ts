/**
 * From the key that ended one step to the next one that may do what can't be undone, in milliseconds: a habit's second press
 * comes sooner.
 */
export const SECOND_PRESS_MILLISECONDS = 350;
