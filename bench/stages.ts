/** The stages of reading and checking, one by one, for the measurements. */
export { cutText, readDocument } from '../src/text';
export { parseEquation } from '../src/notation/equation';
export { meaningOf } from '../src/meaning/meaning';
export { startsExercise } from '../src/meaning/traces';
export { classifyAll } from '../src/meaning/classify';
export { checkRegion } from '../src/check/document';
export { createMemory } from '../src/memory';
export { createChecker } from '../src/checker';
