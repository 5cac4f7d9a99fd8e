// What pages of slides have in common.

/** The page asks for nothing that is not in it. */
export const noNetwork = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`;

/** Where a slide is seen in full. */
export const fullSize = `<dialog aria-label="Slide in full size">
<img src="" alt="">
<div class="bar">
<button type="button" class="previous">Previous</button>
<button type="button" class="next">Next</button>
<p class="caption"></p>
<button type="button" class="close">Close</button>
</div>
</dialog>`;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
