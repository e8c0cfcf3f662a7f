import { useFormat, useText } from '#app/content/use-text.tsx';
import { Badge } from '#app/ui/badge/badge.tsx';
import { Button, LinkButton } from '#app/ui/button/button.tsx';
import { Rows } from '#app/ui/panel/panel.tsx';
import type { DossierView, LinkView } from './view.ts';

/** Issued documents, one under the other: what it is, who issued it when, how a reader recognises it, what to do. */
export function DossierRows({ dossiers }: { dossiers: readonly DossierView[] }) {
  return <Rows items={dossiers.map((one) => ({ key: one.id, content: <DossierRow dossier={one} /> }))} />;
}

function DossierRow({ dossier }: { dossier: DossierView }) {
  const t = useText('dossiers');
  const format = useFormat();
  const about = dossier.caseReference !== null ? t('pages.documents.ofCase', { reference: dossier.caseReference }) : dossier.closedAt === null ? null : t('pages.documents.ofAssessment', { date: format.date(dossier.closedAt) });
  return (
    <div className="row row--apart">
      <div className="stack stack--1">
        <p>
          <strong>{t(`pages.kinds.${dossier.kind}`)}</strong>
          {about === null ? null : `, ${about}`}
        </p>
        <p className="t-2">
          {dossier.number} · {t(`pages.languages.${dossier.locale}`)} · {format.dateTime(dossier.issuedAt)} {t('pages.documents.by', { name: dossier.issuedBy ?? t('pages.documents.unknownPerson') })}
        </p>
        <p className="muted t-2">
          {t('pages.documents.hash')}: <code translate="no">{dossier.sha256}</code>
        </p>
      </div>
      <div className="row row--tight no-print">
        {dossier.shareHref === null ? null : (
          <LinkButton look="secondary" small href={dossier.shareHref}>
            {t('pages.documents.share')}
          </LinkButton>
        )}
        <LinkButton look="quiet" small href={dossier.againHref}>
          {t('pages.documents.again')}
        </LinkButton>
      </div>
    </div>
  );
}

const toneOf = { active: 'ok', expired: 'neutral', revoked: 'neutral' } as const;

/** Share links with what became of them; those that hold can be ended. */
export function LinkRows({ links, formToken, action }: { links: readonly LinkView[]; formToken: string; action: string }) {
  return <Rows items={links.map((link) => ({ key: link.id, content: <LinkRow link={link} formToken={formToken} action={action} /> }))} />;
}

function LinkRow({ link, formToken, action }: { link: LinkView; formToken: string; action: string }) {
  const t = useText('dossiers');
  const format = useFormat();
  return (
    <div className="row row--apart">
      <div className="stack stack--1">
        <p className="row row--tight">
          <strong>{link.number}</strong>
          <Badge tone={toneOf[link.state]}>{t(`pages.share.states.${link.state}`)}</Badge>
        </p>
        <p className="t-2">
          {t('pages.share.created')} {format.dateTime(link.createdAt)} {t('pages.documents.by', { name: link.createdBy ?? t('pages.documents.unknownPerson') })} · {t('pages.share.until', { moment: format.dateTime(link.expiresAt) })}
        </p>
        <p className="muted t-2">
          {t('pages.share.opened')}: {t('pages.share.openedCount', { count: link.openedCount })}
          {link.lastOpenedAt === null ? null : `, ${t('pages.share.lastOpened', { moment: format.dateTime(link.lastOpenedAt) })}`}
        </p>
      </div>
      {link.state === 'active' ? (
        <form method="post" action={action} className="no-print">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="intent" value="revoke" />
          <input type="hidden" name="linkId" value={link.id} />
          <Button look="secondary" small>
            {t('pages.share.revoke')}
            <span className="vh"> {t('pages.share.revokeLabel', { number: link.number })}</span>
          </Button>
        </form>
      ) : null}
    </div>
  );
}
