import type { RefusalCode } from '#app/domain/result.ts';

/** One sentence for every refusal: what holds and what to do next. */
export const refusals = {
  not_signed_in: 'Bitte melden Sie sich an. Danach geht es hier weiter.',
  second_factor_missing: 'Bitte bestätigen Sie die Anmeldung mit Ihrem zweiten Faktor.',
  session_locked: 'Ihre Sitzung ist gesperrt, weil eine Weile nichts geschehen ist. Das Passwort öffnet sie wieder.',
  step_up_required: 'Dieser Schritt braucht noch einmal Ihren zweiten Faktor.',
  not_found: 'Diese Seite gibt es nicht, oder sie ist nicht für Sie freigegeben.',
  not_allowed: 'Dafür fehlt Ihnen die Berechtigung. Ihre Leitung kann sie vergeben.',
  invalid_input: 'Einige Angaben fehlen oder passen nicht. Sie stehen oben auf der Seite.',
  wrong_credentials: 'Die Angaben stimmen nicht überein. Bitte prüfen Sie E-Mail-Adresse, Passwort und Code.',
  code_already_used: 'Dieser Code wurde schon benutzt. Bitte warten Sie auf den nächsten, höchstens 30 Sekunden.',
  too_many_attempts: 'Es gab zu viele Versuche. Bitte warten Sie kurz und versuchen Sie es dann noch einmal.',
  link_expired: 'Dieser Link gilt nicht mehr. Sie können einen neuen anfordern.',
  already_taken: 'Jemand anderes war schneller. Hier ist nichts mehr zu tun.',
  conflict_of_versions: 'Inzwischen hat jemand anderes etwas geändert. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie dann.',
  wrong_state: 'Das ist im jetzigen Stand nicht möglich. Bitte laden Sie die Seite neu.',
  not_eligible: 'Dafür sind die Voraussetzungen zurzeit nicht erfüllt.',
  file_refused: 'Diese Datei nehmen wir nicht an. Erlaubt sind Bilder, PDF, E-Mails und Textdateien.',
  file_too_large: 'Die Datei ist zu groß. Bitte teilen Sie sie auf oder wählen Sie eine kleinere.',
  quota_exceeded: 'Die erlaubte Menge ist erreicht. Die Geschäftsstelle hilft Ihnen weiter.',
  key_missing: 'Dieser Inhalt ist versiegelt, und Ihnen fehlt der Schlüssel. Eine bestätigte Person aus Ihrem Betrieb kann ihn freigeben.',
  sealed_box_refused: 'Dieser Inhalt lässt sich nicht öffnen. Er wurde verändert oder gehört zu einem anderen Vorgang. Bitte rufen Sie uns an.',
  temporarily_unavailable: 'Das geht im Moment nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
} as const satisfies Record<RefusalCode, string>;
