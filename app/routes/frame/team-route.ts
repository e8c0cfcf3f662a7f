import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { textOf } from '#app/content/translator.ts';
import { may } from '#app/domain/access/may.ts';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import type { Refusal, Result } from '#app/domain/result.ts';
import { formWithIssues, formWithRefusal } from '#app/features/accounts/form-errors.ts';
import { inviteSchema } from '#app/features/accounts/form.ts';
import { rolesFor } from '#app/features/accounts/team-roles.ts';
import type { TeamNote, TeamView } from '#app/features/accounts/team-page.tsx';
import { readForm } from '#app/http/forms.ts';
import { refuseOrStepUp, requireArea } from '#app/http/guards.ts';
import { localeOf } from '#app/http/locale.ts';
import { pathsFor } from '#app/http/paths.ts';
import { formAgain, page, refused, seeOther } from '#app/http/respond.ts';

const notes: Readonly<Record<string, TeamNote>> = {
  entfernt: 'removed', bestaetigt: 'confirmedDone', eingeladen: 'invited', zurueckgezogen: 'revoked', leitung: 'lastLead', geaendert: 'changedMeanwhile',
};

/** The team page is the same in all three areas; only the address differs. */
export async function loadTeam({ request, context }: LoaderFunctionArgs, area: OrganisationType) {
  const { actor, formToken } = await requireArea(request, context, area);
  if (area === 'office' && !may(actor, 'office_account.list', 'office')) throw refused({ code: 'not_allowed' });
  const locale = localeOf(request);
  const paths = pathsFor(locale);
  const team = await context.services.accounts.listMembers(actor);
  if (!team.ok) throw refused(team.refusal);
  const sheets = { company: paths.company.teamSheet, provider: paths.provider.teamSheet, office: null };
  const view: TeamView = {
    team: team.value,
    isOffice: area === 'office',
    mayManage: may(actor, 'member.invite', 'own_organisation'),
    mayConfirm: may(actor, 'member.confirm', 'own_organisation'),
    roles: rolesFor(actor.organisationType),
    note: notes[new URL(request.url).searchParams.get('stand') ?? ''] ?? null,
    sheetHref: may(actor, 'organisation.issue_emergency_sheet', 'own_organisation') ? sheets[area] : null,
    sitesHref: area === 'company' && may(actor, 'organisation.read_profile', 'own_organisation') ? paths.company.sites : null,
  };
  return page({ title: textOf(locale, 'accounts')(area === 'office' ? 'team.officeTitle' : 'team.title'), view, formToken });
}

/** Acts of the team page. `ask` is the member whose removal must be confirmed first. */
export async function actOnTeam({ request, context }: ActionFunctionArgs, area: OrganisationType) {
  const { actor, keys } = await requireArea(request, context, area);
  const { accounts } = context.services;
  const locale = localeOf(request);
  const form = await readForm(request, context);
  const userId = form.text('userId');
  switch (form.text('act')) {
    case 'invite': {
      const parsed = inviteSchema.safeParse(form.values);
      if (!parsed.success) return again(formWithIssues(locale, form.values, parsed.error));
      const done = await accounts.inviteColleague(actor, parsed.data, context.client);
      const state = done.ok ? null : formWithRefusal(locale, form.values, done.refusal, { field: 'email', wrong: 'email' });
      return state ? again(state, done.ok ? undefined : done.refusal) : after(done, 'eingeladen');
    }
    case 'confirm':
      if (form.text('compared') !== 'yes') return again({ values: {}, errors: { [`compared-${userId}`]: [textOf(locale, 'accounts')('errors.compare')] } });
      return after(await accounts.confirmMember(actor, keys, { userId, fingerprint: form.text('fingerprint') }), 'bestaetigt');
    case 'grantReset':
      if (form.text('compared') !== 'yes') return again({ values: {}, errors: { [`compared-${userId}`]: [textOf(locale, 'accounts')('errors.compare')] } });
      return after(await accounts.grantReset(actor, keys, { userId, fingerprint: form.text('fingerprint') }), 'bestaetigt');
    case 'revoke':
      return after(await accounts.revokeInvitation(actor, form.text('invitationId')), 'zurueckgezogen');
    case 'askRemove':
      return page({ form: null, ask: userId });
    case 'remove':
      return after(await accounts.removeMember(actor, keys, userId), 'entfernt');
    default:
      throw refused({ code: 'invalid_input' });
  }

  function again(state: ReturnType<typeof formWithIssues>, refusal: Refusal = { code: 'invalid_input' }) {
    return formAgain({ form: state, ask: null }, refusal);
  }

  function after(done: Result<unknown>, note: string): Response {
    const path = new URL(request.url).pathname;
    if (done.ok) return seeOther(`${path}?stand=${note}`);
    if (done.refusal.detail === 'last_lead') return seeOther(`${path}?stand=leitung`);
    if (done.refusal.code === 'conflict_of_versions') return seeOther(`${path}?stand=geaendert`);
    throw refuseOrStepUp(done.refusal, request);
  }
}
