import { connect } from 'node:net';

/** Stands in the place of a core in tests that speak to the keeper themselves. Like a core it ends with the keeper's line. */
connect(process.env.COUNTERFOIL_KEEPER_SOCKET ?? '')
  .on('error', () => process.exit(1))
  .on('close', () => process.exit(0));
