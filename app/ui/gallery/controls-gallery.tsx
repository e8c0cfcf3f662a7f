import { Answers } from '../answers/answers.tsx';
import { LongWork } from '../answers/long-work.tsx';
import { Badge, Severity } from '../badge/badge.tsx';
import { Button, LinkButton } from '../button/button.tsx';
import { Callout } from '../callout/callout.tsx';
import { ErrorSummary } from '../callout/error-summary.tsx';
import { Flash } from '../callout/flash.tsx';
import { Checkbox, CheckboxList, RadioCards, Segment } from '../choices/choices.tsx';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { DateTimeField } from '../field/date-time-field.tsx';
import { SelectField, TextArea, TextField } from '../field/field.tsx';
import { ReaderNote } from '../field/reader-note.tsx';
import { FileDrop } from '../file-drop/file-drop.tsx';
import { choiceProps, fieldProps, summaryOf } from '../form/form-state.ts';
import type { FormState } from '../form/form-state.ts';
import { Icon, iconNames } from '../icon/icon.tsx';
import { Cols, Row, Stack } from '../layout/layout.tsx';
import { QrCode, Secret } from '../secret/secret.tsx';
import { GallerySection } from './gallery-section.tsx';

const sample: FormState = {
  values: { name: 'Tischlerei Seidel', phone: '0371', date: '2026-12-19', time: '06:40', systems: ['server'], backup: 'partly', judged: 'more' },
  errors: { phone: ['In der Nummer fehlen Ziffern. Beispiel: 030 23125 171'], date: ['Das Datum liegt in der Zukunft. Heute ist der 19.11.2026.'], terms: ['Bitte bestätigen, damit es weitergeht.'], mood: ['Bitte eine Antwort wählen.'] },
};

