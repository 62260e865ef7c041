import { connect, createServer, type Server, type Socket } from 'node:net';
import { joinLine, type Passage } from './chaos-line.ts';
import { type ChaosRules, makePlan } from './chaos-plan.ts';
import { freePort } from './free-port.ts';

export interface ChaosProxy extends ChaosRules {
  readonly port: number;
  /** Everything that was sent to the target, of all connections in a row. */
  sent(): Buffer;
  /** Lets go what `hold-request` and `hold-response` hold. */
  release(): void;
  /** Listens no more: new connections are refused, those there are break. */
  refuse(): Promise<void>;
  /** Listens again, on the same port. */
  accept(): Promise<void>;
  stop(): Promise<void>;
}

/** A TCP proxy on loopback that knows plain IPP well enough to break it at a chosen request; not under TLS. */
export async function startChaosProxy(target: { readonly port: number }): Promise<ChaosProxy> {
  const plan = makePlan();
  const passage: Passage = { meet: plan.meet, sent: [], held: [] };
  const sockets = new Set<Socket>();

  const serve = (client: Socket): void => {
    const upstream = connect({ host: '127.0.0.1', port: target.port });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // Broken on purpose, or by the other side: the close that follows is what counts.
      socket.on('error', () => socket.destroy());
    }
    joinLine(client, upstream, passage);
  };

  let server: Server;
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer({ allowHalfOpen: true }, serve);
      server.once('error', reject);
      server.listen(port, 'localhost', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.resetAndDestroy();
    });

  const port = await listen(await freePort());
  return {
    port,
    setMode: plan.setMode,
    onOperation: plan.onOperation,
    release() {
      for (const go of passage.held.splice(0)) go();
    },
    operations: plan.operations,
    sent: () => Buffer.concat(passage.sent),
    waitForOperation: plan.waitForOperation,
    refuse: close,
    async accept() {
      await listen(port);
    },
    stop: close,
  };
}
