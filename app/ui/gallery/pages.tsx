import { CheckYourAnswers } from '../answers/check-your-answers.tsx';
import { Button, LinkButton } from '../button/button.tsx';
import { Callout } from '../callout/callout.tsx';
import { RadioCards } from '../choices/choices.tsx';
import { ConfirmPage } from '../confirm/confirm.tsx';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { TextField } from '../field/field.tsx';
import { Figures } from '../facts/facts.tsx';
import { Doors, Hero, Path } from '../home/home.tsx';
import { Gate, Or } from '../layout/gate.tsx';
import { ActionBar, Cols, Main, Stack, Wrap } from '../layout/layout.tsx';
import { QuestionPage } from '../layout/question-page.tsx';
import { StepLights } from '../lights/step-lights.tsx';
import { SampleCaseHeader } from './cases-gallery.tsx';
import { DontList, FirstAidSteps, PrintCard } from '../emergency/first-aid-steps.tsx';
import { ThinFooter } from '../layout/footer.tsx';
import { Gallery, PublicFrame, SignedInFrame, EmergencyHeader } from './gallery.tsx';

/** Sample pages by name: the gallery and one page of each layout. */
export const samplePages = {
  gallery: { title: 'Bausteine', page: () => <Gallery /> },
  home: { title: 'Start', page: HomeSample },
  question: { title: 'Frage', page: QuestionSample },
  check: { title: 'Angaben prüfen', page: CheckSample },
  gate: { title: 'Anmelden', page: GateSample },
  confirm: { title: 'Rückfrage', page: ConfirmSample },
  case: { title: 'Fall', page: CaseSample },
  emergency: { title: 'Erste Hilfe', page: EmergencySample },
} as const;

export type SamplePageName = keyof typeof samplePages;

function HomeSample() {
  return (
    <PublicFrame kind="bare">
      <Hero title={<>Licht an, bevor<br />es dunkel wird.</>} lead="Sicherheit prüfen, Vorfälle melden, geprüfte Hilfe aus der Region bekommen. Vertraulich und für Betriebe kostenfrei." />
      <Wrap className="home stack stack--7">
        <Doors
          doors={[
            { href: '#notfall', icon: 'warning', emergency: true, title: 'Notfall melden', text: 'Angriff, Betrug, Datenverlust: Wir sagen Ihnen sofort, was zu tun ist. Ohne Anmeldung, rund um die Uhr, auch vom Handy.', go: 'Erste Schritte zeigen' },
            { href: '#pruefen', icon: 'lamp', title: 'Sicherheit prüfen', text: 'Fragen in klarer Sprache, in Ihrem Tempo. Danach wissen Sie, was als Nächstes zählt.', go: 'Prüfung beginnen' },
            { href: '#bewerben', icon: 'shield', title: 'Dienstleister werden', text: 'Helfen Sie Betrieben der Region. Wir prüfen Ihre Eignung und vermitteln passende Fälle.', go: 'Zulassung ansehen' },
          ]}
        />
        <section className="stack stack--5" aria-labelledby="h-trust">
          <h2 id="h-trust">Worauf Sie sich verlassen können</h2>
          <Figures figures={[{ key: 'a', value: '31', unit: 'Minuten', label: 'bis zum ersten Rückruf' }, { key: 'b', value: '0', unit: 'Euro', label: 'für Meldung und Erste Hilfe' }]} />
        </section>
        <section className="stack stack--5" aria-labelledby="h-path">
          <h2 id="h-path">Was nach Ihrer Meldung passiert</h2>
          <Path steps={[{ key: 'a', title: 'Sofort', text: 'Sie bekommen Handlungsschritte.' }, { key: 'b', title: 'Dann', text: 'Das Portal sucht passende Dienstleister.' }, { key: 'c', title: 'Danach', text: 'Ein Dienstleister ruft Sie zurück.' }, { key: 'd', title: 'Bis alles läuft', text: 'Fristen und Nachweise liegen an einem Ort.' }]} />
        </section>
      </Wrap>
    </PublicFrame>
  );
}

function QuestionSample() {
  return (
    <SignedInFrame flow>
      <QuestionPage
        steps={<StepLights step={6} steps={24} title="Frage 6 von 24" detail="Datensicherung" />}
        submit="Weiter"
        back={{ href: '#zurueck', label: 'Zurück' }}
        later={{ href: '#spaeter', label: 'Später weiter' }}
        help={<Disclosure summary="Warum das wichtig ist"><p>Eine Sicherung, die sich nicht zurückspielen lässt, hilft im Ernstfall nicht.</p></Disclosure>}
        asideLabel="Hinweise"
        aside={<Callout tone="light" title="Warum wir fragen">Viele Sicherungen wurden noch nie geprobt.</Callout>}
      >
        <RadioCards id="f-a" name="a" legendIsHeading legend="Haben Sie schon einmal ausprobiert, Ihre Daten aus der Sicherung zurückzuholen?" hint="Es zählt ein echter Versuch: mindestens ein Ordner, der danach wieder lief." chosen={['partly']} options={[{ value: 'yes', label: 'Ja, in den letzten zwölf Monaten', hint: 'Und wir haben es kurz aufgeschrieben' }, { value: 'partly', label: 'Ja, aber es ist länger her' }, { value: 'no', label: 'Nein, wir sichern nur' }, { value: 'unknown', label: 'Weiß ich nicht', hint: 'Wir merken die Frage für Ihren IT-Betreuer vor' }]} />
      </QuestionPage>
    </SignedInFrame>
  );
}

