import { useFormat, useLabels, useText } from '#app/content/use-text.tsx';
import type { MemberRole } from '#app/domain/access/roles.ts';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { ErrorSummary } from '#app/ui/callout/error-summary.tsx';
import { Flash } from '#app/ui/callout/flash.tsx';
import { Checkbox } from '#app/ui/choices/choices.tsx';
import { SelectField, TextField } from '#app/ui/field/field.tsx';
import { emptyForm, fieldProps, summaryOf } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { Cols, Hidden, Stack, Wrap } from '#app/ui/layout/layout.tsx';
import { PageHeader } from '#app/ui/layout/page-header.tsx';
import { Panel, Rows, Section } from '#app/ui/panel/panel.tsx';
import { Secret } from '#app/ui/secret/secret.tsx';
import { FormToken } from './gate-page.tsx';
import type { Team, TeamMember } from './members.server.ts';

export type TeamNote = 'removed' | 'confirmedDone' | 'invited' | 'revoked' | 'lastLead' | 'changedMeanwhile';

export type TeamView = {
  readonly team: Team;
  readonly isOffice: boolean;
  readonly mayManage: boolean;
  readonly mayConfirm: boolean;
  readonly roles: readonly MemberRole[];
  readonly note: TeamNote | null;
  /** Null where there is no key that a sheet could open. */
  readonly sheetHref: string | null;
  /** Null where an organisation has no sites to speak of. */
  readonly sitesHref: string | null;
};

/** Members, who waits, invitations and the emergency sheet of one organisation. Also the accounts of the office. */
export function TeamPage({ view, form, formToken }: { view: TeamView; form: FormState | undefined; formToken: string }) {
  const t = useText('accounts');
  const common = useText('common');
  const { team } = view;
  const waiting = team.members.filter((member) => member.waitsFor === 'confirmation' || member.waitsFor === 'reset');
  const errors = form ? summaryOf(form) : [];
  return (
    <Wrap>
      <Stack gap={6}>
        <PageHeader title={view.isOffice ? t('team.officeTitle') : t('team.title')} lead={view.isOffice ? t('team.officeLead') : t('team.lead', { organisation: team.organisationName })} />
        {view.note ? <Flash tone={view.note === 'lastLead' || view.note === 'changedMeanwhile' ? 'danger' : 'ok'}>{t(`team.${view.note}`)}</Flash> : null}
        <ErrorSummary title={common('form.errors', { count: errors.length })} errors={errors} />
        <Cols split="8-4">
          <Stack gap={6}>
            {waiting.length > 0 && view.mayConfirm ? (
              <Section id="waiting" title={t('team.waitingPart')} gap={4}>
                <p className="measure">{t('team.waitingLead')}</p>
                {waiting.filter((member) => !member.isSelf).map((member) => (
                  <WaitingMember key={member.userId} member={member} formToken={formToken} />
                ))}
              </Section>
            ) : null}
            <Section id="members" title={t('team.membersPart')} gap={3}>
              <Rows items={team.members.map((member) => ({ key: member.userId, content: <MemberRow member={member} mayManage={view.mayManage} formToken={formToken} /> }))} />
            </Section>
            {team.invitations.length > 0 ? <Invitations team={team} mayManage={view.mayManage} formToken={formToken} /> : null}
          </Stack>
          <Stack gap={5}>
            {view.mayManage ? <Invite form={form ?? emptyForm()} roles={view.roles} formToken={formToken} /> : null}
            {view.sitesHref ? <Sites href={view.sitesHref} /> : null}
            {view.sheetHref ? <Sheet madeAt={team.sheetMadeAt} href={view.sheetHref} /> : null}
          </Stack>
        </Cols>
      </Stack>
    </Wrap>
  );
}

function WaitingMember({ member, formToken }: { member: TeamMember; formToken: string }) {
  const t = useText('accounts');
  return (
    <Panel id={`wait-${member.userId}`} title={member.name} level={3}>
      <p className="muted">{member.waitsFor === 'reset' ? t('team.waitsForReset') : t('team.waitsForConfirmation')}</p>
      <Secret label={t('team.fingerprint')} groups={member.fingerprint.split(' ')} />
      <form className="stack stack--3" method="post" noValidate>
        <FormToken token={formToken} />
        <input type="hidden" name="act" value={member.waitsFor === 'reset' ? 'grantReset' : 'confirm'} />
        <input type="hidden" name="userId" value={member.userId} />
        <input type="hidden" name="fingerprint" value={member.fingerprint} />
        <Checkbox id={`compared-${member.userId}`} name="compared" label={t('team.compared')} />
        <p>
          <Button>{t('team.confirm')}</Button>
        </p>
      </form>
    </Panel>
  );
}

