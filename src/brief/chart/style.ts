/**
 * Colours after Okabe and Ito (Color Universal Design, 2008), which the colour-blind tell apart; the lightest are darkened for
 * white paper and all are lightened for dark screens. Shapes say the same again.
 */
const LIGHT = {
  paper: "#fff", ink: "#1b2430", soft: "#5b6675", rule: "#e3e6ea", axis: "#8a94a1", band90: "#dfe6ef", band50: "#b9c8da", median: "#33485f", change: "#f3e7cf", lane: "#f5f6f8",
  s0: "#0072b2", s1: "#d55e00", s2: "#00805e", s3: "#b5588b", s4: "#b07a00", s5: "#2e91c9", s6: "#6b7280",
};
const DARK: typeof LIGHT = {
  paper: "#12161c", ink: "#e8ecf1", soft: "#a4afbd", rule: "#2a323d", axis: "#6b7685", band90: "#232e3b", band50: "#37475a", median: "#c3d2e4", change: "#3a3222", lane: "#1a2029",
  s0: "#5cb0ea", s1: "#ff8f4d", s2: "#3fcf9f", s3: "#eba6cd", s4: "#f0bd48", s5: "#9ad8f7", s6: "#aab2bd",
};

const variables = (colours: typeof LIGHT): string => Object.entries(colours).map(([name, value]) => `--${name}:${value}`).join(";");

/** The colours of page and chart: light, dark where the reader's screen is, and light on paper. */
export const COLOURS = `:root{color-scheme:light dark;${variables(LIGHT)}}@media(prefers-color-scheme:dark){:root{${variables(DARK)}}}@media print{:root{color-scheme:light;${variables(LIGHT)}}}`;

const SERIES = Array.from({ length: 7 }, (_, i) => `.chart .s${i}{--own:var(--s${i})}`).join("");

/** What every chart needs, wherever it stands. */
export const CHART_RULES =
  `.chart{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:12px;fill:var(--ink);font-variant-numeric:tabular-nums}` +
  `.chart .title{font-size:16px;font-weight:650}.chart .subtitle{font-size:13px;fill:var(--soft)}.chart .tick,.chart .key{fill:var(--soft)}.chart .year{font-weight:650}.chart .final{font-size:14px;font-weight:650}` +
  `.chart .ref{font-size:9.5px;fill:var(--own);paint-order:stroke;stroke:var(--paper);stroke-width:2.5px;stroke-linejoin:round}` +
  `.chart .grid{stroke:var(--rule)}.chart .axis{stroke:var(--axis)}.chart .band90{fill:var(--band90)}.chart .band50{fill:var(--band50)}.chart .median{fill:none;stroke:var(--median);stroke-width:2;stroke-linejoin:round}` +
  `.chart .end{fill:var(--median)}.chart .lane{fill:var(--lane)}.chart .change rect{fill:var(--change)}.chart .change path{fill:none;stroke:var(--soft);stroke-width:1.5}` +
  `.chart .sign{fill:var(--own);stroke:var(--paper);stroke-width:1.25}.chart .hollow{fill:var(--paper);stroke:var(--own);stroke-width:1.75}.chart .stem{fill:none;stroke:var(--own);stroke-width:1.6}.chart .days{stroke:var(--own);stroke-width:1.5;opacity:.55}` +
  `.chart .plain{stroke:var(--soft)}.chart .outline{fill:none;stroke-width:1.75}.chart .paper{fill:var(--paper)}.chart a:focus-visible .sign{stroke:var(--ink);stroke-width:3}.chart a{outline:none}${SERIES}`;

export const CHART_STYLE = COLOURS + CHART_RULES;
