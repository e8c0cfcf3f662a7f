import type { LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { calendarOf } from '#app/domain/measures/calendar.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { statusOf } from '#app/http/respond.ts';

export const handle = { audience: 'link' };

/** The calendar feed. Programs ask for it, so refusals are plain statuses, and an unknown address looks like an ended one. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = /^([\w-]+)\.ics$/.exec(params['token'] ?? '')?.[1] ?? '';
  const read = await context.services.measures.readFeed(token, context.client.address);
  if (!read.ok) {
    const { refusal } = read;
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...(refusal.retryAfterSeconds ? { 'Retry-After': String(refusal.retryAfterSeconds) } : {}) };
    return new Response(`${refusal.code}\n`, { status: statusOf(refusal), headers });
  }
  const locale = localeOf(request);
  const t = textOf(locale, 'measures');
  const { baseUrl } = context.site;
  const { company } = pathsFor(locale);
  const text = calendarOf(read.value, {
    name: t('feed.calendarName'),
    summary: t('feed.summary'),
    description: t('feed.description'),
    urlOf: (id) => `${baseUrl}${company.measure(id)}`,
    host: new URL(baseUrl).hostname,
    language: locale,
  });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="massnahmen.ics"',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
