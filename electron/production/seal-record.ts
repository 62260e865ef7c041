import { Encrypter } from 'age-encryption';
import type { ProductionOrder, ProductionReport } from '../../shared/contract/command/production.ts';
import { makeRecord } from './make-record.ts';

/** Opens one application and seals what the vault holds of it to the recipient (age, version 1). */
export async function sealRecord(order: ProductionOrder): Promise<ProductionReport> {
  const record = makeRecord(order);
  order.application.key.fill(0);
  if (!record.ok) return { kind: 'unreadable' };
  const plain = Buffer.from(`${JSON.stringify(record.value, null, 2)}\n`);
  const encrypter = new Encrypter();
  encrypter.addRecipient(order.recipient);
  const sealed = await encrypter.encrypt(plain);
  plain.fill(0);
  return { kind: 'sealed', package: sealed };
}
