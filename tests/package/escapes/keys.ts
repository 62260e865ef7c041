import type { Escape } from './escape.ts';

const byKeys = (name: string, ...keys: readonly string[]): Escape => ({
  name,
  go: (hand) => hand.keys(...keys),
});

/** By keys that lead elsewhere on other machines, by their names in X. */
export const KEY_ESCAPES: readonly Escape[] = [
  byKeys(
    'the keys of other terminals',
    ...Array.from({ length: 7 }, (_none, index) => `ctrl+alt+F${index + 1}`),
  ),
  byKeys('the keys that end a display', 'ctrl+alt+BackSpace', 'alt+Print', 'ctrl+alt+Delete'),
  byKeys('the keys that close windows', 'alt+F4', 'ctrl+w', 'ctrl+shift+w', 'ctrl+F4', 'ctrl+q'),
  byKeys('the keys that change windows', 'alt+Tab', 'alt+Escape', 'ctrl+alt+Tab', 'super+Tab', 'ctrl+Tab'),
  byKeys('the keys that leave full screen', 'F11', 'super+d', 'super+Down', 'alt+F5', 'alt+F9', 'alt+F10'),
  byKeys('the keys of menus', 'Alt_L', 'Super_L', 'Menu', 'shift+F10', 'alt+space', 'alt+f', 'F10'),
  byKeys('the keys of terminals and runners', 'ctrl+alt+t', 'alt+F1', 'alt+F2', 'super+r', 'ctrl+Escape'),
  byKeys('the keys of new windows and pages', 'ctrl+n', 'ctrl+shift+n', 'ctrl+t', 'ctrl+shift+t', 'ctrl+l'),
  byKeys('the keys of files and printers', 'ctrl+o', 'ctrl+s', 'ctrl+p', 'ctrl+shift+p', 'ctrl+j', 'ctrl+h'),
  byKeys('the keys that load again and go back', 'ctrl+r', 'ctrl+shift+r', 'F5', 'alt+Left', 'alt+Home'),
  byKeys('the keys of developer tools', 'ctrl+u', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'F12'),
  // Nobody is signed in, whose size of text it would be; and the last one is the usual size.
  byKeys('the keys of zoom', 'ctrl+plus', 'ctrl+minus', 'ctrl+KP_Add', 'ctrl+0'),
  byKeys('keys with a picture on them', 'XF86WWW', 'XF86Mail', 'XF86Calculator', 'XF86Explorer', 'XF86Sleep'),
];