function MemberRow({ member, mayManage, formToken }: { member: TeamMember; mayManage: boolean; formToken: string }) {
  const t = useText('accounts');
  const format = useFormat();
  const roles = useLabels().roles;
  const state = member.waitsFor === 'own_set_up' ? t('team.ownSetUp') : member.confirmed ? t('team.confirmed') : t('team.unconfirmed');
  return (
    <div className="row row--apart">
      <div className="stack stack--1">
        <p>
          <strong>{member.name}</strong> {member.isSelf ? <Badge>{t('team.self')}</Badge> : null} <Badge tone={member.confirmed ? 'ok' : 'warn'}>{state}</Badge>
        </p>
        <p className="muted t-2">
          {member.roles.map((role) => roles[role]).join(', ')} · {member.email} · {t('team.since', { date: format.date(member.since) })}
        </p>
        <p className="muted t-2">
          {t('team.fingerprint')}: <span translate="no">{member.fingerprint}</span>
        </p>
      </div>
      {mayManage && !member.isSelf ? (
        <form method="post">
          <FormToken token={formToken} />
          <input type="hidden" name="act" value="askRemove" />
          <input type="hidden" name="userId" value={member.userId} />
          <Button look="quiet" small>
            <span aria-hidden="true">{t('team.remove')}</span>
            <Hidden>{t('team.removeOf', { name: member.name })}</Hidden>
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Invitations({ team, mayManage, formToken }: { team: Team; mayManage: boolean; formToken: string }) {
  const t = useText('accounts');
  const format = useFormat();
  const roles = useLabels().roles;
  const items = team.invitations.map((invitation) => ({
    key: invitation.id,
    content: (
      <div className="row row--apart">
        <p>
          {invitation.name}, {roles[invitation.role]} <span className="muted t-2">{t('team.until', { moment: format.dateTime(invitation.until) })}</span>
        </p>
        {mayManage ? (
          <form method="post">
            <FormToken token={formToken} />
            <input type="hidden" name="act" value="revoke" />
            <input type="hidden" name="invitationId" value={invitation.id} />
            <Button look="quiet" small>
              <span aria-hidden="true">{t('team.revoke')}</span>
              <Hidden>{t('team.revokeOf', { name: invitation.name })}</Hidden>
            </Button>
          </form>
        ) : null}
      </div>
    ),
  }));
  return (
    <Section id="invitations" title={t('team.invitationsPart')} gap={3}>
      <Rows items={items} />
    </Section>
  );
}

function Invite({ form, roles, formToken }: { form: FormState; roles: readonly MemberRole[]; formToken: string }) {
  const t = useText('accounts');
  const common = useText('common');
  const labels = useLabels().roles;
  return (
    <Panel id="invite" title={t('team.invitePart')}>
      <form className="stack stack--4" method="post" noValidate>
        <FormToken token={formToken} />
        <input type="hidden" name="act" value="invite" />
        <TextField {...fieldProps(form, 'name')} label={t('team.inviteName')} autoComplete="off" />
        <TextField {...fieldProps(form, 'email')} label={t('team.inviteEmail')} type="email" autoComplete="off" spellCheck={false} />
        <SelectField {...fieldProps(form, 'role')} label={t('team.inviteRole')} empty={common('action.select')} options={roles.map((role) => ({ value: role, label: labels[role] }))} />
        <p>
          <Button>{t('team.invite')}</Button>
        </p>
      </form>
    </Panel>
  );
}

function Sheet({ madeAt, href }: { madeAt: string | null; href: string }) {
  const t = useText('accounts');
  const format = useFormat();
  return (
    <Panel id="sheet" title={t('team.sheetPart')}>
      <p className="measure">{madeAt ? t('team.sheetMade', { date: format.date(madeAt) }) : t('team.sheetNone')}</p>
      <p>
        <LinkButton look="secondary" href={href}>
          {madeAt ? t('team.sheetRenew') : t('team.sheetMake')}
        </LinkButton>
      </p>
    </Panel>
  );
}

function Sites({ href }: { href: string }) {
  const t = useText('sites');
  return (
    <Panel id="sites" title={t('team.title')}>
      <p className="measure">{t('team.text')}</p>
      <p>
        <a href={href}>{t('team.link')}</a>
      </p>
    </Panel>
  );
}
