import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import script from '../../browser/live-page.ts?script';
import { withLiveScript } from '../../render/index.ts';

/** Serves a deck to browsers on this machine, and notifies them when it changes. */
export interface LiveServer {
  readonly address: string;
  show(html: string): void;
  /** Lays a text over the deck, which stays as it was. */
  complain(text: string): void;
  close(): Promise<void>;
}

/** The script that keeps a page up to date is in the page that is served, never in the file. */
export async function startLiveServer(name: string): Promise<LiveServer> {
  const listeners = new Set<ServerResponse>();
  // Other users of this machine reach the port too, and do not know the address.
  const folder = `/${randomBytes(18).toString('base64url')}/`;
  const deck = folder + encodeURIComponent(name);
  let page = '';
  let version = 0;
  let problem = '';
  const tell = (listener: ServerResponse): void => {
    listener.write(`data: ${JSON.stringify({ version, problem })}\n\n`);
  };
  const server = createServer((request, response) => {
    if (!isFromHere(request)) return answer(response, 403, 'text/plain', '');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'text/plain', '', { allow: 'GET, HEAD' });
    const path = pathOf(request);
    if (path === `${folder}live` && request.method === 'GET') return listen(response, listeners, tell);
    if (path === `${folder}deck`) return answer(response, 200, 'text/html', page, { etag: String(version) });
    if (path === deck) return answer(response, 200, 'text/html', withScript(page, version), framing(request));
    answer(response, 404, 'text/plain', 'There is nothing here.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const news = (): void => listeners.forEach(tell);
  return {
    address: `http://127.0.0.1:${port}${deck}`,
    show(html) {
      if (html !== page) version += 1;
      page = html;
      problem = '';
      news();
    },
    complain(text) {
      problem = text;
      news();
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Without what follows `?`: the presenter view has a say there. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/[?#].*$/, '');
}

/** A page from elsewhere may have this machine's address under a name of its own. */
function isFromHere({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
}

function answer(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...guarding,
    ...headers,
  });
  response.end(text);
}

/** The presenter view shows the next slide in a frame: that page alone may stand in one, of this server's. */
function framing({ url = '' }: IncomingMessage): Readonly<Record<string, string>> {
  const isNext = new URLSearchParams(url.replace(/^[^?]*/, '')).get('view') === 'next';
  return isNext ? { 'content-security-policy': "frame-ancestors 'self'" } : {};
}

/** Nobody else shows the page in a frame; the address goes nowhere. */
const guarding = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

function listen(
  response: ServerResponse,
  listeners: Set<ServerResponse>,
  tell: (listener: ServerResponse) => void,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    ...guarding,
  });
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
  tell(response);
}

/** Before the first good build there is an empty page for the problem to stand on. */
function withScript(page: string, version: number): string {
  const html =
    page || '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>…</title><body></body></html>';
  const open = withLiveScript(html, script);
  const end = open.lastIndexOf('</body>');
  return `${open.slice(0, end)}<script data-version="${version}">${script}</script>${open.slice(end)}`;
}
