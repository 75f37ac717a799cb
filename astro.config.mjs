import node from '@astrojs/node';
import { defineConfig, fontProviders } from 'astro/config';
import { UPLOAD_BYTES } from './src/lib/body-limits.ts';

/** @param {string} file */
const font = (file) => ({ src: [`./node_modules/@fontsource-variable/${file}`], weight: '300 800', style: 'normal' });

/** Live reload writes styles into the page, which the policy would refuse: it holds in builds, and tests run on builds. */
const IS_DEV = process.argv.includes('dev');

export default defineConfig({
  output: 'server',
  // The front has a narrower limit for each page (scripts/serve/bodies.ts); the adapter's own would be 1 GB.
  adapter: node({ mode: 'standalone', bodySizeLimit: UPLOAD_BYTES, staticHeaders: true }),
  // The default glues a link to the word before it, when the two stand on different lines.
  compressHTML: true,
  trailingSlash: 'never',
  session: false,
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: {
    // Behind an HTTPS proxy Astro's own check refuses every form; the middleware has one that knows both addresses.
    checkOrigin: false,
    actionBodySizeLimit: UPLOAD_BYTES,
    csp: !IS_DEV && {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
      ],
    },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Bricolage Grotesque',
      cssVariable: '--font-display',
      fallbacks: ['system-ui', 'sans-serif'],
      options: { variants: [font('bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2')] },
    },
    {
      provider: fontProviders.local(),
      name: 'Figtree',
      cssVariable: '--font-text',
      fallbacks: ['system-ui', 'sans-serif'],
      options: { variants: [font('figtree/files/figtree-latin-wght-normal.woff2')] },
    },
  ],
});
