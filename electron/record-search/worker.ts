import { recordSearchOrder } from '../../shared/contract/command/record-search.ts';
import { carryOutOneOrder } from '../lib/frames/carry-out-one-order.ts';
import { searchApplication } from './search-application.ts';

// Opens one application for one search, says where it holds the name, and ends. It writes no file.
carryOutOneOrder('record search', (message) => {
  const order = recordSearchOrder.parse(message);
  const report = searchApplication(order);
  order.name.key.fill(0);
  order.application?.key.fill(0);
  return report;
});
