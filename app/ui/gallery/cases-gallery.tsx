import { Badge, Severity } from '../badge/badge.tsx';
import { Board, BoardColumn, BoardTicket } from '../board/board.tsx';
import { Button, LinkButton } from '../button/button.tsx';
import { DataTable } from '../data-table/data-table.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { Facts } from '../facts/facts.tsx';
import { SelectField, TextArea } from '../field/field.tsx';
import { Cols, Filters, Paging, Stack } from '../layout/layout.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { MessageThread } from '../message-thread/message-thread.tsx';
import { Panel, Rows } from '../panel/panel.tsx';
import { TabLinks } from '../tab-links/tab-links.tsx';
import { StateLine, Timeline } from '../timeline/timeline.tsx';
import { Criterion, TaskList, WorkList } from '../work-list/work-list.tsx';
import { GallerySection } from './gallery-section.tsx';

const districts = [
  { name: 'Erzgebirgskreis', reports: 44, critical: '9', callback: '38 Min.' },
  { name: 'Zwickau', reports: 41, critical: '8', callback: '27 Min.' },
  { name: 'Chemnitz', reports: 36, critical: 'unter 5', callback: '22 Min.' },
];

/** Work on cases: header, states, tabs, messages, tables, board, lists. */
export function CasesGallery() {
  return (
    <>
      <GallerySection id="g-case" title="Fall">
        <StateLine
          label="Stand des Falls"
          steps={[
            { key: 'a', label: 'Gemeldet', state: 'done' },
            { key: 'b', label: 'Vermittelt', state: 'done' },
            { key: 'c', label: 'In Arbeit', state: 'now' },
            { key: 'd', label: 'Wieder\u00adanlauf', state: 'open' },
            { key: 'e', label: 'Abge\u00adschlossen', state: 'open' },
          ]}
        />
        <TabLinks
          label="Bereiche des Falls"
          tabs={[
            { href: '#ueberblick', label: 'Überblick', current: true },
            { href: '#nachrichten', label: 'Nachrichten', count: '2 neu' },
            { href: '#beweise', label: 'Beweise', count: 5 },
            { href: '#verlauf', label: 'Verlauf' },
            { href: '#berichte', label: 'Berichte' },
          ]}
        />
        <Cols split="8-4">
          <Stack gap={5}>
            <MessageThread
              label="Nachrichten"
              messages={[
                { key: '1', author: 'Robert Meinel', from: 'Silberader IT-Sicherheit', dateTime: '2026-11-19T15:04', time: '15:04 Uhr', body: 'Die Sicherung vom Dienstag ist sauber.\nWir können heute Abend beginnen.' },
                { key: '2', author: 'Anja Lorenz', from: 'Sie', dateTime: '2026-11-19T14:51', time: '14:51 Uhr', own: true, failed: 'Nicht gesendet. Der Text steht noch im Feld.', body: 'Foto vom Erpressertext ist hochgeladen.' },
              ]}
            />
            <form className="stack stack--3">
              <TextArea id="f-reply" name="reply" label="Antwort" rows={2} />
              <p>
                <Button type="button" look="secondary">Senden</Button>
              </p>
            </form>
            <TaskList
              tasks={[
                { key: '1', name: 'done', value: '1', label: 'Netz getrennt und bestätigt', note: '7:25 Uhr, R. Meinel', done: true },
                { key: '2', name: 'done', value: '2', label: 'Auftragsserver in getrenntem Netz aufsetzen', note: 'Freigabe liegt vor', badge: <Badge tone="warn">heute 18 Uhr</Badge> },
              ]}
            />
            <Criterion id="f-c1" name="c1" legend="Haftpflicht mit Cyber-Deckung, mindestens 3 Mio. Euro" evidence="Police_2026.pdf, gültig bis 31.12.2027" chosen="ok" options={[{ value: 'ok', label: 'Erfüllt' }, { value: 'more', label: 'Nachfordern' }, { value: 'no', label: 'Nein' }]} />
          </Stack>
          <Stack gap={5}>
            <Panel id="g-contact" level={3} title="Ihr Ansprechpartner">
              <p>
                <strong>Robert Meinel</strong>
              </p>
              <LinkButton look="secondary" block icon="phone" href="tel:+493023125144">030 23125 144</LinkButton>
            </Panel>
            <Panel id="g-history" level={3} title="Verlauf heute">
              <Timeline
                entries={[
                  { key: '1', dateTime: '2026-11-19T14:40', time: '14:40 Uhr', state: 'now', content: 'Sicherung geprüft, nicht befallen' },
                  { key: '2', dateTime: '2026-11-19T09:25', time: '9:25 Uhr', state: 'done', content: 'Silberader vor Ort' },
                  { key: '3', state: 'open', content: 'Bericht' },
                ]}
              />
            </Panel>
            <Panel id="g-facts" level={3} title="Stammdaten">
              <Facts facts={[{ key: 'a', term: 'Register', value: 'Handelsregister geprüft' }, { key: 'b', term: 'Kontakt', value: 'Tina Nestler' }, { key: 'c', term: 'Einsatz', value: 'Umkreis 80 km' }]} />
            </Panel>
            <WorkList
              id="g-works"
              title="Meine Fälle"
              works={[
                { key: '1', href: '#f1', title: 'Maschinenbau Wünsche', state: <Severity level={4}>Kritisch</Severity>, note: 'Frist in 15 Std. 20 Min.', current: true },
                { key: '2', href: '#f2', title: 'Gemeindeamt Lauterbach', state: <Severity level={3}>Hoch</Severity>, note: 'Wartet auf Protokolle' },
              ]}
            />
          </Stack>
        </Cols>
      </GallerySection>

      <GallerySection id="g-tables" title="Tabellen und Listen">
        <Filters>
          <SelectField id="f-district-filter" name="district" label="Landkreis" optional="alle möglich" empty="Alle" options={[{ value: 'z', label: 'Zwickau' }]} />
          <Button look="secondary">Filtern</Button>
        </Filters>
        <DataTable
          footer={<Paging label="Seiten der Tabelle" next={{ href: '#2', label: 'Nächste Seite' }}>Seite 1 von 5</Paging>}
          id="g-table"
          caption="Nach Landkreis"
          rows={districts}
          rowKey={(row) => row.name}
          columns={[
            { key: 'name', title: 'Landkreis', rowHeader: true, sort: { href: '#name', direction: 'ascending' }, cell: (row) => row.name },
            { key: 'reports', title: 'Meldungen', numeric: true, sort: { href: '#reports' }, cell: (row) => row.reports },
            { key: 'critical', title: 'davon kritisch', numeric: true, cell: (row) => row.critical },
            { key: 'callback', title: 'Rückruf, Median', numeric: true, cell: (row) => row.callback },
          ]}
        />
        <DataTable id="g-empty" caption="Leere Tabelle" rows={[] as { id: string }[]} rowKey={(row) => row.id} columns={[]} empty={<EmptyState title="Noch keine Einträge" />} />
        <Rows open items={[{ key: 'a', content: <strong>Handwerk und Handel</strong> }, { key: 'b', content: <strong>Industrie und Zulieferer</strong> }]} />
      </GallerySection>

      <GallerySection id="g-board" title="Disposition">
        <Board>
          <BoardColumn id="g-col-1" title="Neu" count={1}>
            <BoardTicket code="GL-2026-0152" severity={<Severity level={3}>Hoch</Severity>} title="Betrug mit Überweisung" href="#t1" place="Handel, Vogtlandkreis" wait="seit 6 Min." action={<LinkButton small look="secondary" href="#t1s">Sichten</LinkButton>} />
          </BoardColumn>
          <BoardColumn id="g-col-2" title="Angefragt" count={1}>
            <BoardTicket code="GL-2026-0150" severity={<Severity level={4}>Kritisch</Severity>} title="Dateien verschlüsselt, Erpressung" href="#t2" place="Öffentliche Verwaltung, Erzgebirgskreis" note="2 Anfragen abgelaufen" late wait="wartet seit 18 Min." action={<LinkButton small href="#t2n">Neu anfragen</LinkButton>} />
          </BoardColumn>
          <BoardColumn id="g-col-3" title="In Arbeit" count={0} empty="Zurzeit nichts." />
        </Board>
      </GallerySection>
    </>
  );
}

/** A sample case page's head; stands alone because it holds the page's h1. */
export function SampleCaseHeader() {
  return <PageHeader back={{ href: '#faelle', label: 'Fälle' }} kicker={<><span className="muted">GL-2026-0147</span><Severity level={4}>Kritisch</Severity></>} title="Verschlüsselung auf zwei Servern" tools={<LinkButton look="secondary" small icon="download" href="#pdf">Bericht als PDF</LinkButton>} />;
}
