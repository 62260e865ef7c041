import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { unreachable } from '../../../shared/result.ts';
import { type FaultReply, goodPrinter } from './fault-replies.ts';
import { attribute, decodeRequest, encodeReply, type IppRequest, type ReplyTo } from './ipp-message.ts';
import { machineTime } from './machine-time.ts';

/** A document that arrived whole: what a printer would make a card of. */
export interface ReceivedDocument {
  readonly operation: number;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

/** A printer that answers what a test wants. */
export interface FaultPrinter {
  readonly uri: string;
  readonly port: number;
  /** From now on every request gets what `answer` says; `goodPrinter` is one that works. */
  onRequest(answer: (request: IppRequest) => FaultReply): void;
  /**
   * From now on it reads so many bytes of a request, answers, and closes the connection with the rest unread. Null: all of it.
   */
  readsAtMost(bytes: number | null): void;
  /** Every request so far, in order. */
  requests(): readonly IppRequest[];
  documents(): readonly ReceivedDocument[];
  /** When the first byte of each of these documents came in, in `machineTime`. */
  firstBytes(): readonly number[];
  stop(): Promise<void>;
}

/** Starts a printer on loopback that works until the test says otherwise. */
export async function startFaultPrinter(): Promise<FaultPrinter> {
  let answer: (request: IppRequest) => FaultReply = goodPrinter();
  const requests: IppRequest[] = [];
  const documents: ReceivedDocument[] = [];
  const firstBytes: number[] = [];
  let most: number | null = null;
  const server = createServer((incoming, outgoing) => {
    if (most !== null && Number(incoming.headers['content-length']) > most) {
      void readStart(incoming, most).then((body) => {
        const request = decodeRequest(body);
        requests.push(request);
        outgoing.once('finish', () => incoming.socket.destroy());
        send(answer(request), request, incoming, outgoing);
      });
      return;
    }
    void readBody(incoming).then((chunks) => {
      if (chunks === null) return;
      const body = Buffer.concat(chunks.map(({ bytes }) => bytes));
      const request = decodeRequest(body);
      requests.push(request);
      const { operation, document } = request;
      if (document.length > 0) {
        const digest = createHash('sha256').update(document).digest('hex');
        documents.push({ operation, bytes: document.length, digest });
        firstBytes.push(cameAt(chunks, body.length - document.length));
      }
      send(answer(request), request, incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    port,
    onRequest(next) {
      answer = next;
    },
    readsAtMost(bytes) {
      most = bytes;
    },
    requests: () => requests,
    documents: () => documents,
    firstBytes: () => firstBytes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bytes of a body as they came in, and when. */
interface Chunk {
  readonly bytes: Buffer;
  readonly at: number;
}

/** The beginning of a body. Nothing behind it is read. */
function readStart(incoming: IncomingMessage, bytes: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const start = Buffer.concat(chunks);
      if (start.length < bytes) return;
      incoming.pause().removeAllListeners('data');
      resolve(start);
    });
  });
}

/** Null when the client gave up before the end: nothing of it counts. */
async function readBody(incoming: IncomingMessage): Promise<readonly Chunk[] | null> {
  const chunks: Chunk[] = [];
  try {
    for await (const bytes of incoming) chunks.push({ bytes, at: machineTime() });
  } catch {
    // A test cut the upload; that the document does not count is the answer.
    return null;
  }
  return chunks;
}

/** When the byte at this place of the body came in. */
function cameAt(chunks: readonly Chunk[], place: number): number {
  let passed = 0;
  for (const { bytes, at } of chunks) {
    passed += bytes.length;
    if (passed > place) return at;
  }
  throw new Error('a body shorter than its document');
}

function send(reply: FaultReply, to: ReplyTo, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const asIpp = { 'content-type': 'application/ipp' };
  switch (reply.kind) {
    case 'ipp':
      outgoing.writeHead(200, asIpp).end(encodeReply(reply.status, to, reply.groups));
      return;
    case 'http':
      outgoing.writeHead(reply.status).end();
      return;
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'bytes':
      outgoing.writeHead(200, asIpp).end(reply.bytes);
      return;
    case 'endless':
      outgoing.writeHead(200, asIpp);
      pourForEver(outgoing, to);
      return;
    default:
      unreachable(reply);
  }
}

/** One attribute after another, as fast as the client takes them, until it goes away. */
function pourForEver(outgoing: ServerResponse, to: ReplyTo): void {
  outgoing.write(encodeReply(0, to, []).subarray(0, -1));
  const filler = attribute.keyword('job-state-reasons', 'x'.repeat(200)).bytes;
  const block = Buffer.concat(Array.from({ length: 300 }, () => filler));
  const pour = (): void => {
    while (!outgoing.destroyed && outgoing.write(block));
  };
  outgoing.on('drain', pour);
  pour();
}
