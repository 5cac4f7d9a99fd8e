/**
 * A front page: a masthead, the newest talk large, the others in columns below it. Type and space
 * do the work; the only frames are those around pictures, as a white slide on paper has no edge.
 */
export const pageStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fcfbf8, #171512); --ink: light-dark(#1d1b18, #f2eee6); --quiet: light-dark(#635d54, #b3aca0); --rule: light-dark(#dcd7cc, #3a3630); --accent: light-dark(#a83f0b, #f29a63); --serif: "Source Serif 4", Georgia, serif; --sans: "Source Sans 3", system-ui, sans-serif; --edge: clamp(20px, 5vw, 72px); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1440px; padding: 0 var(--edge) 96px; background: var(--paper); color: var(--ink); font: 17px/1.45 var(--sans); }
h1, h2, p, ul { margin: 0; padding: 0; }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.masthead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 32px; padding: clamp(28px, 5vw, 64px) 0 16px; border-bottom: 2px solid var(--ink); }
h1 { font: 600 clamp(38px, 6vw, 72px)/1.05 var(--serif); letter-spacing: -0.015em; text-wrap: balance; overflow-wrap: anywhere; }
.facts { color: var(--quiet); font-variant-numeric: tabular-nums; }
.search { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 28px; padding: 14px 0; border-bottom: 1px solid var(--rule); }
.search label { display: flex; align-items: baseline; gap: 8px; min-width: 0; color: var(--quiet); }
.search input, .search select { font: inherit; color: var(--ink); background: none; border: 0; border-bottom: 1px solid transparent; border-radius: 0; padding: 6px 0; min-height: 40px; min-width: 0; }
.search select { max-width: 13em; cursor: pointer; font-weight: 600; text-overflow: ellipsis; }
.search option { background: var(--paper); color: var(--ink); font-weight: 400; }
.search .words { flex: 1 1 240px; }
.search input { flex: 1; width: 100%; border-bottom-color: var(--rule); }
.search input::placeholder { color: var(--quiet); opacity: 1; }
.search input:focus-visible, .search select:focus-visible { outline-offset: 0; }
.count { color: var(--quiet); font-variant-numeric: tabular-nums; min-width: 5.5em; text-align: end; }
.count:empty { display: none; }
.talks { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 52px 36px; padding-top: 40px; }
.talk { position: relative; display: flex; flex-direction: column; min-width: 0; content-visibility: auto; contain-intrinsic-size: auto 380px; }
.talk[hidden] { display: none; }
.picture { aspect-ratio: 16 / 9; overflow: hidden; border-radius: 3px; outline: 1px solid var(--rule); outline-offset: -1px; background: var(--rule); }
.picture img, .picture svg { display: block; width: 100%; height: 100%; object-fit: contain; }
.picture .title { font: 600 76px var(--serif); letter-spacing: -0.01em; }
.picture .name { font: 400 38px var(--sans); }
.about { padding-top: 16px; }
h2 { font: 600 22px/1.22 var(--serif); text-wrap: balance; overflow-wrap: anywhere; }
h2, .about p { unicode-bidi: plaintext; }
h2 a { text-decoration: none; }
h2 a::after { content: ""; position: absolute; inset: 0; }
h2 a:focus-visible { outline: 0; }
.talk:has(h2 a:focus-visible) .picture { outline: 3px solid var(--accent); outline-offset: 3px; }
.talk:hover h2 a { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 4px; text-decoration-color: var(--accent); }
.subtitle { display: none; font: 400 22px/1.35 var(--serif); color: var(--quiet); padding-top: 8px; text-wrap: pretty; }
.by, h2 + .when { padding-top: 8px; }
.when { color: var(--quiet); }
.foot { position: relative; padding-top: 8px; font-size: 16px; pointer-events: none; }
.foot a, .foot button { pointer-events: auto; }
.files { display: flex; flex-wrap: wrap; gap: 0 16px; color: var(--quiet); font-variant-numeric: tabular-nums; }
.files a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; padding: 4px 0; }
.files span { padding: 4px 0; unicode-bidi: plaintext; }
.tags { display: flex; flex-wrap: wrap; gap: 0 14px; }
.tags button { font: inherit; color: var(--quiet); background: none; border: 0; padding: 4px 0; cursor: pointer; }
.tags button::before { content: "#"; }
.tags button:hover { color: var(--accent); }
.none, .empty { padding: 72px 0; font: 400 24px/1.4 var(--serif); color: var(--quiet); }
.none button { font: 600 17px var(--sans); color: var(--accent); background: none; border: 0; padding: 12px 0; cursor: pointer; text-decoration: underline; text-underline-offset: 4px; }
@media (min-width: 860px) {
.talks:not(.filtered) .talk:first-child { grid-column: 1 / -1; display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); grid-template-rows: 1fr auto auto 1fr; column-gap: 48px; content-visibility: visible; padding-bottom: 52px; border-bottom: 1px solid var(--rule); }
.talks:not(.filtered) .talk:first-child:last-child { border: 0; }
.talks:not(.filtered) .talk:first-child .picture { grid-row: 1 / -1; align-self: center; }
.talks:not(.filtered) .talk:first-child .about { grid-row: 2; padding: 0; }
.talks:not(.filtered) .talk:first-child .foot { grid-row: 3; padding-top: 16px; }
.talks:not(.filtered) .talk:first-child h2 { font-size: clamp(32px, 3.4vw, 48px); line-height: 1.1; letter-spacing: -0.01em; }
.talks:not(.filtered) .talk:first-child .subtitle { display: block; }
.talks:not(.filtered) .talk:first-child .by, .talks:not(.filtered) .talk:first-child h2 + .when { padding-top: 20px; }
}
@media (max-width: 560px) { .search { gap: 0 20px; } .search .words { flex-basis: 100%; } .search label:not(.words) { flex: 1 1 40%; } .search select { flex: 1; } .count { text-align: start; } .talks { gap: 44px; padding-top: 28px; } .search select { max-width: none; } }
@media print { .search, .none { display: none; } .talk { break-inside: avoid; content-visibility: visible; } }
`;
