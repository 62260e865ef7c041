/**
 * What local settings are called. Those of the package have other names: a file in /etc that is called like one in /usr/lib
 * replaces it whole (sysctl.d(5), systemd.syntax(7)), and its other lines are gone. Read after them, because 90 is behind 60.
 */
const LOCAL = '90-counterfoil-local';

/** A setting of the kernel, at once and at each start. Added to the file: another remedy may have written to it before. */
export function sysctlRemedy(setting: string): string {
  const file = `/etc/sysctl.d/${LOCAL}.conf`;
  return `Run \`echo '${setting}' >> ${file} && /usr/lib/systemd/systemd-sysctl\` as root.`;
}

/** A word on the kernel's command line. Debian's update-grub reads this folder after /etc/default/grub. */
export function kernelWordRemedy(word: string): string {
  const folder = '/etc/default/grub.d';
  const line = `GRUB_CMDLINE_LINUX="$GRUB_CMDLINE_LINUX ${word}"`;
  return `Run \`mkdir -p ${folder} && echo '${line}' >> ${folder}/${LOCAL}.cfg && update-grub\` as root, and restart.`;
}

/**
 * Lines that override a file of systemd's, or a unit. `file`: below /etc/systemd. `lines`: for printf, each ended by `\n`.
 * `then`: what makes them count, where systemd does not read them by itself.
 */
export function systemdRemedy(file: string, lines: string, then: string | null): string {
  const folder = `/etc/systemd/${file}.d`;
  const after = then === null ? '' : ` && ${then}`;
  return `Run \`mkdir -p ${folder} && printf '${lines}' > ${folder}/${LOCAL}.conf${after}\` as root.`;
}

/** A package that is none for residents' data: its commands, units and folders begin with its own name. */
const OTHER_PACKAGE = /^counterfoil-(?:rehearsal|evaluation)$/;

/**
 * Where a text names a command, a unit, a folder or a file of the package, as that of a release is called. The account, the folders of settings
 * and data, and local files have one name, whatever the package is.
 */
const NAME_OF_PACKAGE =
  /\bcounterfoil(?=-(?:cups|display|doctor)\b|\.service\b|_VERSION_)|(?<=\/(?:opt|usr\/share|apparmor|apparmor\.d)\/)counterfoil(?![\w.-])/g;

/** A text of the doctor's for whoever types what it says. `slug`: what the package on this computer is called. */
export function asPackaged(text: string, slug: string): string {
  return OTHER_PACKAGE.test(slug) ? text.replace(NAME_OF_PACKAGE, slug) : text;
}

/** A local file: apt has no archive to fetch it from again. */
export const REINSTALL =
  'Run `apt-get install --reinstall ./counterfoil_VERSION_ARCH.deb` as root, in the folder that has this release’s package.';
