import { escapeHtml, unescapeHtml } from '../html-text.ts';
import { type PictureOptions, pictureUri } from './read-picture.ts';

/** An address that shows nothing and asks nobody. */
const nothing = 'data:,';

const imageSource = /(<img\b[^>]*?\ssrc=")([^"]*)(")/g;
const backgroundSource = /(url\(&quot;)(.*?)(&quot;\))/g;

/**
 * Puts the pictures themselves where the slides name them. SVG goes into `img` only, where its
 * scripts do not run. What cannot be shown is never left as an address that a browser would fetch.
 */
export function inlinePictures(html: string, options: PictureOptions): string {
  const uris = new Map<string, string>();
  const inline = (_whole: string, before: string, source: string, after: string): string => {
    const uri = uris.get(source) ?? uriOf(unescapeHtml(source), options);
    uris.set(source, uri);
    return before + escapeHtml(uri) + after;
  };
  return html.replace(imageSource, inline).replace(backgroundSource, inline);
}

function uriOf(url: string, options: PictureOptions): string {
  return url.startsWith('data:') ? url : (pictureUri(url, options) ?? nothing);
}
