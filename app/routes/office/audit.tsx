import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/content/translator.ts';
import { LogPage } from '#app/features/audit/log-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { page, refused } from '#app/http/respond.ts';

export const handle = { audience: 'office' };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireArea(request, context, 'office');
  const asked = new URL(request.url).searchParams;
  const event = asked.get('ereignis') || null;
  const before = Number.parseInt(asked.get('vor') ?? '', 10);
  const found = await context.services.audit.readLog(session.actor, { event, before: Number.isSafeInteger(before) && before > 0 ? before : null });
  if (!found.ok) throw refused(found.refusal);
  const { entries, total, olderBefore, checkpoint } = found.value;
  const locale = localeOf(request);
  const address = (more: Record<string, string>) => `${pathsFor(locale).office.audit}?${new URLSearchParams({ ...(event ? { ereignis: event } : {}), ...more }).toString()}`;
  const view = {
    entries: entries.map(({ sequence, at, event: name, actorKind, actorId, objectKind, objectId, reason }) => ({ sequence, at: at.toISOString(), event: name, actorKind, actorId, objectKind, objectId, reason })),
    total,
    event: event ?? '',
    older: olderBefore === null ? null : address({ vor: String(olderBefore) }),
    newest: asked.has('vor') ? address({}) : null,
    checkpoint: checkpoint === null ? null : { size: checkpoint.size, at: checkpoint.at.toISOString(), note: checkpoint.note },
  };
  return page({ title: textOf(locale, 'audit')('title'), view, formToken: session.formToken });
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
