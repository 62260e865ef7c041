/** Ways out that can't be tried in a container, and why. They are said, and count as nothing. */
export const NOT_RUN: readonly (readonly [string, string])[] = [
  [
    'Xorg’s own keys: other terminals, the end of the display, other resolutions (xorg.conf.d)',
    'a container has no terminal, and the server that draws into memory has no such keys: only what the kiosk does with them is tried',
  ],
  [
    'keys of the kernel (SysRq, Ctrl+Alt+Del) and the power key',
    'a container has no keyboard of its own, and shares its kernel with the machine around it',
  ],
  ['a finger that stays on the glass', 'no tool makes touches at a server that draws into memory'],
  ['a USB drive that is plugged in', 'udev does not run in a container'],
];
