import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/domain/access/may.ts';
import { severities } from '#app/domain/triage/kinds.ts';
import { useLocale } from '#app/content/use-text.tsx';
import { textOf } from '#app/content/translator.ts';
import { BoardPage } from '#app/features/office/board-page.tsx';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused, seeOther } from '#app/http/respond.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  // Everybody of the office begins here; who does not dispatch is led to its own work.
  if (!may(session.actor, 'board.read', 'office')) throw seeOther(may(session.actor, 'vetting.list', 'office') ? paths.office.providers : paths.office.audit);
  const query = new URL(request.url).searchParams;
  const district = query.get('lk') ?? '';
  const severity = query.get('dr') ?? '';
  const wanted = severity === 'hoch' ? severities.slice(0, 2) : severities.filter((one) => one === severity);
  const view = await context.services.office.readBoard(session.actor, { district: district === '' ? null : district, severities: wanted.length > 0 ? wanted : null });
  if (!view.ok) throw refused(view.refusal);
  return page({ title: textOf(locale, 'office')('board.title'), view: view.value, filter: { district, severity } });
}

export default function Board() {
  const { view, filter } = useLoaderData<typeof loader>();
  const { office } = pathsFor(useLocale());
  return <BoardPage view={view as never} filter={filter} hrefs={office} />;
}
