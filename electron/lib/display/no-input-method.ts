/**
 * What a window is told about input methods, each with its reason: to use none. Those that letters of Chinese or Japanese
 * are typed with (ibus, fcitx and others) learn what is typed and keep it in a dictionary on the disk, in processes that
 * end with no session.
 */
export const INPUT_METHOD_SETTINGS: readonly (readonly [name: string, value: string, reason: string])[] = [
  [
    'GTK_IM_MODULE',
    'gtk-im-context-simple',
    'GTK composes accents by itself; where it is told nothing, it loads what is installed for the language of the machine, and ibus and fcitx are for any language',
  ],
  [
    'XMODIFIERS',
    '@im=none',
    'Xlib asks no input method of the display, which any program may have announced there',
  ],
];

/** The same as an environment. */
export const NO_INPUT_METHOD: Readonly<Record<string, string>> = Object.fromEntries(
  INPUT_METHOD_SETTINGS.map(([name, value]) => [name, value]),
);
