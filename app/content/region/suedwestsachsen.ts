import type { Region } from './region.ts';

/**
 * Südwestsachsen: Vogtlandkreis, Erzgebirgskreis, Landkreis Zwickau and the city of Chemnitz. Check contacts before every
 * release; a date says that the entry agreed with published pages on that day, not that anybody called. The hotline is a number from the block that the Bundesnetzagentur keeps free for fiction: it reaches nobody.
 */
export const suedwestsachsen: Region = {
  id: 'suedwestsachsen',
  name: { de: 'Südwestsachsen', en: 'South-West Saxony' },
  wholeRegion: { de: 'Südwestsachsen', en: 'South-West Saxony' },
  zone: 'Europe/Berlin',
  holidays: { country: 'DE', state: 'SN' },
  association: {
    name: 'Südwestsachsen Digital',
    checkedOn: null,
    imprint: ['Anschrift: wird vor dem Betrieb eingetragen'],
  },
  districts: [
    {
      id: 'vogtlandkreis',
      name: { de: 'Vogtlandkreis', en: 'Vogtlandkreis' },
      centre: { town: 'Plauen', latitude: 50.4953, longitude: 12.1378 },
    },
    {
      id: 'erzgebirgskreis',
      name: { de: 'Erzgebirgskreis', en: 'Erzgebirgskreis' },
      centre: { town: 'Annaberg-Buchholz', latitude: 50.5797, longitude: 13.0028 },
    },
    {
      id: 'zwickau',
      name: { de: 'Landkreis Zwickau', en: 'Zwickau district' },
      centre: { town: 'Zwickau', latitude: 50.7189, longitude: 12.4939 },
    },
    {
      id: 'chemnitz',
      name: { de: 'Stadt Chemnitz', en: 'City of Chemnitz' },
      centre: { town: 'Chemnitz', latitude: 50.8323, longitude: 12.9253 },
    },
  ],
  travelMinutes: {
    vogtlandkreis: { vogtlandkreis: 20, erzgebirgskreis: 75, zwickau: 40, chemnitz: 60 },
    erzgebirgskreis: { vogtlandkreis: 75, erzgebirgskreis: 25, zwickau: 60, chemnitz: 45 },
    zwickau: { vogtlandkreis: 40, erzgebirgskreis: 60, zwickau: 15, chemnitz: 40 },
    chemnitz: { vogtlandkreis: 60, erzgebirgskreis: 45, zwickau: 40, chemnitz: 15 },
  },
  // Estimates for the usual road; to be measured before the rules are put into force.
  travelCheckedOn: null,
  neighbours: {
    vogtlandkreis: ['zwickau', 'erzgebirgskreis'],
    erzgebirgskreis: ['vogtlandkreis', 'zwickau', 'chemnitz'],
    zwickau: ['vogtlandkreis', 'erzgebirgskreis', 'chemnitz'],
    chemnitz: ['erzgebirgskreis', 'zwickau'],
  },
  hotline: 'network_hotline',
  dataProtectionAuthority: 'sdtb',
  contacts: [
    {
      id: 'network_hotline',
      role: 'network_hotline',
      name: { de: 'Notruf von Südwestsachsen Digital', en: 'Emergency line of Südwestsachsen Digital' },
      about: { de: 'Nimmt Ihre Meldung am Telefon auf und vermittelt einen Dienstleister.', en: 'Takes your report by phone and finds a provider.' },
      phone: { shown: '030 23125 110', dialled: '+493023125110' },
      hours: { de: 'rund um die Uhr', en: 'day and night' },
      email: null,
      web: null,
      address: null,
      checkedOn: null,
    },
    {
      id: 'emergency_112',
      role: 'emergency_services',
      name: { de: 'Notruf 112', en: 'Emergency number 112' },
      about: { de: 'Bei Gefahr für Menschen, vor allem anderen.', en: 'When people are in danger, before anything else.' },
      phone: { shown: '112', dialled: '112' },
      hours: { de: 'rund um die Uhr', en: 'day and night' },
      email: null,
      web: null,
      address: null,
      checkedOn: '2026-11-22',
    },
    {
      id: 'zac_sachsen',
      role: 'police_cybercrime',
      name: { de: 'Zentrale Ansprechstelle Cybercrime, Landeskriminalamt Sachsen', en: 'Central contact point for cybercrime, State Criminal Police Office of Saxony' },
      about: {
        de: 'Berät Unternehmen, Behörden und Vereine und nimmt Anzeigen auf.',
        en: 'Advises companies, authorities and associations and takes criminal complaints.',
      },
      phone: { shown: '0351 855-3226', dialled: '+493518553226' },
      hours: { de: 'Montag bis Freitag, 8 bis 16 Uhr; sonst über den Notruf 110', en: 'Monday to Friday, 8 am to 4 pm; otherwise call 110' },
      email: 'zac.lka@polizei.sachsen.de',
      web: null,
      address: null,
      checkedOn: '2026-11-22',
    },
    {
      id: 'sdtb',
      role: 'data_protection_authority',
      name: { de: 'Sächsische Datenschutz- und Transparenzbeauftragte', en: 'Saxon Data Protection and Transparency Commissioner' },
      about: {
        de: 'Hier melden Betriebe mit Sitz in Sachsen eine Datenpanne, möglichst binnen 72 Stunden.',
        en: 'Companies seated in Saxony report a data breach here, where feasible within 72 hours.',
      },
      phone: { shown: '0351 85471-101', dialled: '+4935185471101' },
      hours: null,
      email: 'post@sdtb.sachsen.de',
      web: 'https://www.datenschutz.sachsen.de/meldung-datenschutzverstoss-4133.html',
      address: 'Maternistraße 17, 01067 Dresden',
      checkedOn: '2026-11-22',
    },
    {
      id: 'bsi_network',
      role: 'federal_help',
      name: { de: 'Cyber-Sicherheitsnetzwerk des BSI', en: 'Cyber security network of the BSI' },
      about: {
        de: 'Kostenlose erste Einschätzung am Telefon und eine Liste von Helfern.',
        en: 'Free first assessment by phone and a list of helpers.',
      },
      phone: { shown: '0800 274 1000', dialled: '+498002741000' },
      // The hours are not confirmed by the authority's page and are left out; its mail address is for initiatives that join.
      hours: null,
      email: null,
      web: null,
      address: null,
      checkedOn: '2026-11-22',
    },
    {
      id: 'bsi_portal',
      role: 'federal_reporting',
      name: { de: 'Meldeportal des BSI', en: 'Reporting portal of the BSI' },
      about: {
        de: 'Meldungen nach dem BSI-Gesetz (NIS2), auch freiwillige.',
        en: 'Reports under the BSI act (NIS2), voluntary ones too.',
      },
      phone: null,
      hours: null,
      email: null,
      web: 'https://portal.bsi.bund.de',
      address: null,
      checkedOn: '2026-11-22',
    },
    {
      id: 'blocking_116116',
      role: 'blocking_number',
      name: { de: 'Sperr-Notruf 116 116', en: 'Blocking number 116 116' },
      about: {
        de: 'Sperrt Bankkarten, Online-Banking und SIM-Karten der teilnehmenden Anbieter.',
        en: 'Blocks bank cards, online banking and SIM cards of participating providers.',
      },
      phone: { shown: '116 116', dialled: '116116' },
      hours: { de: 'rund um die Uhr', en: 'day and night' },
      email: null,
      web: 'https://www.sperr-notruf.de',
      address: null,
      checkedOn: '2026-11-22',
    },
  ],
};
