/** The words of conventions that more than one place speaks of. */

export const UP_TO_TRANSPOSE = 'up to transpose';
export const ROW_FOR_COLUMN = `${UP_TO_TRANSPOSE}: a row is taken for a column`;
export const DIAGONAL = 'element-wise: as a Jacobian it is the diagonal matrix of this';
export const DIVIDES_ALL = 'the slash divides by all that follows it';
export const ofAllThatFollows = ({ fn }: { fn: string }): string => `${fn} is of all that follows it`;
export const FROBENIUS = 'bars around a matrix are its Frobenius norm';
export const BY_ENTRIES = 'the products are read element by element';

/** Holds of the other layout, and of a row that is taken for a column. */
export const isUpToTranspose = (convention: string): boolean => convention.startsWith(UP_TO_TRANSPOSE);

export const isOfLayout = (convention: string): boolean => convention === DIAGONAL || isUpToTranspose(convention);