function CheckSample() {
  return (
    <SignedInFrame>
      <CheckYourAnswers steps={<StepLights step={8} steps={8} title="Schritt 8 von 8" detail="Prüfen" />} title="Stimmt alles?" lead="Sie können jede Angabe noch ändern." rows={[{ key: 'what', question: 'Was ist passiert?', answer: 'Dateien gehen nicht mehr auf', change: { href: '#aendern', label: 'Ändern' } }]} next={<Callout title="Was danach passiert">Das Portal sucht sofort passende Hilfe.</Callout>} submit="Meldung absenden" back={{ href: '#zurueck', label: 'Zurück' }} />
    </SignedInFrame>
  );
}

function GateSample() {
  return (
    <PublicFrame kind="gate">
      <Gate words="Zwei Schlösser für Ihre Fälle: etwas, das Sie wissen, und etwas, das Sie haben.">
        <div className="stack stack--3">
          <StepLights step={2} steps={2} title="Schritt 2 von 2" detail="Zweiter Faktor" />
          <h1>Bestätigen Sie, dass Sie es sind</h1>
        </div>
        <form className="stack stack--4">
          <TextField id="f-code" name="code" label="Sechsstelliger Code" hint="Aus Ihrer Authenticator-App. Er wechselt alle 30 Sekunden." width="code" inputMode="numeric" autoComplete="one-time-code" />
          <Button type="button" block>Anmelden</Button>
        </form>
        <Or>oder</Or>
        <LinkButton look="secondary" block icon="passkey" href="#passkey">Mit Passkey anmelden</LinkButton>
      </Gate>
    </PublicFrame>
  );
}

function ConfirmSample() {
  return (
    <SignedInFrame>
      <ConfirmPage title="Fall wirklich abgeben?" consequences={<p>Der Betrieb und die Geschäftsstelle werden sofort informiert. Ihre Einträge bleiben erhalten.</p>} confirm="Fall abgeben" cancel={{ href: '#behalten', label: 'Behalten' }} />
    </SignedInFrame>
  );
}

function CaseSample() {
  return (
    <SignedInFrame>
      <Wrap className="stack stack--6">
        <SampleCaseHeader />
      </Wrap>
    </SignedInFrame>
  );
}

function EmergencySample() {
  return (
    <>
      <EmergencyHeader />
      <Main>
        <Wrap>
          <Cols split="8-4">
            <Stack gap={5}>
              <div className="stack stack--2">
                <p className="t-2 no-print">
                  <a className="back" href="#anders">Anderer Vorfall?</a>
                </p>
                <h1>Dateien verschlüsselt? Sechs Schritte, jetzt.</h1>
                <p className="t-4 measure">Atmen Sie durch. Das dauert rund zehn Minuten, in dieser Reihenfolge. Zu zweit geht es leichter.</p>
              </div>
              <FirstAidSteps
                steps={[
                  { key: '1', title: 'Netz trennen', text: 'Netzwerkkabel ziehen, WLAN ausschalten. Auch am Router und am Server.', doneLabel: 'Schritt 1 erledigt' },
                  { key: '2', title: 'Geräte anlassen', text: 'Nicht ausschalten, nicht neu starten. Im Speicher liegen Spuren.', exception: 'Ausnahme: Es wird sichtbar weiter verschlüsselt. Dann Strom weg.', doneLabel: 'Schritt 2 erledigt' },
                  { key: '3', title: 'Sicherungen retten', text: 'Externe Festplatten und Bänder abziehen. Cloud-Sicherung anhalten.', doneLabel: 'Schritt 3 erledigt' },
                  { key: '4', title: 'Bildschirm fotografieren', text: 'Mit dem Handy: Erpressertext, Dateinamen, Uhrzeit.', doneLabel: 'Schritt 4 erledigt' },
                  { key: '5', title: 'Alle im Betrieb warnen', text: 'Persönlich oder am Telefon, nicht per E-Mail.', doneLabel: 'Schritt 5 erledigt' },
                  { key: '6', title: 'Hilfe anfordern', text: 'Melden Sie den Vorfall hier. Acht kurze Fragen.', doneLabel: 'Schritt 6 erledigt' },
                ]}
              />
              <ActionBar stick>
                <LinkButton href="#melden" arrow>Hilfe anfordern</LinkButton>
                <LinkButton look="secondary" icon="phone" href="tel:+493023125110">Anrufen</LinkButton>
              </ActionBar>
            </Stack>
            <Stack gap={5}>
              <DontList id="dont" title="Bitte nicht" items={[{ key: '1', text: 'Kein Lösegeld zahlen und nicht antworten' }, { key: '2', text: 'Nichts löschen, nichts neu installieren' }, { key: '3', text: 'Kein Administrator-Passwort eingeben' }]} />
              <PrintCard id="card" title="Notfallkarte" lead="Ausdrucken und neben das Telefon hängen." steps={[{ key: '1', text: 'Netz trennen' }, { key: '2', text: 'Geräte anlassen' }, { key: '3', text: '030 23125 110 anrufen' }]} blanks={[{ key: 'it', label: 'Unser IT-Betreuer, Telefon' }]} action={<LinkButton small look="secondary" icon="printer" href="#pdf">Karte als PDF</LinkButton>} />
            </Stack>
          </Cols>
        </Wrap>
      </Main>
      <ThinFooter links={[{ href: '#datenschutz', label: 'Datenschutz' }, { href: '#impressum', label: 'Impressum' }, { href: '#en', label: 'English', lang: 'en', onlyNarrow: true }]} />
    </>
  );
}
