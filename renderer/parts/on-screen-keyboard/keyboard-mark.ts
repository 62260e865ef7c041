/** A keyboard on the screen: what has the focus in it writes into a field that it stands for. */
export const ON_SCREEN_KEYBOARD = { 'data-on-screen-keyboard': true } as const;

/** Finds it. */
export const ON_SCREEN_KEYBOARD_SELECTOR = '[data-on-screen-keyboard]';
