import type { Result } from '../../../shared/result.ts';
import { type Counter, SLUG } from '../counter.ts';
import type { Screen } from './screen.ts';

/** The display's own socket, as the machine has it. */
const SOCKET = `/run/${SLUG}-x11/socket/X0`;
const CONNECT = 'exit !IO::Socket::UNIX->new(Peer => $ARGV[0])';
const COOKIE = `/run/${SLUG}-display/xauthority`;
/** A window for a moment: ends with 0 if it was there until its time was over. */
const WINDOW = ['sh', '-c', 'timeout 2 xev -name "A stranger" >/dev/null; test $? = 124'] as const;
const AS_ANOTHER = ['setpriv', '--reuid', 'games', '--regid', 'games', '--clear-groups'] as const;

type Attempt = (counter: Counter, screen: Screen) => Promise<Result<string, string>>;

/** Reaches the display's socket, as whoever the words before it make it. */
const connecting =
  (...account: readonly string[]): Attempt =>
  (counter) =>
    counter.run(...account, 'perl', '-MIO::Socket::UNIX', '-e', CONNECT, SOCKET);

/** Programs that want to the display, and what of it they lack; beside each the same with what it lacked. */
export const STRANGERS: readonly (readonly [string, Attempt, Attempt])[] = [
  [
    'a program without the cookie',
    (_counter, screen) => screen.run('env', 'XAUTHORITY=/dev/null', ...WINDOW),
    (_counter, screen) => screen.run(...WINDOW),
  ],
  [
    'a program with the cookie, where the display’s socket can’t be seen',
    (counter) => counter.run('env', 'DISPLAY=:0', `XAUTHORITY=${COOKIE}`, ...WINDOW),
    (_counter, screen) => screen.run(...WINDOW),
  ],
  [
    'another account that wants the cookie',
    (counter) => counter.run(...AS_ANOTHER, 'cat', COOKIE),
    (counter) => counter.run('cat', COOKIE),
  ],
  ['another account that wants the display’s socket', connecting(...AS_ANOTHER), connecting()],
];
