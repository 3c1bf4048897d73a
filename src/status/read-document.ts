import Ajv from 'ajv/dist/2020';
import schema from '../../schema/status.schema.json';
import type { StatusDocument } from './document';

const { $schema: _, ...shape } = schema;
let validate: ((value: unknown) => value is StatusDocument) | undefined;

/** A status file as another job left it; undefined: it is none. */
export function readStatusDocument(value: unknown): StatusDocument | undefined {
  validate ??= new Ajv({ strict: false, formats: {} }).compile<StatusDocument>(shape);
  return validate(value) && !Number.isNaN(Date.parse(value.at)) ? value : undefined;
}
