import type { ClientRequest } from 'node:http';
import type { DocumentData } from './ticket.ts';

/** Writes a request's body no faster than it is taken. Ends early, without an error, when the request has ended. */
export async function sendBody(
  request: ClientRequest,
  message: Uint8Array,
  data: DocumentData | null,
): Promise<void> {
  if (data === null) {
    request.end(message);
    return;
  }
  request.write(message);
  if (data instanceof Uint8Array) {
    request.end(data);
    return;
  }
  for await (const chunk of data) {
    if (request.destroyed) return;
    if (!request.write(chunk)) await takenOrEnded(request);
  }
  request.end();
}

function takenOrEnded(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      request.removeListener('drain', settle);
      request.removeListener('close', settle);
      resolve();
    };
    request.on('drain', settle);
    request.on('close', settle);
  });
}