/** Buttons, fields, choices, remarks. */
export function ControlsGallery() {
  return (
    <>
      <GallerySection id="g-buttons" title="Schaltflächen">
        <Row>
          <Button type="button" arrow>Weiter</Button>
          <Button type="button" look="secondary">Ablehnen</Button>
          <LinkButton look="quiet" href="#g-buttons">Zurück</LinkButton>
          <LinkButton look="emergency" icon="warning" href="#notfall">Notfall</LinkButton>
        </Row>
        <Row>
          <Button type="button" busy>Wird gesendet</Button>
          <Button type="button" disabled>Nicht verfügbar</Button>
          <Button type="button" look="secondary" small icon="download">CSV</Button>
        </Row>
      </GallerySection>

      <GallerySection id="g-icons" title="Zeichen">
        <ul className="row" aria-label="Zeichen">
          {iconNames.map((name) => (
            <li key={name} className="row row--tight t-2">
              <Icon name={name} /> <span lang="en">{name}</span>
            </li>
          ))}
        </ul>
      </GallerySection>

      <GallerySection id="g-fields" title="Felder">
        <ErrorSummary title="Vier Angaben fehlen oder passen nicht" errors={summaryOf(sample, ['phone', 'date', 'mood', 'terms'])} />
        <Cols split="6-6">
          <Stack gap={5}>
            <TextField {...fieldProps(sample, 'name')} label="Name des Betriebs" hint="So wie im Handelsregister oder im Briefkopf." autoComplete="organization" />
            <TextField {...fieldProps(sample, 'phone')} label="Telefon für den Rückruf" type="tel" autoComplete="tel" />
            <SelectField {...fieldProps(sample, 'district')} label="Landkreis" empty="Bitte wählen" options={[{ value: 'v', label: 'Vogtlandkreis' }, { value: 'e', label: 'Erzgebirgskreis' }]} />
            <TextArea {...fieldProps(sample, 'note')} label="Notiz für Sie und Ihr Team" optional="freiwillig" />
            <TextField {...fieldProps(sample, 'code')} label="Sechsstelliger Code" hint="Aus Ihrer Authenticator-App." width="code" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            <TextField {...fieldProps(sample, 'locked')} defaultValue="Nicht änderbar" label="Gesperrtes Feld" disabled optional="freiwillig" />
          </Stack>
          <Stack gap={5}>
            <DateTimeField legend="Bemerkt am" date={{ ...fieldProps(sample, 'date'), label: 'Datum' }} time={{ ...fieldProps(sample, 'time'), label: 'Uhrzeit' }} max="2026-11-19" />
            <CheckboxList {...choiceProps(sample, 'systems')} legend="Was ist betroffen?" options={[{ value: 'server', label: 'Server' }, { value: 'mail', label: 'E-Mail', hint: 'Postfächer oder der Versand' }, { value: 'shop', label: 'Shop', disabled: true }]} />
            <RadioCards {...choiceProps(sample, 'backup')} legend="Gibt es eine Sicherung?" hint="Es zählt ein echter Versuch." options={[{ value: 'yes', label: 'Ja' }, { value: 'partly', label: 'Teilweise' }, { value: 'unknown', label: 'Weiß ich nicht', hint: 'Wir merken die Frage für Ihren IT-Betreuer vor' }]} />
            <RadioCards {...choiceProps(sample, 'mood')} legend="Läuft die Arbeit?" options={[{ value: 'yes', label: 'Ja' }, { value: 'no', label: 'Nein' }]} />
            <Segment {...choiceProps(sample, 'judged')} legend="Urteil" options={[{ value: 'ok', label: 'Erfüllt' }, { value: 'more', label: 'Nachfordern' }, { value: 'no', label: 'Nein' }]} />
            <Checkbox id="f-terms" name="terms" label="Kein Interessenkonflikt" hint="Wir waren an der betroffenen Technik nicht beteiligt." error="Bitte bestätigen, damit es weitergeht." />
            <Checkbox id="f-guess" name="guess" label="Die Uhrzeit ist geschätzt" plain checked />
            <FileDrop id="f-file" name="file" label="Datei hinzufügen" hint="Bilder, PDF, E-Mails, Textdateien" multiple action={<Button look="secondary" small>Hochladen</Button>} />
            <FileDrop id="f-file-2" name="file2" label="Nachweis" error="Die Datei ist zu groß." />
          </Stack>
        </Cols>
      </GallerySection>

      <GallerySection id="g-remarks" title="Hinweise">
        <Flash>Gespeichert.</Flash>
        <Flash tone="danger">Nicht gespeichert. Bitte versuchen Sie es noch einmal.</Flash>
        <Cols split="6-6">
          <Callout title="Gut zu wissen">Sie können jede Frage später ändern.</Callout>
          <Callout tone="warn" title="Frist läuft">Der Bericht ist am 24. November fällig.</Callout>
          <Callout tone="danger" title="Nicht zugestellt">Die Nachricht steht noch im Feld.</Callout>
          <Callout tone="ok" title="Angekommen">Die Geschäftsstelle hat Ihre Meldung um 6:52 Uhr erhalten.</Callout>
          <Callout tone="light" icon="clock" title="Warum wir fragen">Ab diesem Zeitpunkt zählen gesetzliche Fristen.</Callout>
        </Cols>
      </GallerySection>

      <GallerySection id="g-marks" title="Dringlichkeit und Kennzeichen">
        <Row>
          <Severity level={4}>Kritisch</Severity>
          <Severity level={3}>Hoch</Severity>
          <Severity level={2}>Mittel</Severity>
          <Severity level={1}>Niedrig</Severity>
        </Row>
        <Row>
          <Badge tone="ok">Abgeschlossen</Badge>
          <Badge tone="info">In Arbeit</Badge>
          <Badge tone="warn">bis 28.11.</Badge>
          <Badge tone="danger">Überfällig</Badge>
          <Badge tone="light">plus 7 Punkte</Badge>
          <Badge>Entwurf</Badge>
        </Row>
      </GallerySection>

      <GallerySection id="g-secret" title="Codes und Leser">
        <ReaderNote sealed>Versiegelt. Lesen können das nur Ihr Betrieb und der Dienstleister, den Sie freigeben.</ReaderNote>
        <ReaderNote>Diese Angabe sieht auch die Geschäftsstelle.</ReaderNote>
        <Cols split="6-6">
          <Stack gap={3}>
            <Secret label="Wiederherstellungscode" groups={['7K4M', '29QX', 'M3TW', 'A8PD', 'ZZ61', '0HVR', 'C5NE', 'Y2JB']} />
            <Secret words label="Vorschlag für ein Passwort" groups={['Lampe', 'Kiesel', 'Brücke', 'Montag', 'Feder']} />
          </Stack>
          <QrCode title="QR-Code für die Authenticator-App" rows={['1110111', '1010101', '1110111', '0001000', '1110110', '1010011', '1110101']} />
        </Cols>
      </GallerySection>

      <GallerySection id="g-check" title="Angaben prüfen, lange Arbeit, leerer Zustand">
        <Answers
          rows={[
            { key: 'what', question: 'Was ist passiert?', answer: 'Dateien gehen nicht mehr auf', change: { href: '#g-check', label: 'Ändern' } },
            { key: 'when', question: 'Bemerkt', answer: '19. November 2026, etwa 6:40 Uhr', change: { href: '#g-check', label: 'Ändern' } },
          ]}
        />
        <LongWork id="g-work" level={3} title="Ihr Nachweis wird erstellt" label="Fortschritt" value={4} max={6} done="4 von 6 Seiten">
          Das dauert noch etwa 10 Sekunden. Die Seite lädt sich selbst neu. Sie dürfen sie schließen.
        </LongWork>
        <EmptyState title="Noch keine Fälle" action={<LinkButton look="secondary" small href="#karte">Notfallkarte drucken</LinkButton>}>
          Das ist eine gute Nachricht. Meldungen erscheinen hier, sobald Sie eine absenden.
        </EmptyState>
        <div>
          <Disclosure summary="Warum das wichtig ist">
            <p>Eine Sicherung, die sich nicht zurückspielen lässt, hilft im Ernstfall nicht.</p>
          </Disclosure>
          <Disclosure summary="So finden Sie es heraus" open>
            <p>Bitten Sie die Person, die Ihre Sicherung betreut, einen Ordner wiederherzustellen.</p>
          </Disclosure>
        </div>
      </GallerySection>
    </>
  );
}
