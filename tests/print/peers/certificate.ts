import { connect } from 'node:tls';

/** The SHA-256 fingerprint of the certificate a server on loopback shows, as Node writes it ("AB:CD:…"). */
export function fingerprintOf(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // It vouches for itself; whether that is right is what the fingerprint is asked for.
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      const { fingerprint256 } = socket.getPeerCertificate();
      socket.destroy();
      resolve(fingerprint256);
    });
    socket.once('error', reject);
  });
}
