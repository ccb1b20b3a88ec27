import { CHART_RULES, COLOURS } from "../chart/style.ts";

/** The page: one column to read, light and dark, and paper. */
export const PAGE_STYLE =
  `${COLOURS}${CHART_RULES}` +
  `*{box-sizing:border-box}html{font:17px/1.55 Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Cambria,Georgia,serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}` +
  `body{margin:0 auto;max-width:50rem;padding:2.2rem 1.25rem 4rem}` +
  `h1,h2,th,.meta,.note,figcaption,summary,.switch,td,.legend,.refs{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}` +
  `h1{font-size:1.05rem;font-weight:650;letter-spacing:.01em;margin:0;color:var(--soft)}h2{font-size:1.02rem;font-weight:700;margin:2.4rem 0 .6rem;padding-top:.7rem;border-top:2px solid var(--ink)}` +
  `.lead{font-size:1.62rem;line-height:1.28;font-weight:600;margin:.5rem 0 .8rem;text-wrap:balance;letter-spacing:-.008em}.meta{font-size:.82rem;color:var(--soft);margin:.2rem 0 0}` +
  `.note{font-size:.84rem;color:var(--soft);border-left:3px solid var(--rule);padding:.1rem 0 .1rem .8rem;margin:1rem 0}` +
  `p{margin:.6rem 0}ul{margin:.6rem 0;padding-left:1.15rem}li{margin:.5rem 0}li::marker{color:var(--soft)}` +
  `a{color:inherit;text-decoration-color:var(--s0);text-decoration-thickness:1.5px;text-underline-offset:.16em}a:hover{text-decoration-thickness:2.5px}a:focus-visible{outline:2px solid var(--s0);outline-offset:2px;border-radius:2px}` +
  `a.number{font-weight:600;white-space:nowrap;font-variant-numeric:tabular-nums}q{quotes:none;color:var(--ink)}q::before{content:"“"}q::after{content:"”"}li q,p q{font-style:italic}` +
  `.likelihood{font-weight:600}.grade{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.8em;border:1px solid var(--axis);border-radius:3px;padding:.05em .3em;white-space:nowrap}` +
  `sup.ref{font-size:.68em;line-height:0;margin-left:.1em}sup.ref a{text-decoration:none;color:var(--s0);padding:.2em .1em}` +
  `figure{margin:1.8rem 0}figure svg{display:block;width:100%;height:auto;overflow:visible}` +
  `.switch{display:flex;gap:1.1rem;font-size:.82rem;color:var(--soft);border:0;margin:0 0 .6rem;padding:0}.switch legend{float:left;padding:0;margin-right:1rem}.switch label{display:flex;gap:.35rem;align-items:center;cursor:pointer}` +
  `.narrow,.log{display:none}figure:has(#scale-log:checked) .wide.log{display:block}figure:has(#scale-log:checked) .linear{display:none!important}` +
  `details{margin:.6rem 0}summary{cursor:pointer;font-size:.86rem;color:var(--soft)}` +
  `.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.8rem;line-height:1.4;font-variant-numeric:tabular-nums}th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--rule)}th{font-weight:650;color:var(--soft);white-space:nowrap;border-bottom-color:var(--axis)}td.figure,th.figure{text-align:right}td.date{white-space:nowrap}` +
  `.refs{font-size:.82rem;line-height:1.5;padding-left:2.1rem}.refs li{margin:.75rem 0;padding:.1rem .4rem;scroll-margin-top:1rem;border-radius:3px}.refs li:target{background:var(--change)}.refs q{display:block;font:italic 1rem/1.45 Charter,"Bitstream Charter",Cambria,Georgia,serif;margin:.15rem 0}.refs .hash{color:var(--soft);font-size:.9em;overflow-wrap:anywhere}` +
  `.legend{font-size:.8rem;color:var(--soft)}` +
  `@media(max-width:620px){html{font-size:16px}.lead{font-size:1.34rem}.wide{display:none!important}.narrow.linear,figure:has(#scale-log:checked) .narrow.log{display:block}}` +
  `@media print{@page{margin:18mm 16mm}html{font-size:10.5pt}body{max-width:none;padding:0}.switch,details:not([open]){display:none}.wide.linear{display:block!important}.wide.log,.narrow{display:none!important}h2{break-after:avoid}li,tr,figure{break-inside:avoid}a{text-decoration:none}.scroll{overflow:visible}.refs a[href^="http"]::after{content:" <" attr(href) ">";color:var(--soft);font-size:.85em;overflow-wrap:anywhere}.lead{font-size:1.5rem}}`;
