/** Functions of two numbers that optimisation knows by their names, and homework differentiates without writing them down. */

/** The formula in x and y. */
export const TEST_FUNCTIONS: readonly { names: RegExp; tex: string }[] = [
  { names: /\bBeale/, tex: '(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2' },
  { names: /\bRosenbrock|\bbanana function/i, tex: '(1 - x)^2 + 100 (y - x^2)^2' },
  { names: /\bHimmelblau/, tex: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2' },
  { names: /\bBooth(?:'s)? function/, tex: '(x + 2 y - 7)^2 + (2 x + y - 5)^2' },
  { names: /\bMatyas/, tex: '0.26 (x^2 + y^2) - 0.48 x y' },
  { names: /\bMcCormick/, tex: '\\sin(x + y) + (x - y)^2 - 1.5 x + 2.5 y + 1' },
];
