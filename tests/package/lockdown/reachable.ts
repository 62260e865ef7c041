import { type Counter, SLUG } from '../counter.ts';
import { connectTo, listenAt } from '../listener.ts';

const NAME = 'counterfoil-tried';
const YARD = `/srv/${NAME}`;
const PROGRAM = `${NAME}-program`;
const LOOPBACK = '127.0.0.1:8471';
/** Where both units have the folder of the display's socket. */
const SOCKET_IN_UNITS = '/tmp/.X11-unix';

/** What lies on the machine for acts to reach out for. */
export const REACHABLE = {
  /** A folder in which every account may write. */
  yard: YARD,
  mountPoint: `${YARD}/mount`,
  /** A program that runs as another account, `games`, whoever starts it. */
  suid: `${YARD}/id`,
  fileInHome: `/home/${NAME}/file`,
  fileInTemporary: `/tmp/${NAME}`,
  fileInVarTemporary: `/var/tmp/${NAME}`,
  fileInSharedMemory: `/dev/shm/${NAME}`,
  /** The kernel's log by another name: every machine has it, anybody may open this one, and no unit is allowed it. */
  device: `/dev/${NAME}`,
  /** Programs in folders that the kiosk writes, as its unit sees them. */
  programsOfKiosk: [
    ...['/var/lib/counterfoil', `/run/${SLUG}`, `/run/${SLUG}-display`, SOCKET_IN_UNITS],
    ...['/media', '/mnt'],
  ].map(programIn),
  programsOfDisplay: [`/run/${SLUG}-display`, `/run/${SLUG}`, SOCKET_IN_UNITS, '/dev/shm'].map(programIn),
  /** Whether a program that listens at the machine's own loopback address is reached. */
  connect: connectTo(LOOPBACK),
} as const;

function programIn(folder: string): string {
  return `${folder}/${PROGRAM}`;
}

/** As the machine has them. */
const PROGRAMS = new Set(
  [...REACHABLE.programsOfKiosk, ...REACHABLE.programsOfDisplay].map((path) =>
    path.replace(SOCKET_IN_UNITS, `/run/${SLUG}-x11/socket`),
  ),
);

/** As root, whatever the umask is; what an act of the kiosk's account needs belongs to that. */
const PUT = `set -eu
umask 022
mkdir -p ${YARD}/mount ${REACHABLE.fileInHome.replace(/\/file$/, '')}
chmod 0777 ${YARD}
for file in ${REACHABLE.fileInHome} ${REACHABLE.fileInTemporary} ${REACHABLE.fileInVarTemporary} ${REACHABLE.fileInSharedMemory}; do
  echo 'for everybody' >"$file"
done
cp /usr/bin/id ${REACHABLE.suid}
chown games ${REACHABLE.suid}
chmod 4755 ${REACHABLE.suid}
mknod -m 0666 ${REACHABLE.device} c 1 11
for program in ${[...PROGRAMS].join(' ')}; do
  cp /usr/bin/true "$program"
  chown counterfoil: "$program"
  chmod 0700 "$program"
done`;

/** Puts it there, and starts the program that listens. */
export async function putInReach(counter: Counter): Promise<void> {
  await counter.says('sh', '-c', PUT);
  await listenAt(counter, `${NAME}-listener`, LOOPBACK);
}
