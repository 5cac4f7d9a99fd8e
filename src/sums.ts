/** The sum of the numbers before each place, and of all: one more than there are numbers. */
export function sumsOf(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}
