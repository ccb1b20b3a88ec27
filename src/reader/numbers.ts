import type { Page } from "./page.ts";
import { lowerAt } from "./page.ts";

/** A number in digits or words. `scale` is what its last word multiplied by (1000 in "12 thousand"). */
export interface NumberMatch {
  to: number;
  value: number;
  scale: number;
  spelled: boolean;
}

const MAX_VALUE = 1e10;

/** The number that begins at token `i`, or null: 2,000 · 2.000 · 2 000 · 2,1 thousand · 2k · one hundred and twenty. */
export function numberAt(page: Page, i: number): NumberMatch | null {
  const token = page.tokens[i];
  if (token === undefined) return null;
  const match = token.kind === "number" ? digitsAt(page, i) : wordsAt(page, i);
  return match === null || match.value > MAX_VALUE ? null : match;
}

function digitsAt(page: Page, i: number): NumberMatch | null {
  const grouped = groupsAt(page, i);
  const scaleIndex = lowerAt(page, grouped.to) === "-" ? grouped.to + 1 : grouped.to;
  const scale = page.pack.numbers.scales.get(lowerAt(page, scaleIndex));
  if (scale === undefined) return Number.isNaN(grouped.whole) ? null : { to: grouped.to, value: grouped.whole, scale: 1, spelled: false };
  const value = Number.isNaN(grouped.decimal) ? grouped.whole : grouped.decimal;
  return Number.isNaN(value) ? null : { to: scaleIndex + 1, value: Math.round(value * scale), scale, spelled: false };
}

// The same digits read with separators as thousands ("2.000") and as a decimal ("2,1 thousand").
function groupsAt(page: Page, i: number): { to: number; whole: number; decimal: number } {
  let [digits, to] = [lowerAt(page, i), i + 1];
  // A stray space inside a grouped number: "2, 800" and "2 000".
  while (strayGroup(page, to) && /^\d{1,3}([.,]\d{3})*$/.test(digits)) {
    const comma = lowerAt(page, to) === ",";
    digits += `,${lowerAt(page, comma ? to + 1 : to)}`;
    to += comma ? 2 : 1;
  }
  if (/^\d+$/.test(digits)) return { to, whole: Number(digits), decimal: Number(digits) };
  const whole = /^\d{1,3}([.,]\d{3})+$/.test(digits) ? Number(digits.replaceAll(/[.,]/g, "")) : Number.NaN;
  return { to, whole, decimal: /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(",", ".")) : whole };
}

function strayGroup(page: Page, i: number): boolean {
  const comma = lowerAt(page, i) === "," && page.tokens[i]?.gap === false;
  const group = page.tokens[comma ? i + 1 : i];
  const after = page.tokens[comma ? i + 2 : i + 1];
  if (group === undefined || group.kind !== "number" || !group.gap || !/^\d{3}$/.test(group.lower)) return false;
  return after !== undefined && after.kind === "word" && after.gap && !page.pack.times.months.has(after.lower) && (comma || /[\u00a0\u202f\u2009 ]/.test(page.text[group.start - 1] ?? ""));
}

// "one hundred and twenty", "fifteen hundred", "a thousand", "two dozen", "twenty-two".
function wordsAt(page: Page, i: number): NumberMatch | null {
  const { numbers } = page.pack;
  const article = numbers.article.has(lowerAt(page, i));
  let [at, total, current, scale, seen] = [article ? i + 1 : i, 0, article ? 1 : 0, 1, false];
  if (article && !numbers.scales.has(lowerAt(page, at))) return null;
  for (; at < page.tokens.length; at++) {
    const word = lowerAt(page, at);
    const small = numbers.small.get(word);
    const by = numbers.scales.get(word);
    if (small !== undefined) {
      if (seen && current % 10 !== 0 && current % 100 !== 0) break;
      current += small;
    } else if (by !== undefined && word.length > 1) {
      if (!seen && !article) return null;
      scale = by;
      if (by >= 1000) [total, current] = [total + current * by, 0];
      else current *= by;
    } else if (seen && word === "-" && page.tokens[at + 1]?.gap === false && (numbers.scales.get(lowerAt(page, at + 1)) ?? 0) > scale) {
      // "eight-thousand".
      continue;
    } else if (word === "-" || numbers.and.has(word)) {
      if (!seen || !continues(page, at, word === "-" ? 10 : 100, current, total)) break;
      continue;
    } else break;
    seen = true;
  }
  while (at > i && (lowerAt(page, at - 1) === "-" || numbers.and.has(lowerAt(page, at - 1)))) at--;
  return seen ? { to: at, value: total + current, scale, spelled: true } : null;
}

// "twenty-two" and "one hundred and twenty" go on; "four and six" are two numbers.
function continues(page: Page, at: number, unit: number, current: number, total: number): boolean {
  const next = page.pack.numbers.small.get(lowerAt(page, at + 1));
  if (next === undefined) return false;
  const whole = current === 0 ? total : current;
  return whole >= unit && whole % unit === 0 && next < unit;
}
