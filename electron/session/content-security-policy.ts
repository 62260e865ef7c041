/** The page's own policy: nothing but the application's own files; pictures also from memory (`blob:`). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", // whatever is not named below is forbidden
  "script-src 'self'", // bundled scripts only, no inline, no eval
  "style-src 'self'", // bundled styles only
  "font-src 'self'", // bundled fonts only
  "img-src 'self' blob:", // previews and the photo arrive as bytes and are shown from memory
  "media-src 'self' blob:", // the camera's stream
  "connect-src 'self'", // Vite's chunks are same-origin; there is no other place to connect to
  "base-uri 'none'", // no <base> may redirect relative addresses
  "form-action 'none'", // forms never submit anywhere
  "frame-ancestors 'none'", // nobody frames the page
  // Without `allow-modals` the page opens no dialog: print, alert, confirm, prompt, or at leaving (HTML, 7.1.5). Without
  // `allow-downloads` and `allow-popups` it saves nothing and opens nothing. It keeps its scripts, its origin and the
  // events of its forms.
  'sandbox allow-scripts allow-same-origin allow-forms',
].join('; ');
