import { useActionData, useLoaderData } from '@remix-run/react';
import { useText } from '#app/content/use-text.tsx';
import { FormToken } from '#app/features/accounts/gate-page.tsx';
import { TeamPage } from '#app/features/accounts/team-page.tsx';
import { ConfirmPage } from '#app/ui/confirm/confirm.tsx';
import type { actOnTeam, loadTeam } from './team-route.ts';

/** The team page, or the question before somebody is removed. */
export function TeamRoute({ href }: { href: string }) {
  const { view, formToken } = useLoaderData<typeof loadTeam>();
  const acted = useActionData<typeof actOnTeam>();
  const t = useText('accounts');
  const common = useText('common');
  const asked = acted?.ask ? view.team.members.find((member) => member.userId === acted.ask) : undefined;
  if (!asked) return <TeamPage view={view} form={acted?.form ?? undefined} formToken={formToken} />;
  return (
    <ConfirmPage
      title={t('team.removeTitle', { name: asked.name })}
      consequences={<p>{t('team.removeText')}</p>}
      fields={
        <>
          <FormToken token={formToken} />
          <input type="hidden" name="act" value="remove" />
          <input type="hidden" name="userId" value={asked.userId} />
        </>
      }
      confirm={t('team.remove')}
      cancel={{ href, label: common('action.cancel') }}
    />
  );
}
