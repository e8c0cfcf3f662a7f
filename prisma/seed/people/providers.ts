import type { DemoProvider } from '../demo-types.ts';
import { everyKind, forensicKinds, industryKinds, officeKinds, privacyKinds, webKinds } from './provider-kinds.ts';

/** The 14 firms that help, or want to. Their approvals come about in prisma/seed/stories/vetting.ts. */
export const providers: readonly DemoProvider[] = [
  {
    key: 'silberader', name: 'Silberader IT-Sicherheit GmbH', town: 'Chemnitz', district: 'chemnitz', kind: 'business', sector: 'J', size: 'small', since: 126,
    people: [
      { key: 'robert-meinel', name: 'Robert Meinel', email: 'r.meinel@silberader.example', role: 'provider.admin' },
      { key: 'jule-roscher', name: 'Jule Roscher', email: 'j.roscher@silberader.example', role: 'provider.responder' },
    ],
    standing: 'approved', districts: ['vogtlandkreis', 'erzgebirgskreis', 'zwickau', 'chemnitz'], languages: ['de', 'en'], onSite: true, capacity: 24, responseClass: 'emergency',
    capabilities: [{ kinds: everyKind, level: 3 }], duty: 'always', panels: ['Sächsische Gewerbeversicherung', 'Muldenland Versicherung'],
    about: 'Zwölf Leute, seit 2009 in Chemnitz. Wir helfen nach Angriffen, stellen wieder her und sichern Beweise.',
  },
  {
    key: 'muldenblick', name: 'Muldenblick IT', town: 'Zwickau', district: 'zwickau', kind: 'business', sector: 'J', size: 'small', since: 124,
    people: [
      { key: 'steffen-krah', name: 'Steffen Krah', email: 's.krah@muldenblick.example', role: 'provider.admin' },
      { key: 'nadja-seifert', name: 'Nadja Seifert', email: 'n.seifert@muldenblick.example', role: 'provider.responder' },
    ],
    standing: 'approved', districts: ['zwickau', 'chemnitz', 'vogtlandkreis'], languages: ['de', 'en'], onSite: true, capacity: 18, responseClass: 'emergency',
    capabilities: [{ kinds: everyKind, level: 3 }], duty: 'always', panels: ['Muldenland Versicherung'],
    about: 'Systemhaus mit acht Leuten. Notdienst rund um die Uhr für Betriebe zwischen Mulde und Pleiße.',
  },
  {
    key: 'goeltzschtal', name: 'Göltzschtal Systemhaus', town: 'Rodewisch', district: 'vogtlandkreis', kind: 'business', sector: 'J', size: 'small', since: 123,
    people: [
      { key: 'ingo-petzold', name: 'Ingo Petzold', email: 'i.petzold@goeltzschtal-systemhaus.example', role: 'provider.admin' },
      { key: 'mandy-kaiser', name: 'Mandy Kaiser', email: 'm.kaiser@goeltzschtal-systemhaus.example', role: 'provider.responder' },
    ],
    standing: 'approved', districts: ['vogtlandkreis', 'zwickau'], languages: ['de'], onSite: true, capacity: 14, responseClass: 'fast',
    capabilities: [{ kinds: everyKind, level: 2 }], duty: 'long_days', panels: [],
    about: 'Seit 1994 für Handwerk und Handel im Vogtland. Server, Kassen, Telefonanlagen und schnelle Hilfe vor Ort.',
  },
  {
    key: 'taktnetz', name: 'Takt & Netz Industrie-IT', town: 'Zwickau', district: 'zwickau', kind: 'business', sector: 'J', size: 'small', since: 122,
    people: [
      { key: 'falk-hempel', name: 'Falk Hempel', email: 'f.hempel@takt-und-netz.example', role: 'provider.admin' },
    ],
    standing: 'approved', districts: ['vogtlandkreis', 'erzgebirgskreis', 'zwickau', 'chemnitz'], languages: ['de', 'en'], onSite: true, capacity: 16, responseClass: 'emergency',
    capabilities: [{ kinds: industryKinds, level: 3 }, { kinds: ['advice', 'vulnerability_found'], level: 2 }], duty: 'always', panels: [],
    about: 'Wir kennen Steuerungen und Anlagen. Hilfe, wenn die Fertigung steht.',
  },
  {
    key: 'chemnitztal', name: 'Chemnitztal Netzwerke', town: 'Chemnitz', district: 'chemnitz', kind: 'business', sector: 'J', size: 'micro', since: 121,
    people: [
      { key: 'yvonne-barth', name: 'Yvonne Barth', email: 'y.barth@chemnitztal.example', role: 'provider.admin' },
    ],
    standing: 'approved', districts: ['chemnitz', 'erzgebirgskreis'], languages: ['de'], onSite: true, capacity: 10, responseClass: 'fast',
    capabilities: [{ kinds: everyKind, level: 2 }], duty: 'office_hours', panels: ['Sächsische Gewerbeversicherung'],
    about: 'Netze, Firewalls und Microsoft 365 für kleine Betriebe.',
  },
  {
    key: 'spitzenwerk', name: 'Spitzenwerk IT', town: 'Plauen', district: 'vogtlandkreis', kind: 'business', sector: 'J', size: 'micro', since: 120,
    people: [
      { key: 'alexander-wirth', name: 'Alexander Wirth', email: 'a.wirth@spitzenwerk.example', role: 'provider.admin' },
    ],
    standing: 'approved', districts: ['vogtlandkreis'], languages: ['de', 'en'], onSite: true, capacity: 8, responseClass: 'standard',
    capabilities: [{ kinds: officeKinds, level: 2 }], duty: 'office_hours', panels: [],
    about: 'Vier Leute in Plauen, spezialisiert auf Kanzleien und Praxen.',
  },
  {
    key: 'huthaus', name: 'Huthaus IT', town: 'Schneeberg', district: 'erzgebirgskreis', kind: 'business', sector: 'J', size: 'micro', since: 119,
    people: [
      { key: 'gerd-loetzsch', name: 'Gerd Lötzsch', email: 'g.loetzsch@huthaus.example', role: 'provider.admin' },
    ],
    standing: 'approved_with_conditions', districts: ['erzgebirgskreis', 'zwickau'], languages: ['de'], onSite: true, capacity: 8, responseClass: 'fast',
    capabilities: [{ kinds: everyKind, level: 2 }], duty: 'long_days', panels: [],
    about: 'Zu dritt in Schneeberg. Werkstätten, Pensionen und Vereine im Westerzgebirge.',
  },
  {
    key: 'pleissental', name: 'Pleißental Computerservice', town: 'Werdau', district: 'zwickau', kind: 'business', sector: 'J', size: 'micro', since: 150,
    people: [
      { key: 'heiko-rau', name: 'Heiko Rau', email: 'h.rau@pleissental.example', role: 'provider.admin' },
    ],
    standing: 'expiring', districts: ['zwickau'], languages: ['de'], onSite: true, capacity: 6, responseClass: 'standard',
    capabilities: [{ kinds: officeKinds, level: 2 }], duty: 'office_hours', panels: [],
    about: 'Computer, Drucker, Sicherungen. Persönlich und in der Nähe.',
  },
  {
    key: 'kobaltgrund', name: 'Kobaltgrund Forensik GmbH', town: 'Marienberg', district: 'erzgebirgskreis', kind: 'business', sector: 'J', size: 'small', since: 30,
    people: [
      { key: 'tina-nestler', name: 'Tina Nestler', email: 't.nestler@kobaltgrund.example', role: 'provider.admin' },
    ],
    standing: 'in_review', districts: ['erzgebirgskreis', 'chemnitz'], languages: ['de', 'en'], onSite: true, capacity: 10, responseClass: 'emergency',
    capabilities: [{ kinds: forensicKinds, level: 3 }], duty: 'none', panels: [],
    about: 'Beweissicherung und Untersuchung nach Angriffen. Vierzehn Beschäftigte.',
  },
  {
    key: 'fichtelblick', name: 'Fichtelblick Datentechnik', town: 'Annaberg-Buchholz', district: 'erzgebirgskreis', kind: 'business', sector: 'J', size: 'micro', since: 34,
    people: [
      { key: 'ronny-schaarschmidt', name: 'Ronny Schaarschmidt', email: 'r.schaarschmidt@fichtelblick.example', role: 'provider.admin' },
    ],
    standing: 'ready_for_decision', districts: ['erzgebirgskreis'], languages: ['de'], onSite: true, capacity: 8, responseClass: 'fast',
    capabilities: [{ kinds: everyKind, level: 2 }], duty: 'none', panels: [],
    about: 'Betreuung von Handwerk und Gastgewerbe rund um den Fichtelberg.',
  },
  {
    key: 'elstertal', name: 'Elstertal EDV', town: 'Bad Elster', district: 'vogtlandkreis', kind: 'business', sector: 'J', size: 'micro', since: 118,
    people: [
      { key: 'claudia-penzel', name: 'Claudia Penzel', email: 'c.penzel@elstertal.example', role: 'provider.admin' },
    ],
    standing: 'paused', districts: ['vogtlandkreis'], languages: ['de'], onSite: true, capacity: 6, responseClass: 'standard',
    capabilities: [{ kinds: officeKinds, level: 2 }], duty: 'none', panels: [],
    about: 'Kleiner Betrieb, zwei Leute. Kliniken, Hotels und Praxen im oberen Vogtland.',
  },
  {
    key: 'schwibbogen', name: 'Schwibbogen Web', town: 'Seiffen', district: 'erzgebirgskreis', kind: 'business', sector: 'J', size: 'micro', since: 117,
    people: [
      { key: 'sandro-glaesser', name: 'Sandro Gläßer', email: 's.glaesser@schwibbogen.example', role: 'provider.admin' },
    ],
    standing: 'suspended', districts: ['erzgebirgskreis', 'chemnitz'], languages: ['de', 'en'], onSite: false, capacity: 6, responseClass: 'standard',
    capabilities: [{ kinds: webKinds, level: 2 }], duty: 'none', panels: [],
    about: 'Internetseiten und Läden im Netz.',
  },
  {
    key: 'rechtsgrat', name: 'Rechtsgrat Datenschutz', town: 'Chemnitz', district: 'chemnitz', kind: 'business', sector: 'J', size: 'micro', since: 116,
    people: [
      { key: 'miriam-ott', name: 'Miriam Ott', email: 'm.ott@rechtsgrat.example', role: 'provider.admin' },
    ],
    standing: 'expired', districts: ['chemnitz', 'zwickau', 'erzgebirgskreis', 'vogtlandkreis'], languages: ['de', 'en'], onSite: false, capacity: 6, responseClass: 'standard',
    capabilities: [{ kinds: privacyKinds, level: 2 }], duty: 'none', panels: [],
    about: 'Datenschutz und Meldungen nach einer Panne.',
  },
  {
    key: 'bergparade', name: 'Bergparade Systemhaus', town: 'Annaberg-Buchholz', district: 'erzgebirgskreis', kind: 'business', sector: 'J', size: 'small', since: 9,
    people: [
      { key: 'lars-hoyer', name: 'Lars Hoyer', email: 'l.hoyer@bergparade.example', role: 'provider.admin' },
    ],
    standing: 'draft', districts: ['erzgebirgskreis'], languages: ['de'], onSite: true, capacity: 8, responseClass: 'standard',
    capabilities: [{ kinds: everyKind, level: 2 }], duty: 'none', panels: [],
    about: '',
  },
];
