/** What a task wants of the machine. */
export type Need =
  | 'gui'
  | 'display'
  | 'keyboard'
  | 'selections'
  | 'crash'
  | 'print'
  | 'package'
  | 'windows'
  | 'rehearsal'
  | 'foreign';

/** How a thing is seen: by a library's name, a program's, or the path of a file that is on no search path. */
export type Artifact =
  | { readonly library: string }
  | { readonly program: string }
  | { readonly file: string };

/** One thing the system must have, how to see it, and the packages that bring it, newest Debian's name first. */
export interface Requirement {
  readonly need: Need;
  readonly artifact: Artifact;
  readonly packageNames: readonly [string, ...string[]];
}

/**
 * Everything that Electron and our tests want of a bare Debian. Debian 13 renamed libraries (t64) whose
 * 32-bit interface changed; the file they bring kept its name, so that is what is looked for.
 */
export const requirements: readonly Requirement[] = [
  { need: 'gui', artifact: { library: 'libgtk-3.so.0' }, packageNames: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { need: 'gui', artifact: { library: 'libnss3.so' }, packageNames: ['libnss3'] },
  { need: 'gui', artifact: { library: 'libgbm.so.1' }, packageNames: ['libgbm1'] },
  { need: 'gui', artifact: { library: 'libasound.so.2' }, packageNames: ['libasound2t64', 'libasound2'] },
  { need: 'gui', artifact: { library: 'libcups.so.2' }, packageNames: ['libcups2t64', 'libcups2'] },
  { need: 'display', artifact: { program: 'Xvfb' }, packageNames: ['xvfb'] },
  { need: 'display', artifact: { program: 'xauth' }, packageNames: ['xauth'] },
  { need: 'keyboard', artifact: { program: 'xdotool' }, packageNames: ['xdotool'] },
  // Whose windows are on the screen, and a picture of it.
  { need: 'windows', artifact: { program: 'xwininfo' }, packageNames: ['x11-utils'] },
  { need: 'rehearsal', artifact: { program: 'openbox' }, packageNames: ['openbox'] },
  { need: 'windows', artifact: { program: 'xwd' }, packageNames: ['x11-apps'] },
  { need: 'rehearsal', artifact: { program: 'tesseract' }, packageNames: ['tesseract-ocr'] },
  { need: 'selections', artifact: { program: 'xclip' }, packageNames: ['xclip'] },
  { need: 'selections', artifact: { program: 'xprop' }, packageNames: ['x11-utils'] },
  // A clipboard manager, the smallest.
  { need: 'selections', artifact: { program: 'xclipboard' }, packageNames: ['x11-apps'] },
  { need: 'crash', artifact: { program: 'strace' }, packageNames: ['strace'] },
  { need: 'crash', artifact: { program: 'mkfs.ext4' }, packageNames: ['e2fsprogs'] },
  { need: 'crash', artifact: { program: 'mount' }, packageNames: ['mount'] },
  { need: 'print', artifact: { program: 'cupsd' }, packageNames: ['cups-daemon'] },
  { need: 'print', artifact: { program: 'lpadmin' }, packageNames: ['cups-client'] },
  { need: 'print', artifact: { program: 'ippeveprinter' }, packageNames: ['cups-ipp-utils'] },
  // Every queue for PDF goes through it.
  {
    need: 'print',
    artifact: { file: '/usr/lib/cups/filter/pdftopdf' },
    packageNames: ['cups-filters-core-drivers', 'cups-filters'],
  },
  // A queue in front of a printer that takes dots and no PDF goes through it.
  {
    need: 'print',
    artifact: { file: '/usr/lib/cups/filter/rastertopwg' },
    packageNames: ['cups'],
  },
  { need: 'print', artifact: { program: 'dbus-daemon' }, packageNames: ['dbus-daemon', 'dbus'] },
  { need: 'print', artifact: { program: 'pdftoppm' }, packageNames: ['poppler-utils'] },
  // A printer application of the tests' own, on the library that many printers are built on.
  {
    need: 'print',
    artifact: { file: '/usr/include/pappl/pappl.h' },
    packageNames: ['libpappl-dev'],
  },
  { need: 'print', artifact: { program: 'cc' }, packageNames: ['gcc'] },
  { need: 'print', artifact: { file: '/usr/include/stdio.h' }, packageNames: ['libc6-dev'] },
  { need: 'print', artifact: { program: 'strace' }, packageNames: ['strace'] },
  // A second verifier of ledgers and receipts, in another language.
  { need: 'foreign', artifact: { program: 'python3' }, packageNames: ['python3'] },
  {
    need: 'foreign',
    artifact: { file: '/usr/lib/python3/dist-packages/cryptography/__init__.py' },
    packageNames: ['python3-cryptography'],
  },
  // A fresh Debian to install into, and what boots it.
  { need: 'package', artifact: { program: 'mmdebstrap' }, packageNames: ['mmdebstrap'] },
  { need: 'package', artifact: { program: 'systemd-nspawn' }, packageNames: ['systemd-container'] },
  // A USB drive as IT format it; the kernel need not know the file system.
  { need: 'package', artifact: { program: 'mkfs.exfat' }, packageNames: ['exfatprogs'] },
  // The number of a card that was printed there.
  { need: 'package', artifact: { program: 'pdftotext' }, packageNames: ['poppler-utils'] },
];

/** What a person is told is missing. */
export function nameOf(artifact: Artifact): string {
  if ('library' in artifact) return artifact.library;
  return 'program' in artifact ? artifact.program : artifact.file;
}
