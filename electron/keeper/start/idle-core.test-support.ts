import { connect } from 'node:net';

/** As a core does that was started before its keeper. */
const AT_THE_DOOR_MILLISECONDS = 20;

/**
 * Stands in the place of a core in tests that speak to the keeper themselves. Like a core it waits until the keeper listens, and
 * ends with the keeper's line. Whoever started it ends it only until then: a core that searches outlives the rest of its session.
 */
function waitAtTheDoor(): void {
  const line = connect(process.env.COUNTERFOIL_KEEPER_SOCKET ?? '');
  const tooEarly = (): void => void setTimeout(waitAtTheDoor, AT_THE_DOOR_MILLISECONDS);
  line.once('error', tooEarly);
  line.once('connect', () => {
    line.off('error', tooEarly);
    process.off('disconnect', leave);
    line.on('error', () => process.exit(1)).on('close', leave);
  });
}

function leave(): void {
  process.exit(0);
}

process.once('disconnect', leave);
waitAtTheDoor();
