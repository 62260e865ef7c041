import { authorizeCalls } from '../../shared/contract/authorize-calls.ts';
import type { KeeperEvent } from '../../shared/contract/keeper.ts';
import {
  type ScreenEvent,
  type ScreenReply,
  screenCalls,
  screenRequest,
} from '../../shared/contract/screen.ts';
import { coreEnvironment } from '../../shared/contract/session.ts';
import type { Defect } from '../../shared/defects.ts';
import { defectOf, isCoreDefectPlace, ownUpToDefects } from '../lib/defects/report-defect.ts';
import { type ApplicantSession, createApplicantSession } from './applicant-session.ts';
import { applicationCalls } from './calls/application-calls.ts';
import { denialCalls } from './calls/denial-calls.ts';
import { feeAndOldCardCalls } from './calls/fee-and-old-card-calls.ts';
import { issuanceCalls } from './calls/issuance-calls.ts';
import { kioskCalls } from './calls/kiosk-calls.ts';
import { letterCalls } from './calls/letter-calls.ts';
import { passphraseCalls } from './calls/passphrase-calls.ts';
import { recordSearchCalls } from './calls/record-search-calls.ts';
import { reportSearch } from './calls/report-search.ts';
import { residentCalls } from './calls/resident-calls.ts';
import { supervisionCalls } from './calls/supervision-calls.ts';
import { connectToKeeper } from './keeper-client.ts';

/**
 * The core of one session: the only process besides the page that knows the applicant. It is started by the
 * session's relay, talks to it over node's channel and to the keeper over its socket, and ends with either. Only with an
 * application open it outlives its relay: the keeper ends that one first, while this core searches. Where a relay ends by
 * itself the keeper ends all that is left of its session.
 */
const environment = coreEnvironment.parse(process.env);

let isOccupied = (): boolean => false;
process.on('disconnect', () => {
  if (!isOccupied()) process.exit(0);
});
/** A defect before it has a line to the keeper is told to nobody: its session ends with it, and that is told. */
let endWith = (_defect: Defect): Promise<void> => Promise.resolve();
ownUpToDefects(
  'core',
  () => process.exit(1),
  (defect) => {
    // Whatever is half changed in here answers nobody any more.
    process.removeAllListeners('message');
    return endWith(defect);
  },
);

/** To the page. What one that has gone does not get is no error. */
const send = (message: ScreenReply): void => {
  process.send?.(message, () => undefined);
};
const tell = (event: ScreenEvent): void => send({ kind: 'event', event });

const keeper = await connectToKeeper(
  environment.COUNTERFOIL_KEEPER_SOCKET,
  environment.COUNTERFOIL_SESSION_TOKEN,
  () => process.exit(0),
);
endWith = keeper.endWith;
/** Whatever place is no fixed word here, as the name of a call, is the core. */
const onBug = (where: string, error: unknown): void =>
  keeper.tellDefect(defectOf(isCoreDefectPlace(where) ? where : 'core', error));

function onKeeperEvent(session: ApplicantSession, event: KeeperEvent): void {
  if (event.kind !== 'ended') {
    session.onKeeperEvent(event);
    return;
  }
  const record = session.record();
  // An application that this core has not opened yet has no values here to search for.
  if (record === null) process.exit(0);
  record.finishing = true;
  void reportSearch(session, record, event.fingerprints, event);
}

// The status last: what is told from then on is newer.
const policy = await keeper.call('policy', {});
const status = await keeper.call('getStatus', {});
if (!policy.ok || !status.ok) throw new Error('the keeper does not answer');
const session = createApplicantSession(
  keeper,
  { status: status.value, policy: policy.value },
  { sessionFolder: environment.COUNTERFOIL_SESSION_FOLDER, fontFolder: environment.COUNTERFOIL_FONTS },
  tell,
  onBug,
);
isOccupied = () => session.record() !== null;
keeper.listen((event) => onKeeperEvent(session, event));
const authorizedCalls = authorizeCalls(
  screenCalls,
  {
    ...supervisionCalls(session),
    ...passphraseCalls(),
    ...kioskCalls(session),
    ...applicationCalls(session),
    ...feeAndOldCardCalls(session),
    ...issuanceCalls(session),
    ...denialCalls(session),
    ...residentCalls(session),
    ...recordSearchCalls(session),
    ...letterCalls(environment.COUNTERFOIL_FONTS),
  },
  onBug,
);

process.on('message', (message) => {
  const request = screenRequest.safeParse(message);
  // The page is ours and speaks through our bridge: anything else is a page that is not ours any more.
  if (!request.success) process.exit(6);
  const { id, call, input } = request.data;
  void authorizedCalls
    .answer(call, input, session.caller())
    .then((answer) => send({ kind: 'answer', id, answer }));
});
