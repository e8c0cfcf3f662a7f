export type LanguageChoice = {
  /** Language code, for instance `de`. */
  code: string;
  /** Short form shown, for instance `DE`. */
  short: string;
  /** Name of the language in that language, read aloud. */
  name: string;
  /** The same page in that language. */
  href: string;
  current: boolean;
};

/** Links to the same page in the other languages. */
export function LanguageSwitch({ label, languages, onlyWide }: { label: string; languages: readonly LanguageChoice[]; /** Hides it on phones, where the footer has it. */ onlyWide?: boolean }) {
  return (
    <div className={onlyWide ? 'lang hide-s' : 'lang'} role="group" aria-label={label}>
      {languages.map((language) =>
        language.current ? (
          <span key={language.code} lang={language.code} aria-current="true">
            <span aria-hidden="true">{language.short}</span>
            <span className="vh">{language.name}</span>
          </span>
        ) : (
          <a key={language.code} href={language.href} lang={language.code} hrefLang={language.code}>
            <span aria-hidden="true">{language.short}</span>
            <span className="vh">{language.name}</span>
          </a>
        ),
      )}
    </div>
  );
}
