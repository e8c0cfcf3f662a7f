import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Outlet, Scripts, isRouteErrorResponse, useLoaderData, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#app/content/use-text.tsx';
import { textOf } from '#app/content/translator.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { navigationOf } from '#app/domain/access/places.ts';
import type { Audience } from '#app/domain/access/routes.ts';
import { localeOf } from '#app/http/locale.ts';
import { useServerParts } from '#app/http/server-parts.tsx';
import { page } from '#app/http/respond.ts';
import { noBars } from '#app/routes/frame/frame-facts.ts';
import type { FrameFacts } from '#app/routes/frame/frame-facts.ts';
import { PageFrame } from '#app/routes/frame/page-frame.tsx';
import { RefusalPage } from '#app/routes/frame/refusal-page.tsx';
import stylesheet from '#app/ui/styles/index.css?url';

/** The frame names the person, so no page is kept unless its route says otherwise. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await context.session();
  const { pathname, search } = new URL(request.url);
  const facts: FrameFacts = {
    locale: localeOf(request),
    path: pathname,
    search,
    isDemo: context.site.isDemo,
    person: session.kind === 'open' || session.kind === 'locked' ? session.person : null,
    bars: session.kind === 'open' ? barsFor(session.actor) : noBars,
  };
  return page(facts);
}

/** A provider is also a company: its people may meet two bars. */
function barsFor(actor: Actor): FrameFacts['bars'] {
  return { company: navigationOf(actor, 'company').bar, provider: navigationOf(actor, 'provider').bar, office: navigationOf(actor, 'office').bar };
}

/** What a route says about itself in its `handle`. */
type RouteHandle = {
  readonly audience?: Audience;
  /** A flow of questions: the bar at the bottom of phones makes room. */
  readonly flow?: boolean;
  /** First aid: the red button dials, nothing leads away. */
  readonly emergency?: boolean;
  /** Overrides the rule that signed-in pages hydrate and public pages ship no script. */
  readonly scripts?: boolean;
  /** Emergency pages carry the rules they use in themselves. */
  readonly styles?: 'emergency';
  /** Room around the main part; `gate` for sign-in pages, `bare` for the start page. */
  readonly main?: 'page' | 'gate' | 'bare';
};

const hydratedAudiences: ReadonlySet<Audience> = new Set(['company', 'provider', 'office', 'account']);

function useCurrentHandle(): RouteHandle {
  const matches = useMatches();
  return (matches.at(-1)?.handle as RouteHandle | undefined) ?? {};
}

/** The page's own title: every loader returns one in the language of the page. */
function usePageTitle(): string | undefined {
  const data = useMatches().at(-1)?.data as { title?: unknown } | undefined;
  return typeof data?.title === 'string' ? data.title : undefined;
}

/** After a refused form the server puts "Fehler:" in front of the title; the browser keeps what it was sent while the page stays. */
function useSentTitle(title: string): string {
  const [first] = useState(() => ({ title, sent: typeof document === 'undefined' ? title : document.title }));
  return title === first.title ? first.sent : title;
}

function Document({ facts, title, scripts, styles, children }: { facts: FrameFacts; title: string | undefined; scripts: boolean; styles?: 'emergency'; children: ReactNode }) {
  const parts = useServerParts();
  const t = textOf(facts.locale, 'common');
  const shownTitle = useSentTitle(title ? t('app.title', { page: title }) : t('app.name'));
  return (
    <html lang={facts.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{shownTitle}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {styles === 'emergency' && parts ? (
          <style nonce={parts.nonce} dangerouslySetInnerHTML={{ __html: parts.emergencyStyles }} />
        ) : (
          <link rel="stylesheet" href={stylesheet} />
        )}
        <Links />
      </head>
      <body>
        <LocaleProvider locale={facts.locale}>{children}</LocaleProvider>
        {scripts ? <Scripts nonce={parts?.nonce} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  const facts = useLoaderData<typeof loader>();
  const handle = useCurrentHandle();
  const audience = handle.audience ?? 'public';
  return (
    <Document facts={facts} title={usePageTitle()} scripts={handle.scripts ?? hydratedAudiences.has(audience)} styles={handle.styles}>
      <PageFrame facts={facts} audience={audience} flow={handle.flow} emergency={handle.emergency} main={handle.main}>
        <Outlet />
      </PageFrame>
    </Document>
  );
}

const frameWithoutFacts: FrameFacts = { locale: 'de', path: '/', search: '', isDemo: false, person: null, bars: noBars };

/** Refusals and faults: what happened, what to do next, and the telephone number. Ships no script. */
export function ErrorBoundary() {
  const facts = useRouteLoaderData<typeof loader>('root') ?? frameWithoutFacts;
  const error = useRouteError();
  const refusal = isRouteErrorResponse(error) ? (error.data as { refusal?: { code?: string } } | null)?.refusal : undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <Document facts={facts} title={textOf(facts.locale, 'public')('fault.title')} scripts={false}>
      <PageFrame facts={facts} audience="public">
        <RefusalPage code={refusal?.code} status={status} locale={facts.locale} />
      </PageFrame>
    </Document>
  );
}
