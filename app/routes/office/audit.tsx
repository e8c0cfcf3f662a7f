import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { readLogQuery } from '#app/features/audit/form.ts';
import { LogPage } from '#app/features/audit/log-page.tsx';
import { logView } from '#app/features/audit/view.ts';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const asked = new URL(request.url).searchParams;
  const { query, errors } = readLogQuery(asked);
  const found = await context.services.audit.readLog(session.actor, query);
  if (!found.ok) throw refused(found.refusal);
  const locale = localeOf(request);
  const view = logView(found.value, asked, errors, pathsFor(locale).office.audit);
  return page({ title: textOf(locale, 'audit')('title'), view, formToken: session.formToken }, { status: Object.keys(errors).length > 0 ? 400 : 200 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  await readForm(request, context);
  const verified = await context.services.audit.verifyLog(session.actor);
  if (!verified.ok) throw refused(verified.refusal);
  return page({ checked: verified.value });
}

export default function Audit() {
  const { view, formToken } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <LogPage view={view} checked={posted?.checked ?? null} formToken={formToken} />;
}
