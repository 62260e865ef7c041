/**
 * How long the read-back stands on the screen before its card may be printed, in milliseconds: the second press of the
 * key that led there is over by then, and nobody has read a name in less.
 */
export const READ_BACK_MILLISECONDS = 1_500;
