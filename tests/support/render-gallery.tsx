import { fileURLToPath } from 'node:url';
import { renderToStaticMarkup } from 'react-dom/server';
import { samplePages } from '#app/ui/gallery/pages.tsx';
import type { SamplePageName } from '#app/ui/gallery/pages.tsx';
import { joinStyles } from './join-styles.ts';

/** A sample page as one HTML file without a script. */
export function renderSample(name: SamplePageName, theme?: 'light' | 'dark'): string {
  const styles = joinStyles(name === 'emergency' ? 'emergency' : 'index');
  const { title, page: Page } = samplePages[name];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Geleucht</title><style>${styles}</style>`;
  return `<!doctype html><html lang="de"${theme ? ` data-theme="${theme}"` : ''}><head>${head}</head><body>${renderToStaticMarkup(<Page />)}</body></html>`;
}

/** `npx tsx tests/support/render-gallery.tsx [page] [light|dark] > page.html` */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = (process.argv[2] ?? 'gallery') as SamplePageName;
  const theme = process.argv[3] === 'dark' || process.argv[3] === 'light' ? process.argv[3] : undefined;
  process.stdout.write(renderSample(name, theme));
}
