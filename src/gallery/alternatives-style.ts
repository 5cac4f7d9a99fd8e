/** Beside the gallery's own look: few cards, so they are large. */
export const alternativesStyle = `
header { max-width: 1500px; margin-inline: auto; }
header .where { margin: 0 0 4px; font-size: 15px; }
header p { max-width: 70ch; }
.versions { grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); max-width: 1500px; margin-inline: auto; }
@media (min-width: 1000px) { .versions[data-count="4"] { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.slides { display: grid; gap: 10px; }
.versions .open { border-color: var(--line); }
.versions .open:hover { border-color: var(--focus); }
.versions h2 { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin: 12px 0 2px; font-size: 19px; }
.versions h2 .badge { padding: 1px 10px; border-radius: 99px; background: var(--ink); color: var(--back); font-size: 13px; font-weight: 600; }
.versions h2 .score { display: inline-flex; gap: 8px; align-items: center; margin-inline-start: auto; font-size: 14px; font-variant-numeric: tabular-nums; }
.meter { display: inline-block; width: 72px; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
.meter span { display: block; height: 100%; background: var(--ink); }
.reason, .quiet { margin: 0 0 6px; }
.quiet { color: var(--quiet); }
.versions .hint { display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: end; margin-top: 12px; }
.versions .place { margin: 0; font-size: 15px; line-height: 1.35; }
.range { white-space: nowrap; }
.versions .copy { position: static; grid-area: 1 / 2; }
code { font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.versions pre { grid-column: 1 / -1; padding: 10px 12px; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.line { display: block; padding-inline-start: var(--indent); text-indent: calc(-1 * var(--indent)); }
.versions pre mark { background: light-dark(#fff0a8, #5a4a00); color: inherit; border-radius: 2px; }
`;
