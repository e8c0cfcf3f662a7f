import { CallBar, TriageList } from '../emergency/triage-list.tsx';
import { DontList, FirstAidSteps, PrintCard } from '../emergency/first-aid-steps.tsx';
import { LinkButton } from '../button/button.tsx';
import { Cols, Stack } from '../layout/layout.tsx';
import { GallerySection } from './gallery-section.tsx';

/** Emergency pages: what happened, what to do, what to hang up. */
export function EmergencyGallery() {
  return (
    <GallerySection id="g-emergency" title="Notfall">
      <TriageList
        three
        entries={[
          { href: '#ransomware', icon: 'lock', title: 'Dateien gehen nicht mehr auf', hint: 'Auf dem Bildschirm steht eine Erpressung' },
          { href: '#phishing', icon: 'mail', title: 'Auf falschen Link geklickt', hint: 'Passwort eingegeben oder Anhang geöffnet' },
          { href: '#unsure', icon: 'question', title: 'Etwas stimmt nicht', hint: 'Ich kann es nicht zuordnen', unsure: true },
        ]}
      />
      <Cols split="6-6">
        <CallBar text="Lieber sprechen?" hint="Rund um die Uhr, auch am Wochenende" href="tel:+493023125110" label="030 23125 110" phone />
        <CallBar text="Schon gemeldet?" hint="Mit Ihrem Meldecode weitermachen" href="#meldung" label="Code eingeben" />
      </Cols>
      <Cols split="8-4">
        <FirstAidSteps
          steps={[
            { key: '1', title: 'Netz trennen', text: 'Netzwerkkabel ziehen, WLAN ausschalten.', doneLabel: 'Schritt 1 erledigt' },
            { key: '2', title: 'Geräte anlassen', text: 'Nicht ausschalten, nicht neu starten.', exception: 'Ausnahme: Es wird sichtbar weiter verschlüsselt.', doneLabel: 'Schritt 2 erledigt' },
          ]}
        />
        <Stack gap={5}>
          <DontList id="g-dont" title="Bitte nicht" items={[{ key: '1', text: 'Kein Lösegeld zahlen und nicht antworten' }, { key: '2', text: 'Nichts löschen, nichts neu installieren' }]} />
          <PrintCard
            id="g-card"
            title="Notfallkarte"
            lead="Ausdrucken und neben das Telefon hängen."
            steps={[{ key: '1', text: 'Netz trennen' }, { key: '2', text: '030 23125 110 anrufen' }]}
            blanks={[{ key: 'it', label: 'Unser IT-Betreuer, Telefon' }, { key: 'who', label: 'Wer entscheidet bei uns?', value: 'Katrin Seidel' }]}
            action={<LinkButton small look="secondary" icon="printer" href="#karte.pdf">Karte als PDF</LinkButton>}
          />
        </Stack>
      </Cols>
    </GallerySection>
  );
}
