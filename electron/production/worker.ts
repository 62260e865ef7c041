import { productionOrder } from '../../shared/contract/command/production.ts';
import { carryOutOneOrder } from '../lib/frames/carry-out-one-order.ts';
import { sealRecord } from './seal-record.ts';

// Opens one application for one recipient, hands back ciphertext, and ends. It writes no file.
carryOutOneOrder('production', (order) => sealRecord(productionOrder.parse(order)));
