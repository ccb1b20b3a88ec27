import { InvalidArgumentError } from "commander";

/** A whole number from `least` up, as an option's value. */
export const wholeNumber = (least: number) => (text: string): number => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least)) throw new InvalidArgumentError(`Give a whole number from ${least} up.`);
  return value;
};
