// The table of all primitives, for whoever asks each of them the same. What ships has only those that it uses.
import type { Row } from '../graph';
import { analyticRows } from './analytic';
import { arithmeticRows } from './arithmetic';
import { contractionRows } from './contraction';
import { linalgRows } from './linalg';
import { rearrangeRows } from './rearrange';
import { reductionRows } from './reduction';
import { selectionRows } from './selection';
import { specialRows } from './special';
import { spectralRows } from './spectral';
import { structureRows } from './structure';

/** Every primitive by name. */
export const primitives = {
  ...structureRows, ...rearrangeRows, ...selectionRows, ...arithmeticRows, ...analyticRows, ...reductionRows,
  ...contractionRows, ...linalgRows, ...spectralRows, ...specialRows,
};

export type Primitive = keyof typeof primitives;

/** The rows without what each one knows of its own parameters. */
export const primitiveRows: Readonly<Record<Primitive, Row>> = primitives;
