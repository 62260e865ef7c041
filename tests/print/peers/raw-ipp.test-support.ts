import { type Agent, request } from 'node:http';
import { encodeReply } from './ipp-message.ts';

/** A request and an answer are laid out alike; where an answer has its status, a request has its operation. */
export function rawRequest(operation: number, document: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([encodeReply(operation, { version: 0x0200, requestId: 1 }, []), document]);
}

/** Sends it as IPP and returns the status of the answer. Rejects as the connection does, in whose words it breaks. */
export function sendRaw(
  port: number,
  body: Buffer,
  options: { readonly agent?: Agent; readonly chunked?: boolean } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: '/ipp/print',
        method: 'POST',
        headers: {
          'content-type': 'application/ipp',
          ...(options.chunked === true ? {} : { 'content-length': body.length }),
        },
        ...(options.agent === undefined ? {} : { agent: options.agent }),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answer = Buffer.concat(chunks);
          if (answer.length < 8) reject(new Error('no whole answer'));
          else resolve(answer.readUInt16BE(2));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
