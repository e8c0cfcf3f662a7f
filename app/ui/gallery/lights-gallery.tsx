import { LinkButton } from '../button/button.tsx';
import { BarTable } from '../chart/bar-table.tsx';
import { DeadlineClock } from '../deadline-clock/deadline-clock.tsx';
import { Figures } from '../facts/facts.tsx';
import { Lamp } from '../lamp/lamp.tsx';
import { Cols, Row, Stack } from '../layout/layout.tsx';
import { ScoreArc } from '../lights/score-arc.tsx';
import { StepLights } from '../lights/step-lights.tsx';
import { MeasureCard, Measures } from '../measure-card/measure-card.tsx';
import { Panel, Section } from '../panel/panel.tsx';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Radar, RadarLegend, RadarTable } from '../radar/radar.tsx';
import { TopicList } from '../topics/topic-list.tsx';
import { GallerySection } from './gallery-section.tsx';

const day = 24 * 60 * 60 * 1000;

const topics = [
  { key: 'access', label: 'Zugänge', value: 70, previous: 40 },
  { key: 'backup', label: 'Sicherung', value: 45, previous: 45 },
  { key: 'updates', label: 'Updates', value: 80, previous: 55 },
  { key: 'mail', label: 'E-Mail und Web', value: 75, previous: 60 },
  { key: 'network', label: 'Netz', value: 50, previous: 45 },
  { key: 'plan', label: 'Notfallplan', value: 25, previous: 10 },
  { key: 'people', label: 'Mitarbeitende', value: 65, previous: 30 },
  { key: 'cloud', label: 'Dienstleister', value: 60, previous: 45 },
];

