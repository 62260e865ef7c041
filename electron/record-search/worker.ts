import { recordSearchOrder } from '../../shared/contract/command/record-search.ts';
import { carryOutOneOrder } from '../lib/frames/carry-out-one-order.ts';
import { searchForName } from './search-application.ts';

// Opens the name and one application, or is given what staff typed; says where the name is held, and ends. It writes no file.
carryOutOneOrder('record search', (message) => {
  const order = recordSearchOrder.parse(message);
  const report = searchForName(order);
  order.name.key.fill(0);
  if (order.where.kind === 'application') order.where.application.key.fill(0);
  return report;
});
