import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../electron/session/content-security-policy.ts';
import { repository } from '../vite/repository.ts';

/** A page that is served from its sources. */
export interface Page {
  readonly html: URL;
  /** The script that comes before the page's own. */
  readonly script: URL;
}

function replaced(policy: string, real: string, here: string): string {
  if (!policy.includes(real)) throw new Error(`the page's policy has no ${real} any more`);
  return policy.replace(real, here);
}

/** The page's own policy, but that it may lie in the list's frame. */
export const pagePolicy = replaced(
  CONTENT_SECURITY_POLICY,
  "frame-ancestors 'none'",
  "frame-ancestors 'self'; frame-src 'self'",
);

/** And what a development server needs: its inline scripts and styles, by a nonce. */
function developmentPolicy(nonce: string): string {
  return ['script-src', 'style-src'].reduce(
    (policy, of) => replaced(policy, `${of} 'self'`, `${of} 'self' 'nonce-${nonce}'`),
    pagePolicy,
  );
}

function scriptOf({ script }: Page): HtmlTagDescriptor {
  const src = `/@fs${fileURLToPath(script)}`;
  return { tag: 'script', attrs: { type: 'module', src }, injectTo: 'body-prepend' };
}

/** The product's own page, whatever is behind it. */
export const productPage = new URL('renderer/index.html', repository);

/** Serves pages by their paths, each with a script before its own. */
export function servePages(pages: Readonly<Record<string, Page>>): Plugin {
  return {
    name: 'counterfoil-pages',
    transformIndexHtml(_html, { path }) {
      const page = pages[path];
      return page === undefined ? [] : [scriptOf(page)];
    },
    configureServer(server) {
      // What the server itself puts into its pages: a nonce of this file's own would be another in each copy of it.
      const nonce = server.config.html?.cspNonce;
      if (nonce === undefined) throw new Error('the server gives its pages no nonce');
      const policy = developmentPolicy(nonce);
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const page = pages[pathname];
        if (page === undefined) {
          next();
          return;
        }
        server
          .transformIndexHtml(pathname, readFileSync(page.html, 'utf8'))
          .then((html) => {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.setHeader('content-security-policy', policy);
            response.setHeader('cache-control', 'no-store');
            response.end(html);
          })
          .catch(next);
      });
    },
  };
}
