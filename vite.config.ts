import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  // The plugin's transforms break vitest.
  plugins: [process.env.VITEST ? null : remix(remixConfig)],
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false },
});
