import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // The chart library brings a dozen tiny stylesheets; they ride along in the page.
      inlineStyleThreshold: 3500,
      // The door asks where a form comes from: only it knows the address of the site, at run time.
      csrf: { trustedOrigins: ['*'] },
      // No page runs a script of its own; style attributes are how the charts set a size.
      // Pages are served from memory: a hash holds for every reader, a nonce would be said twice.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self'],
          'connect-src': ['self'],
          'font-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
})
