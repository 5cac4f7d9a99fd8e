/** The gallery's own look: it stands back behind the slides. */
export const galleryStyle = `
:root { color-scheme: light dark; --back: light-dark(#f4f4f2, #17181b); --card: light-dark(#fff, #202226); --ink: light-dark(#1c1c1a, #f0f0ee); --quiet: light-dark(#55554f, #b4b4ae); --line: light-dark(#cfcfc8, #44474d); --focus: light-dark(#1d4ed8, #93b4ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { padding: 32px 32px 16px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; }
header p { margin: 6px 0 0; color: var(--quiet); }
form { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; margin-top: 20px; }
form .count { margin: 0; }
label { font-weight: 600; }
select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 6px 12px; min-height: 36px; }
select { margin-inline-start: 6px; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr)); gap: 32px 28px; margin: 0; padding: 16px 32px 64px; list-style: none; }
.grid { align-items: start; }
.card { min-width: 0; }
.hint { position: relative; }
.card[hidden] { display: none; }
.card .open { display: block; width: 100%; padding: 0; overflow: hidden; border-radius: 4px; }
.card img { display: block; width: 100%; height: auto; }
.card h2 { margin: 10px 0 6px; font-size: 17px; line-height: 1.3; }
.card h2 span { color: var(--quiet); font-weight: 400; }
.card pre { margin: 0; padding: 10px 76px 10px 12px; min-height: 36px; overflow-x: auto; background: var(--card); border-radius: 6px; font: 13px/1.45 ui-monospace, monospace; }
.card .copy { position: absolute; inset: 6px 6px auto auto; padding: 2px 10px; font-size: 13px; min-height: 28px; }
dialog { width: min(1312px, 96vw); max-height: 96vh; padding: 16px; border: 0; border-radius: 8px; background: var(--card); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 75%); }
dialog img { display: block; width: 100%; height: auto; max-height: calc(96vh - 90px); object-fit: contain; }
.bar { display: flex; gap: 8px; align-items: center; margin-top: 12px; }
.caption { flex: 1; margin: 0; text-align: center; }
@media (max-width: 600px) { header, .grid { padding-inline: 16px; } }
`;
