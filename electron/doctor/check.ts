import type { CheckDeclaration } from '../../shared/doctor/check.ts';
import type { Finding } from '../../shared/doctor/finding.ts';
import type { Subject } from './subject.ts';

/** A check that can be made: its declaration, and the reading whose result is judged. */
export interface Check {
  readonly declaration: CheckDeclaration;
  look(subject: Subject): Finding | Promise<Finding>;
}
