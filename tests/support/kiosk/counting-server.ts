import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on loopback that counts who comes near it. */
export interface CountingServer {
  readonly address: string;
  /** TCP connections, whether or not a request followed. */
  connections(): number;
  stop(): Promise<void>;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Starts one on a free port. It lets every origin read its answers, so that nothing but the kiosk stops a page. */
export async function startCountingServer(): Promise<CountingServer> {
  let connections = 0;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' });
    response.end('<h1>outside</h1>');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${portOf(server.address())}`,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
