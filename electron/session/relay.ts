import { fork } from 'node:child_process';
import type { MessagePortMain } from 'electron';
import { ownUpToDefects } from '../lib/defects/report-defect.ts';

/**
 * Passes messages between the page's port and the core. The core is a Node of its own, because Electron's
 * utility process cannot be given another one, and a port cannot be handed to a child process. It lives
 * in the session, so what it leaves in memory ends with the session. Which programs they are it is told by the main
 * process, in its last two arguments: a parser of its own would keep the core waiting.
 */
const [program = '', node = ''] = process.argv.slice(-2);
let page: MessagePortMain | null = null;
// It passes on what is typed. The main process ends it, once it has told the keeper.
ownUpToDefects(
  'relay',
  () => process.exit(1),
  (defect) => {
    page?.close();
    process.parentPort.postMessage(defect);
    return new Promise(() => undefined);
  },
);
const core = fork(program, [], {
  execPath: node,
  serialization: 'advanced',
  // The session's, which lead nowhere: it tells the keeper of its defects itself.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
core.on('exit', () => process.exit(1));

const early: unknown[] = [];
core.on('message', (message) => {
  if (page === null) early.push(message);
  else page.postMessage(message);
});
process.parentPort.on('message', (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  page = port;
  port.on('message', (request) => core.send(request.data));
  port.start();
  for (const message of early.splice(0)) port.postMessage(message);
});