/** Lights and figures: progress, score, time, topics, numbers. */
export function LightsGallery() {
  return (
    <>
      <GallerySection id="g-lights" title="Licht: Fortschritt, Stand, Zeit">
        <Row>
          <StepLights step={2} steps={6} title="Schritt 2 von 6" detail="Zeitpunkt" />
          <StepLights step={17} steps={36} title="Frage 17 von 36" detail="Datensicherung" />
          <StepLights step={24} steps={24} title="24 von 24" done />
        </Row>
        <Lamp id="g-next" level={3} light="left" eyebrow="Ihr nächster Schritt" title="Notfallplan auf einer Seite schreiben" side={<ScoreArc id="g-link" score={66} value="66" unit="von 100 Punkten" href="#ergebnis" />}>
          <p className="measure">Die Vorlage ist mit Ihren Angaben vorausgefüllt. Es fehlen noch drei Telefonnummern.</p>
          <Row tight>
            <LinkButton href="#weiter" arrow>Weiterschreiben</LinkButton>
            <LinkButton look="quiet" href="#spaeter">Heute nicht</LinkButton>
          </Row>
        </Lamp>
        <Lamp id="g-clocks" level={3} light="left" title="Fristen">
          <Cols split="6-6">
            <DeadlineClock name="NIS2, Frühwarnung an das BSI" state="running" left="15 Std. 20 Min." by="bis Fr., 20.11., 6:40 Uhr" periodMs={day} leftMs={day * 0.64} />
            <DeadlineClock name="DSGVO, Meldung an die Aufsicht" state="soon" badge="bald" left="3 Std. 5 Min." by="bis Fr., 20.11., 6:40 Uhr" periodMs={3 * day} leftMs={day * 0.13} />
            <DeadlineClock name="NIS2, Meldung" state="overdue" badge="Überfällig" left="seit 2 Std." by="bis Do., 19.11., 4:40 Uhr" periodMs={day} leftMs={-7_200_000} />
            <DeadlineClock name="Versicherung" state="done" left="Erledigt" by="am 20.11., 14:05 Uhr" periodMs={day} leftMs={0} small />
          </Cols>
        </Lamp>
      </GallerySection>

      <GallerySection id="g-result" title="Ergebnis">
        <Cols split="5-7" fill>
          <Lamp id="g-score" level={3} title="Gesamtpunkte" titleHidden dial>
            <ScoreArc id="g-score-arc" score={59} value="59" unit="von 100 Punkten" />
            <p>18 Punkte mehr als im November 2025.</p>
            <p>
              <LinkButton icon="download" href="#pdf">PDF für die Versicherung</LinkButton>
            </p>
          </Lamp>
          <section className="panel" aria-labelledby="g-radar-head">
            <div className="section-head">
              <h3 id="g-radar-head" className="t-4">Acht Themen im Vergleich</h3>
              <RadarLegend current="2026" previous="2025" />
            </div>
            <Radar id="g-radar" title="Netzdiagramm der acht Themen. Höchster Wert Updates mit 80, niedrigster Notfallplan mit 25 Punkten. Alle Werte stehen auch in der Tabelle darunter." topics={topics} />
            <Disclosure summary="Als Tabelle">
              <RadarTable id="g-radar-table" caption="Punkte je Thema" titles={{ topic: 'Thema', current: '2026', previous: '2025' }} none="keine Angabe" topics={topics} />
            </Disclosure>
          </section>
        </Cols>
        <Cols split="7-5">
          <Section id="g-measures" level={3} title="Die wichtigsten Maßnahmen" aside={<a href="#alle">Alle 11 Maßnahmen</a>}>
            <Measures>
              <MeasureCard level={4} title="Notfallplan auf einer Seite schreiben" meta={['Aufwand: 2 Stunden', 'Kosten: keine', 'Bringt 9 Punkte']}>
                Wer entscheidet, wen rufen wir an, was läuft ohne Computer weiter?
              </MeasureCard>
              <MeasureCard level={4} title="Rücksicherung testen" href="#m2" meta={['Aufwand: halber Tag']}>
                Einen Ordner aus der Sicherung zurückholen.
              </MeasureCard>
            </Measures>
          </Section>
          <Stack gap={5}>
            <Panel id="g-topics" level={3} title="Themen">
              <TopicList
                topics={[
                  { key: 'a', label: 'Notfallplan', note: 'Kritisch, 25', tone: 'danger', href: '#a' },
                  { key: 'b', label: 'Netz und Fernzugriff', note: 'Lücken, 50', tone: 'warn', href: '#b' },
                  { key: 'c', label: 'Updates und Systeme', note: 'Gut, 80', tone: 'ok', href: '#c' },
                ]}
              />
            </Panel>
            <Panel id="g-rail" level={3} title="Fortschritt der Themen">
              <TopicList
                ordered
                topics={[
                  { key: 'a', label: 'Zugänge und Passwörter', note: '4 von 4', tone: 'light', href: '#ra' },
                  { key: 'b', label: 'Datensicherung', note: '1 von 3', tone: 'light', href: '#rb', current: true },
                  { key: 'c', label: 'Updates und Systeme', note: '0 von 3', tone: 'off', href: '#rc' },
                  { key: 'd', label: 'Heute in Bereitschaft bis 20 Uhr', tone: 'ok' },
                ]}
              />
            </Panel>
          </Stack>
        </Cols>
      </GallerySection>

      <GallerySection id="g-figures" title="Zahlen">
        <Figures
          figures={[
            { key: 'a', value: '31', unit: 'Minuten', label: 'bis zum ersten Rückruf im Notfall' },
            { key: 'b', value: '38', label: 'zugelassene Dienstleister' },
            { key: 'c', value: '0', unit: 'Euro', label: 'für Meldung und Erste Hilfe' },
            { key: 'd', value: 'Versiegelt', label: 'Ihre Meldung öffnen nur Sie und Ihr Dienstleister' },
          ]}
        />
        <BarTable
          id="g-bars"
          caption="Arten von Vorfällen"
          labelTitle="Art"
          barTitle="Balken"
          valueTitle="Fälle"
          rows={[
            { key: 'a', label: 'Phishing und Kontoübernahme', value: 58, text: '58' },
            { key: 'b', label: 'Ransomware', value: 31, text: '31' },
            { key: 'c', label: 'Website oder Shop', value: null, text: 'unter 5' },
          ]}
        />
      </GallerySection>
    </>
  );
}
