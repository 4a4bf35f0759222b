/** What is said about delimiters that do not match. */

/** Where an opening delimiter has no partner. */
export const unclosed = (opening: string): string => (opening === '$' ? 'This $ is not closed in its paragraph.' : `This ${opening} is never closed.`);
