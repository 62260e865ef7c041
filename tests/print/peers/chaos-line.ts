import type { Socket } from 'node:net';
import { unreachable } from '../../../shared/result.ts';
import type { ChaosMode } from './chaos-plan.ts';
import { followRequests, type Piece } from './http-requests.ts';

/** What all lines through a proxy share. */
export interface Passage {
  /** Decides what a request meets, once its operation is known. */
  meet(operation: number): ChaosMode;
  /** Everything that was sent to the target. */
  readonly sent: Buffer[];
  /** What waits to be let go. */
  readonly held: (() => void)[];
}

/** One client's connection, and the one to the target that was made for it. */
interface Line {
  readonly client: Socket;
  readonly upstream: Socket;
  /** What the request at hand meets. */
  mode: ChaosMode;
  /** Whether the request is whole at the target: what comes back is its answer, not a "100 Continue". */
  delivered: boolean;
}

/** Passes on what one side of a connection says to the other, as the plan wants it. */
export function joinLine(client: Socket, upstream: Socket, passage: Passage): void {
  const line: Line = { client, upstream, mode: { kind: 'pass' }, delivered: false };
  const follow = followRequests();
  client.on('data', (data) => {
    for (const piece of follow(data)) forward(line, piece, passage);
  });
  upstream.on('data', (data) => giveBack(line, data, passage));
  client.on('end', () => upstream.end());
  client.once('close', () => upstream.destroy());
  // A blackhole stays open though the target goes away.
  upstream.once('close', () => {
    if (line.mode.kind !== 'blackhole') client.destroy();
  });
}

function breakOff({ client, upstream }: Line): void {
  client.resetAndDestroy();
  upstream.destroy();
}

function forward(line: Line, piece: Piece, { meet, sent, held }: Passage): void {
  const { client, upstream } = line;
  sent.push(piece.bytes);
  if (piece.operation !== null) line.mode = meet(piece.operation);
  if (line.mode.kind === 'cut-request') {
    const allowed = line.mode.afterBytes - piece.bodyBefore;
    const bodyBytes = piece.bytes.length - piece.bodyFrom;
    if (bodyBytes >= allowed) {
      const kept = piece.bytes.subarray(0, piece.bodyFrom + Math.max(0, allowed));
      upstream.write(kept, () => breakOff(line));
      return;
    }
  }
  line.delivered = piece.last;
  if (line.mode.kind === 'hold-request' && piece.operation !== null) {
    client.pause();
    held.push(() => {
      line.mode = { kind: 'pass' };
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
}

function giveBack(line: Line, data: Buffer, { held }: Passage): void {
  const { client, upstream, mode } = line;
  if (!line.delivered) {
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
      breakOff(line);
      return;
    case 'half-response':
      client.write(data.subarray(0, data.length >> 1), () => breakOff(line));
      return;
    case 'blackhole':
      return;
    case 'hold-response':
      upstream.pause();
      held.push(() => {
        line.mode = { kind: 'pass' };
        client.write(data);
        upstream.resume();
      });
      return;
    default:
      unreachable(mode);
  }
}
