import type { Figures, Score } from "../eval/score.ts";

const NAME_WIDTH = 10;

function row(name: string, { precision, recall, f1 }: Figures): string {
  const [p, r, f] = [precision, recall, f1].map((figure) => figure.toFixed(3));
  return `${name.padEnd(NAME_WIDTH)} P ${p}  R ${r}  F1 ${f}`;
}

/** The figures as lines of text: totals, the four measures, the slots among matched claims, and each kind. */
export function formatScore(score: Score): string {
  const { documents, absent, gold, predicted, unanchored } = score;
  const slots = Object.entries(score.slot).map(([slot, share]) => `${slot} ${share.toFixed(2)}`);
  const lines = [
    `${documents} documents (${absent} not read), ${gold} gold claims, ${predicted} read, ${unanchored} not anchored in the text`,
    row("claim", score.claim),
    row("number", score.numberF),
    row("headline", score.headlineF),
    row("full", score.fullF),
    `${"slots".padEnd(NAME_WIDTH)} ${slots.join("  ")}`,
    ...Object.entries(score.kind).map(([kind, figures]) => row(`  ${kind}`, figures)),
  ];
  return `${lines.join("\n")}\n`;
}
