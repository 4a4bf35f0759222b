/** Properties that draw the same examples in every run, so that a failure is of the change at hand; GRADLENS_SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.GRADLENS_SEED ?? 1) });

export default fc;
