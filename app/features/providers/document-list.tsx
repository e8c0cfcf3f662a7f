import { useFormat, useText } from '#app/content/use-text.tsx';
import type { DocumentView } from './document-view.ts';

/** Documents of one proof as links that save them. Withdrawn ones follow, as long as they are kept. */
export function DocumentList({ documents, href }: { documents: readonly DocumentView[]; href: (documentId: string) => string }) {
  const t = useText('providers');
  const format = useFormat();
  const shown = [...documents.filter((one) => one.withdrawnAt === null), ...documents.filter((one) => one.withdrawnAt !== null)];
  if (shown.length === 0) return null;
  return (
    <ul className="stack stack--1">
      {shown.map((document) => (
        <li key={document.id}>
          {document.kept ? (
            <a className="msg__body" href={href(document.id)} download>
              {document.name}
            </a>
          ) : (
            <span className="msg__body">{document.name}</span>
          )}{' '}
          <span className="muted t-2" title={document.sha256}>
            {document.withdrawnAt === null
              ? t('documents.handedIn', { size: format.fileSize(document.size), date: format.date(document.at) })
              : t('documents.withdrawn', { size: format.fileSize(document.size), date: format.date(document.withdrawnAt) })}
            , {t('documents.hash', { short: document.sha256.slice(0, 12) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
