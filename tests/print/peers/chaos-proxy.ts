import { connect, createServer, type Server, type Socket } from 'node:net';
import { unreachable } from '../../../shared/result.ts';
import { type ChaosMode, type ChaosRules, makePlan } from './chaos-plan.ts';
import { freePort } from './free-port.ts';
import { followRequests, type Piece } from './http-requests.ts';

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
  const held: (() => void)[] = [];
  const sent: Buffer[] = [];
  const sockets = new Set<Socket>();

  const serve = (client: Socket): void => {
    const upstream = connect({ host: 'localhost', port: target.port });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // Broken on purpose, or by the other side: the close that follows is what counts.
      socket.on('error', () => socket.destroy());
    }
    const breakOff = (): void => {
      client.resetAndDestroy();
      upstream.destroy();
    };
    const follow = followRequests();
    let mode: ChaosMode = { kind: 'pass' };
    /** Whether the request is whole at the target: what comes back is its answer, not a "100 Continue". */
    let delivered = false;

    const forward = (piece: Piece): void => {
      sent.push(piece.bytes);
      if (piece.operation !== null) {
        mode = plan.meet(piece.operation);
      }
      if (mode.kind === 'cut-request') {
        const allowed = mode.afterBytes - piece.bodyBefore;
        const bodyBytes = piece.bytes.length - piece.bodyFrom;
        if (bodyBytes >= allowed) {
          upstream.write(piece.bytes.subarray(0, piece.bodyFrom + Math.max(0, allowed)), breakOff);
          return;
        }
      }
      delivered = piece.last;
      if (mode.kind === 'hold-request' && piece.operation !== null) {
        client.pause();
        held.push(() => {
          mode = { kind: 'pass' };
          upstream.write(piece.bytes);
          client.resume();
        });
        return;
      }
      // No faster than the target takes it: a printer that stands still makes the line stand still.
      if (!upstream.write(piece.bytes)) {
        client.pause();
        upstream.once('drain', () => client.resume());
      }
    };
    client.on('data', (data) => {
      for (const piece of follow(data)) forward(piece);
    });
    upstream.on('data', (data) => {
      if (!delivered) {
        client.write(data);
        return;
      }
      switch (mode.kind) {
        case 'pass':
        case 'cut-request':
        case 'hold-request':
          client.write(data);
          return;
        case 'cut-response':
          breakOff();
          return;
        case 'half-response':
          client.write(data.subarray(0, data.length >> 1), breakOff);
          return;
        case 'blackhole':
          return;
        case 'hold-response':
          upstream.pause();
          held.push(() => {
            mode = { kind: 'pass' };
            client.write(data);
            upstream.resume();
          });
          return;
        default:
          unreachable(mode);
      }
    });
    client.on('end', () => upstream.end());
    client.once('close', () => upstream.destroy());
    // A blackhole stays open though the target goes away.
    upstream.once('close', () => {
      if (mode.kind !== 'blackhole') client.destroy();
    });
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
      for (const go of held.splice(0)) go();
    },
    operations: plan.operations,
    sent: () => Buffer.concat(sent),
    waitForOperation: plan.waitForOperation,
    refuse: close,
    async accept() {
      await listen(port);
    },
    stop: close,
  };
}
